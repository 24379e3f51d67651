import { checkEntries } from '../checks/check-entries.js';
import { JournalCorruptError } from '../errors/journal-errors.js';
import { UnknownRunError } from '../errors/run-errors.js';
import type { JournalEntry } from '../journal/entry.js';
import { parseEntry } from '../journal/parse-entry.js';
import { LineChain } from './line-chain.js';
import { openJournal } from './open-journal.js';
import { readLines } from './read-lines.js';
import { problemUnlessTorn } from './torn-line.js';

/**
 * Reads the entries of a journal file and checks each against its check and against the others.
 * @param from number of entries to leave out; only their checks are verified, and entries are not checked against each other
 * @throws UnknownRunError, JournalCorruptError, JournalReadError
 */
export function readEntries(file: string, runId: string, from = 0): AsyncGenerator<JournalEntry> {
  const entries = parsedLines(file, runId, from);
  return from === 0 ? checkEntries(runId, entries) : entries;
}

async function* parsedLines(file: string, runId: string, from: number): AsyncGenerator<JournalEntry> {
  const handle = await openJournal(file, runId);
  if (!handle) throw new UnknownRunError(runId);
  const chain = new LineChain(runId);
  let problem: string | undefined;
  const onRest = (rest: Buffer): void => {
    problem = problemUnlessTorn(rest, chain.lines === 0 ? 'head' : 'tail');
  };
  try {
    for await (const bytes of readLines(handle, onRest)) {
      const { text, checked } = chain.follow(bytes);
      if (chain.lines > from) yield parseEntry(text, runId, chain.lines, !checked);
    }
    if (problem !== undefined) throw new JournalCorruptError(runId, chain.lines + 1, problem);
  } finally {
    await handle.close();
  }
}
