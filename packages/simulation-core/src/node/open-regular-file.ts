import { constants, type Stats } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { SimulationError } from '../errors/simulation-error.js';

/** A folder, a pipe, a device or a socket is in the place of a file. */
export class NotAFileError extends SimulationError {
  static override readonly errorName: string = 'simulation-core/NotAFileError';
  constructor(file: string, kind: string) {
    super(`it is no file but ${kind} (${file}); move it elsewhere`);
  }
}

/**
 * Opens a regular file for reading. Opening a pipe would wait until somebody writes into it, and opening a device may do
 * anything.
 * @throws NotAFileError, and errors of the system such as ENOENT
 */
export async function openRegularFile(file: string): Promise<FileHandle> {
  const found = await stat(file);
  if (!found.isFile()) throw new NotAFileError(file, kindOf(found));
  return open(file, constants.O_RDONLY | constants.O_NONBLOCK);
}

function kindOf(found: Stats): string {
  if (found.isDirectory()) return 'a folder';
  if (found.isFIFO()) return 'a pipe';
  return found.isSocket() ? 'a socket' : 'a device';
}
