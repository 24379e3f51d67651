import { type Dirent, type Stats, statSync } from 'node:fs';
import { mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import pLimit from 'p-limit';
import { EmptyJournalError, JournalWriteError } from '../errors/journal-errors.js';
import { RunExistsError, UnknownRunError } from '../errors/run-errors.js';
import { SimulationError } from '../errors/simulation-error.js';
import type { JournalMark, JournalStore, UnlistedRun } from '../journal/journal-store.js';
import type { RunSummary } from '../journal/run-summary.js';
import { createFileWriter, diskOperations, type FileOperations } from './file-writer.js';
import { isCode } from '../errors/system-error.js';
import { openFileIndex } from './file-index.js';
import { readEntries } from './read-entries.js';
import { hasHeader, readOrigin, readSummary } from './read-summary.js';
import { takeRunLock } from './run-lock.js';

/** Number of journals that are looked at in one go. A look takes microseconds, and waiting for each would take several times as long. */
const LOOK_AT_ONCE = 100;

/** Number of journals whose heads and tails are read at once. Each takes a quarter of a megabyte. */
const READ_AT_ONCE = 8;

export const JOURNAL_FILE = 'journal.jsonl';
export const LOCK_FILE = 'journal.lock';

export interface FileStoreOptions {
  /** Folder that holds one folder for each run. */
  readonly folder: string;
  /**
   * `answer`: an answer is on the disk (fdatasync) before it is used. `process`: it is with the operating system, safe
   * from a crash of the process but not of the machine. @default 'answer'
   */
  readonly durability?: 'answer' | 'process';
  /** Operations of the disk. Tests pass a full, failing or torn one. @default the real disk */
  readonly operations?: FileOperations;
}

/** Journals as JSON Lines with one folder for each run, `FOLDER/RUN/journal.jsonl`, written by one process at a time. */
export function createFileStore(options: FileStoreOptions): JournalStore {
  const { folder, durability = 'answer', operations = diskOperations } = options;
  const runFolder = (runId: string): string => join(folder, checkFolderName(runId));
  const journalFile = (runId: string): string => join(runFolder(runId), JOURNAL_FILE);

  return {
    openWriter: async (runId, mode) => {
      const file = journalFile(mode === 'create' ? checkRunId(runId) : runId);
      if (mode === 'continue' && !(await hasHeader(file, runId))) throw new UnknownRunError(runId);
      return writing(runId, async () => {
        await mkdir(runFolder(runId), { recursive: true });
        const lock = await takeRunLock(join(runFolder(runId), LOCK_FILE), runId);
        try {
          if (mode === 'create' && (await hasHeader(file, runId))) throw new RunExistsError(runId);
          return await createFileWriter({ file, runId, lock, mode, durability, operations });
        } catch (error) {
          await lock.release();
          throw error;
        }
      });
    },
    read: (runId, from = 0) => readEntries(journalFile(runId), runId, from),
    openIndex: async (runId) => openFileIndex(journalFile(runId), runId),
    summary: async (runId) => (isFolderName(runId) ? readSummary(journalFile(runId), runId) : undefined),
    list: async (onUnlisted) => {
      const reading = pLimit(READ_AT_ONCE);
      const read = await Promise.all(
        (await foldersIn(folder)).map((runId) =>
          reading(() =>
            readSummary(join(folder, runId, JOURNAL_FILE), runId).then(
              (summary) => ({ runId, summary }),
              (error: unknown) => ({ runId, error }),
            ),
          ),
        ),
      );
      const summaries: RunSummary[] = [];
      for (const one of read) {
        if ('summary' in one) {
          if (one.summary) summaries.push(one.summary);
        } else {
          const { runId, error } = one;
          const run = toUnlisted(runId, error);
          if (onUnlisted) onUnlisted({ ...run, origin: await readOrigin(join(folder, runId, JOURNAL_FILE), runId) });
          else if (run.kind === 'damaged') throw error;
        }
      }
      return summaries;
    },
    marks: async (runIds) => {
      const names = runIds?.filter(isFolderName) ?? (await foldersIn(folder));
      const marks = new Map<string, JournalMark>();
      for (const [at, runId] of names.entries()) {
        if (at % LOOK_AT_ONCE === LOOK_AT_ONCE - 1) await stat(folder); // lets others work
        const mark = markOf(join(folder, runId, JOURNAL_FILE));
        if (mark !== undefined) marks.set(runId, mark);
      }
      return marks;
    },
  };
}

/** Undefined where there is no file, and where it may not be looked at. */
function markOf(file: string): JournalMark | undefined {
  let found: Stats | undefined;
  try {
    found = statSync(file, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
  if (found === undefined) return undefined;
  return { mark: `${found.ino} ${found.size} ${found.mtimeMs}`, changedAt: found.mtimeMs };
}

/** Runs `open` and turns system errors into errors of this journal. */
async function writing<Result>(runId: string, open: () => Promise<Result>): Promise<Result> {
  try {
    return await open();
  } catch (error) {
    throw SimulationError.isInstance(error) ? error : new JournalWriteError(runId, error);
  }
}

/** Names of folders, and of links that may lead to folders, sorted. */
async function foldersIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown): Dirent[] => {
    if (isCode(error, 'ENOENT')) return [];
    throw error;
  });
  const names = entries.filter((entry) => entry.isDirectory() || entry.isSymbolicLink()).map(({ name }) => name);
  return names.sort((a, b) => (a < b ? -1 : 1));
}

function toUnlisted(runId: string, error: unknown): UnlistedRun {
  if (error instanceof EmptyJournalError) return { runId, kind: 'empty', error };
  return { runId, kind: 'damaged', error: error instanceof Error ? error : new SimulationError(String(error)) };
}

/** Checks that every system accepts the name of a new run as the name of a folder. @throws SimulationError */
function checkRunId(runId: string): string {
  if (/^[\w][\w.~-]{0,127}$/.test(runId)) return runId;
  throw new SimulationError(`"${runId}" cannot name a run; use letters, digits, "-", "_" and "."`);
}

/** Checks that a name is that of a folder in this one. Owners may rename folders as they like. @throws SimulationError */
function checkFolderName(name: string): string {
  if (isFolderName(name)) return name;
  throw new SimulationError(`"${name}" cannot be a run's folder here`);
}

/** Whether a name is that of something in a folder, and leads nowhere else. */
export const isFolderName = (name: string): boolean => name !== '' && name !== '.' && name !== '..' && !/[/\\\0]/.test(name);
