import type { FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { headerProblem } from '../checks/header-problem.js';
import { EmptyJournalError, JournalCorruptError } from '../errors/journal-errors.js';
import type { EntryOf, JournalEntry } from '../journal/entry.js';
import { parseEntry } from '../journal/parse-entry.js';
import { type RunSummary, summarizeRun } from '../journal/run-summary.js';
import { LineChain } from './line-chain.js';
import { openJournal, reading } from './open-journal.js';
import { readEntries } from './read-entries.js';
import { readLines } from './read-lines.js';
import { readAt, readTailBlock } from './tail-block.js';
import { problemUnlessTorn } from './torn-line.js';

const HEAD_BYTES = 1 << 14;
const TAIL_BYTES = 1 << 14;
const LINE_FEED = 0x0a;
const HEADER = '{"type":"run-started"';
const BYTE_ORDER_MARKS = ['efbbbf', 'fffe', 'feff'].map((hex) => Buffer.from(hex, 'hex'));
const ANSWER = '{"type":"answer-recorded"';

/**
 * Reads the summary of a run from the head and the tail of its journal file.
 * @returns undefined where there is no file
 * @throws EmptyJournalError; JournalCorruptError, with the line and the step, for damage in head or tail
 */
export async function readSummary(file: string, runId: string): Promise<RunSummary | undefined> {
  return withFile(file, runId, async (handle, size) => {
    const header = await readHead(handle, size, runId);
    try {
      const tail = await readTail(handle, size, runId);
      return summarizeRun({ runId, header, contents: tail.contents }, tail.entries);
    } catch (error) {
      if (!(error instanceof JournalCorruptError)) throw error;
      // Number and step of a line are known only when reading from the first line on.
      for await (const _entry of readEntries(file, runId)) continue;
      throw error;
    }
  });
}

/**
 * Whether a run is on record in this file, that is, its header is there.
 * @throws JournalCorruptError if the file has whole lines without a header, so that nobody writes over them
 */
export async function hasHeader(file: string, runId: string): Promise<boolean> {
  const header = await withFile(file, runId, (handle, size) => readHead(handle, size, runId)).catch((error: unknown) => {
    if (error instanceof EmptyJournalError) return undefined;
    throw error;
  });
  return header !== undefined;
}

/** Name of the run by its header; undefined if that cannot be read. */
export async function readOrigin(file: string, runId: string): Promise<string | undefined> {
  const header = await withFile(file, runId, (handle, size) => readHead(handle, size, runId)).catch(() => undefined);
  return header?.runId;
}

async function withFile<Result>(
  file: string,
  runId: string,
  read: (handle: FileHandle, size: number) => Promise<Result>,
): Promise<Result | undefined> {
  const handle = await openJournal(file, runId);
  if (!handle) return undefined;
  try {
    return await reading(file, runId, async () => read(handle, (await handle.stat()).size));
  } finally {
    await handle.close();
  }
}

async function readHead(handle: FileHandle, size: number, runId: string): Promise<EntryOf<'run-started'>> {
  let head = await readAt(handle, 0, Math.min(size, HEAD_BYTES));
  for (let length = HEAD_BYTES * 4; isCutHeader(head) && head.length < size; length *= 4)
    head = await readAt(handle, 0, Math.min(size, length));
  const end = head.indexOf(LINE_FEED);
  const problem = end < 0 ? problemUnlessTorn(head, 'head') : undefined;
  if (end < 0 && problem === undefined) throw new EmptyJournalError(runId);
  try {
    if (problem !== undefined) throw new JournalCorruptError(runId, 1, problem);
    return parseHeader(head.subarray(0, end), runId);
  } catch (error) {
    throw error instanceof JournalCorruptError ? await withAnswersBelow(handle, error) : error;
  }
}

function isCutHeader(head: Buffer): boolean {
  return !head.includes(LINE_FEED) && head.toString('latin1', 0, HEADER.length) === HEADER;
}

function parseHeader(line: Buffer, runId: string): EntryOf<'run-started'> {
  const mark = BYTE_ORDER_MARKS.find((bytes) => line.subarray(0, bytes.length).equals(bytes));
  if (mark) throw new JournalCorruptError(runId, 1, 'an editor has put a byte order mark before it, or saved it as UTF-16');
  if (line.toString('latin1', 0, HEADER.length) !== HEADER && line.indexOf('{"type":') === 0)
    throw new JournalCorruptError(runId, 1, 'the first line is another one');
  const { text, checked } = new LineChain(runId).follow(line);
  const entry = parseEntry(text, runId, 1, !checked);
  if (entry.type !== 'run-started')
    throw new JournalCorruptError(runId, 1, `a journal begins with run-started, not ${entry.type}`);
  const problem = headerProblem(entry);
  if (problem !== undefined) throw new JournalCorruptError(runId, 1, problem);
  return entry;
}

/** Entries of the tail that show the status of a run, oldest first. Reads as far back as the last totals. */
async function readTail(
  handle: FileHandle,
  size: number,
  runId: string,
): Promise<{ readonly entries: readonly JournalEntry[]; readonly contents: string }> {
  for (let length = TAIL_BYTES; ; length *= 4) {
    const { lines, rest, start, end, block } = await readTailBlock(handle, size, length);
    const problem = end > start ? problemUnlessTorn(rest, 'tail') : undefined;
    if (problem !== undefined) throw new JournalCorruptError(runId, 1, problem);
    const entries = followTail(lines, start === 0, runId);
    if (start > 0 && !entries.some(({ type }) => type === 'step-ended' || type === 'run-ended')) continue;
    return { entries, contents: `${end}-${crc32(block)}` };
  }
}

function followTail(lines: readonly Buffer[], fromStart: boolean, runId: string): readonly JournalEntry[] {
  const chain = new LineChain(runId, fromStart ? 'start' : 'middle');
  const entries: JournalEntry[] = [];
  for (const [index, line] of lines.entries()) {
    const isLast = index === lines.length - 1;
    chain.follow(line);
    if (isLast || line.indexOf('{"type":"step-ended"') === 0 || line.indexOf('{"type":"run-') === 0)
      entries.push(parseEntry(line.toString('utf8'), runId, index + 1));
  }
  return entries;
}

/** Adds the number of paid answers below a header that cannot be read. */
async function withAnswersBelow(handle: FileHandle, error: JournalCorruptError): Promise<JournalCorruptError> {
  let answers = 0;
  const count = (text: Buffer): void => {
    for (let at = text.indexOf(ANSWER); at >= 0; at = text.indexOf(ANSWER, at + 1)) answers++;
  };
  for await (const line of readLines(handle, count)) count(line);
  return new JournalCorruptError(
    error.runId,
    1,
    `the header of the run is lost or damaged (${error.problem}), with ${answers} ${answers === 1 ? 'answer' : 'answers'} on record below it`,
    { cause: error },
  );
}
