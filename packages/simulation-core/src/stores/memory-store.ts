import { RunExistsError, UnknownRunError } from '../errors/run-errors.js';
import { EmptyJournalError, JournalConflictError, JournalCorruptError } from '../errors/journal-errors.js';
import { digest } from '../hash/digest.js';
import { assertReadable } from '../journal/assert-readable.js';
import type { JournalEntry } from '../journal/entry.js';
import { indexEntry, type IndexedEntry, type JournalIndex } from '../journal/journal-index.js';
import type { JournalStore, JournalWriter } from '../journal/journal-store.js';
import { formatEntry, parseEntry } from '../journal/parse-entry.js';
import { type RunSummary, summarizeRun } from '../journal/run-summary.js';

/** Keeps journals in memory until the process ends; for tests and for runs that nobody will look at again. */
export function createMemoryStore(): JournalStore {
  const journals = new Map<string, string[]>();
  const writing = new Set<string>();

  const linesOf = (runId: string): string[] => {
    const lines = journals.get(runId);
    if (!lines) throw new UnknownRunError(runId);
    return lines;
  };

  return {
    openWriter: async (runId, mode) => {
      if (mode === 'create' && journals.has(runId)) throw new RunExistsError(runId);
      if (mode === 'continue') linesOf(runId);
      if (writing.has(runId))
        throw new JournalConflictError(runId, `run ${runId} is being written by another writer; wait for it to end`);
      writing.add(runId);
      if (mode === 'create') journals.set(runId, []);
      return createWriter(linesOf(runId), () => writing.delete(runId));
    },
    async *read(runId, from = 0) {
      const lines = linesOf(runId).slice(from);
      for (const [index, line] of lines.entries()) yield parseEntry(line, runId, from + index + 1);
    },
    openIndex: async (runId) => createIndex(runId, linesOf(runId)),
    summary: async (runId) => {
      const lines = journals.get(runId);
      return lines && summaryOf(runId, lines);
    },
    list: async (onUnlisted) => {
      const summaries: RunSummary[] = [];
      for (const [runId, lines] of [...journals].sort(([a], [b]) => (a < b ? -1 : 1))) {
        if (lines.length > 0) summaries.push(summaryOf(runId, lines));
        else onUnlisted?.({ runId, kind: 'empty', error: new EmptyJournalError(runId) });
      }
      return summaries;
    },
    marks: async (runIds) => {
      const known = [...journals].filter(([runId]) => runIds?.includes(runId) ?? true);
      return new Map(known.map(([runId, { length }]) => [runId, { mark: String(length), changedAt: 0 }]));
    },
  };
}

/** @throws EmptyJournalError */
function summaryOf(runId: string, lines: readonly string[]): RunSummary {
  const entries = lines.map((line, index) => parseEntry(line, runId, index + 1));
  const [header] = entries;
  if (header === undefined) throw new EmptyJournalError(runId);
  if (header.type !== 'run-started')
    throw new JournalCorruptError(runId, 1, `the first entry is ${header.type}, not run-started`);
  return summarizeRun({ runId, header, contents: digest(lines.join('\n')) }, entries);
}

async function createIndex(runId: string, lines: readonly string[]): Promise<JournalIndex> {
  const entries: IndexedEntry[] = [];
  const refresh = async (): Promise<number> => {
    const fresh = lines.slice(entries.length).map((line, at) => indexEntry(parseEntry(line, runId, entries.length + at + 1)));
    entries.push(...fresh);
    return fresh.length;
  };
  const textOf = (number: number): string => {
    const line = number < entries.length ? lines[number] : undefined;
    if (line === undefined) throw new RangeError(`${runId} has ${entries.length} entries; there is no entry ${number}`);
    return line;
  };
  await refresh();
  return {
    entries,
    refresh,
    texts: async (numbers) => numbers.map(textOf),
    read: async (numbers) => numbers.map((number) => parseEntry(textOf(number), runId, number + 1)),
    close: async () => {},
  };
}

function createWriter(lines: string[], release: () => void): JournalWriter {
  let buffered: JournalEntry[] = [];
  const flush = async (): Promise<void> => {
    lines.push(...buffered.map(formatEntry));
    buffered = [];
  };
  return {
    append: (entry) => {
      assertReadable(entry);
      buffered.push(entry);
    },
    flush,
    close: async () => {
      await flush();
      release();
    },
  };
}
