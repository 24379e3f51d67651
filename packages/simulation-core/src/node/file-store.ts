import { type Dirent, createReadStream } from 'node:fs';
import { mkdir, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { RunExistsError, UnknownRunError } from '../errors/run-errors.js';
import { SimulationError } from '../errors/simulation-error.js';
import type { JournalEntry } from '../journal/entry.js';
import type { JournalStore } from '../journal/journal-store.js';
import { parseEntry } from '../journal/parse-entry.js';
import { type RunSummary, summarizeRun } from '../journal/run-summary.js';
import { createFileWriter, diskOperations, type FileOperations } from './file-writer.js';
import { isCode, takeRunLock } from './run-lock.js';

export const JOURNAL_FILE = 'journal.jsonl';
export const LOCK_FILE = 'journal.lock';

export interface FileStoreOptions {
  /** The folder that holds a folder a run. */
  readonly folder: string;
  /**
   * `answer`: an answer is on the disk (fdatasync) before it is used. `process`: it is with the operating system, safe
   * from a crash of the process but not of the machine. @default 'answer'
   */
  readonly durability?: 'answer' | 'process';
  /** How bytes reach the disk; tests put a full, failing or torn one here. @default the real thing */
  readonly operations?: FileOperations;
}

/** Journals as JSON Lines, a folder a run: `FOLDER/RUN/journal.jsonl`, written by one process at a time. */
export function createFileStore(options: FileStoreOptions): JournalStore {
  const { folder, durability = 'answer', operations = diskOperations } = options;
  const runFolder = (runId: string): string => join(folder, checkRunId(runId));
  const journalFile = (runId: string): string => join(runFolder(runId), JOURNAL_FILE);

  return {
    openWriter: async (runId, mode) => {
      if (mode === 'continue' && !(await hasHeader(journalFile(runId)))) throw new UnknownRunError(runId);
      await mkdir(runFolder(runId), { recursive: true });
      const lock = await takeRunLock(join(runFolder(runId), LOCK_FILE), runId);
      try {
        if (mode === 'create' && (await hasHeader(journalFile(runId)))) throw new RunExistsError(runId);
        return await createFileWriter({ file: journalFile(runId), runId, lock, mode, durability, operations });
      } catch (error) {
        await lock.release();
        throw error;
      }
    },
    read: (runId, from = 0) => readEntries(journalFile(runId), runId, from),
    list: async () => {
      const names = await readdir(folder, { withFileTypes: true }).catch((error: unknown): Dirent[] => {
        if (isCode(error, 'ENOENT')) return [];
        throw error;
      });
      const summaries: RunSummary[] = [];
      for (const entry of names.filter((name) => name.isDirectory()).sort((a, b) => (a.name < b.name ? -1 : 1))) {
        const summary = await readSummary(join(folder, entry.name, JOURNAL_FILE), entry.name);
        if (summary) summaries.push(summary);
      }
      return summaries;
    },
  };
}

/** A run's name is a folder's name, and nothing else. @throws SimulationError */
function checkRunId(runId: string): string {
  if (/^[\w][\w.~-]{0,127}$/.test(runId)) return runId;
  throw new SimulationError(`"${runId}" cannot name a run; use letters, digits, "-", "_" and "."`);
}

/** A journal counts from its first whole line on; a process killed before that has left nothing to continue. */
async function hasHeader(file: string): Promise<boolean> {
  return (await readSummary(file, '')) !== undefined;
}

async function assertExists(file: string, runId: string): Promise<void> {
  try {
    await (await open(file, 'r')).close();
  } catch (error) {
    throw isCode(error, 'ENOENT') ? new UnknownRunError(runId, { cause: error }) : error;
  }
}

async function* readEntries(file: string, runId: string, from: number): AsyncGenerator<JournalEntry> {
  await assertExists(file, runId);
  const lines = createInterface({
    input: createReadStream(file, { encoding: 'utf8', highWaterMark: 1 << 18 }),
    crlfDelay: Infinity,
  });
  let number = 0;
  let previous: string | undefined;
  for await (const line of lines) {
    if (previous !== undefined) {
      number++;
      if (number > from) yield parseEntry(previous, runId, number);
    }
    previous = line;
  }
  if (previous === undefined) return;
  // The last line counts only when its line feed was written: readline gives it either way.
  number++;
  if (number > from && (await endsWithLineFeed(file))) yield parseEntry(previous, runId, number);
}

async function endsWithLineFeed(file: string): Promise<boolean> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    if (size === 0) return false;
    const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, size - 1);
    return buffer[0] === 0x0a;
  } finally {
    await handle.close();
  }
}

const HEAD_BYTES = 1 << 16;
const TAIL_BYTES = 1 << 17;

/** Reads the first line and the last few; undefined where there is no journal yet. */
async function readSummary(file: string, runId: string): Promise<RunSummary | undefined> {
  const handle = await open(file, 'r').catch((error: unknown) => {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  });
  if (!handle) return undefined;
  try {
    const { size } = await handle.stat();
    const readAt = async (start: number, length: number): Promise<string> =>
      (await handle.read(Buffer.alloc(length), 0, length, start)).buffer.toString('utf8');
    let head = await readAt(0, Math.min(size, HEAD_BYTES));
    for (let length = HEAD_BYTES; !head.includes('\n') && length < size; length *= 4)
      head = await readAt(0, Math.min(size, length * 4));
    const end = head.indexOf('\n');
    if (end < 0) return undefined;
    const header = parseEntry(head.slice(0, end), runId, 1);
    if (header.type !== 'run-started') return undefined;
    const start = Math.max(0, size - TAIL_BYTES);
    const text = await readAt(start, size - start);
    const lines = text.slice(start === 0 ? 0 : text.indexOf('\n') + 1, text.lastIndexOf('\n')).split('\n');
    const ends = lines.filter(
      (line, index) => index === lines.length - 1 || line.startsWith('{"type":"step-ended"') || line.startsWith('{"type":"run-'),
    );
    return summarizeRun(
      header,
      ends.filter((line) => line !== '').map((line, index) => parseEntry(line, runId, index + 1)),
    );
  } finally {
    await handle.close();
  }
}
