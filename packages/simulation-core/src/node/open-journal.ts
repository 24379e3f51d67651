import { lstat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { JournalReadError } from '../errors/journal-errors.js';
import { isCode } from '../errors/system-error.js';
import { NotAFileError, openRegularFile } from './open-regular-file.js';

/** Remedies by the code of the system error. */
const REMEDIES: Readonly<Record<string, string>> = {
  EACCES: 'this user may not; change its permissions, or read it as the user who wrote it',
  EPERM: 'this user may not; change its permissions, or read it as the user who wrote it',
  ELOOP: 'links lead in a circle; remove the link, or move it elsewhere',
  EIO: 'the disk fails; restore the file from a copy',
  EMFILE: 'too many files are open; raise the limit (ulimit -n 4096), or lower --concurrency',
  ENFILE: 'too many files are open on this machine; try again',
};

/**
 * Opens a journal for reading.
 * @returns undefined where there is none
 * @throws JournalReadError
 */
export async function openJournal(file: string, runId: string): Promise<FileHandle | undefined> {
  try {
    return await openRegularFile(file);
  } catch (error) {
    if (!isAbsent(error)) throw toReadError(file, runId, error);
    if (!(await isLink(file))) return undefined;
    throw new JournalReadError(
      runId,
      `it is a link that leads nowhere (${file}); remove it, or put back what it leads to`,
      error,
    );
  }
}

/** Runs `read` and turns system errors into errors of this journal. */
export async function reading<Result>(file: string, runId: string, read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    throw isSystemError(error) ? toReadError(file, runId, error) : error;
  }
}

function toReadError(file: string, runId: string, error: unknown): JournalReadError {
  if (error instanceof NotAFileError) return new JournalReadError(runId, error.message, error);
  const { code = '', message } = error as NodeJS.ErrnoException;
  const remedy = REMEDIES[code];
  return new JournalReadError(runId, remedy === undefined ? message : `${remedy} (${code}, ${file})`, error);
}

/** A link to something other than a folder is no run, nor is a name too long for a folder. */
function isAbsent(error: unknown): boolean {
  return isCode(error, 'ENOENT') || isCode(error, 'ENOTDIR') || isCode(error, 'ENAMETOOLONG');
}

async function isLink(file: string): Promise<boolean> {
  return lstat(file).then(
    (found) => found.isSymbolicLink(),
    () => false,
  );
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}
