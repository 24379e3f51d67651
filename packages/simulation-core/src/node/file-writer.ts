import { fdatasync, write } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { JournalConflictError, JournalWriteError } from '../errors/journal-errors.js';
import { SimulationError } from '../errors/simulation-error.js';
import { assertReadable } from '../journal/assert-readable.js';
import type { JournalWriter } from '../journal/journal-store.js';
import { formatEntry } from '../journal/parse-entry.js';
import { LineChain } from './line-chain.js';
import { readEntries } from './read-entries.js';
import type { RunLock } from './run-lock.js';
import { readTailBlock } from './tail-block.js';
import { problemUnlessTorn } from './torn-line.js';

/** File operations of a writer. Tests pass a full or failing disk. */
export interface FileOperations {
  /** Appends all of the bytes to the file. */
  write(fd: number, bytes: Buffer): Promise<void>;
  sync(fd: number): Promise<void>;
}

const writeSome = promisify(write);

export const diskOperations: FileOperations = {
  write: async (fd, bytes) => {
    for (let written = 0; written < bytes.length;) {
      const result = await writeSome(fd, bytes, written, bytes.length - written, null);
      written += result.bytesWritten;
    }
  },
  sync: promisify(fdatasync),
};

export interface FileWriterOptions {
  readonly file: string;
  readonly runId: string;
  readonly lock: RunLock;
  readonly mode: 'create' | 'continue';
  readonly durability: 'answer' | 'process';
  readonly operations: FileOperations;
}

/**
 * Appends lines to a journal. Lines that come while a write is under way go out together with the next one, so calls that land
 * together share one sync.
 */
export async function createFileWriter(options: FileWriterOptions): Promise<JournalWriter> {
  const { file, runId, lock, mode, durability, operations } = options;
  const handle = await open(file, 'a+');
  const prepared = async (): Promise<LineChain> => {
    const made = await prepare(handle, file, runId);
    if (mode === 'create') await syncFolder(dirname(file));
    return made;
  };
  const chain = await prepared().catch(async (error: unknown) => {
    await handle.close();
    throw error;
  });
  const { fd } = handle;

  let lines: string[] = [];
  let broken: Error | undefined;
  let current: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;

  const writeOut = async (): Promise<void> => {
    next = undefined;
    if (broken) throw broken;
    const bytes = Buffer.from(lines.join(''));
    lines = [];
    try {
      if (bytes.length === 0) return;
      lock.check();
      await operations.write(fd, bytes);
      if (durability === 'answer') await operations.sync(fd);
    } catch (error) {
      broken = JournalConflictError.isInstance(error) ? error : new JournalWriteError(runId, error);
      throw broken;
    }
  };

  const flush = (): Promise<void> => {
    if (!next) {
      const before = current;
      next = before.then(writeOut, writeOut);
      current = next;
      next.catch(() => {});
    }
    return next;
  };

  return {
    append: (entry) => {
      if (broken) throw broken;
      assertReadable(entry);
      lines.push(`${chain.seal(formatEntry(entry))}\n`);
    },
    flush,
    close: async () => {
      try {
        await flush();
      } finally {
        // The number of a closed descriptor may soon belong to another file.
        broken ??= new SimulationError(`the journal of ${runId} is closed, and takes nothing more`);
        await handle.close().finally(() => lock.release());
      }
    },
  };
}

const TAIL_BYTES = 1 << 17;

/**
 * Cuts off a torn line, however long, and returns the chain for the next line. Reads the tail, as far back as the last checks;
 * journals of older versions, which have none, are read from the start.
 * @throws JournalCorruptError where the last line is not torn but has lost its line feed: it may hold a paid answer
 */
async function prepare(handle: FileHandle, file: string, runId: string): Promise<LineChain> {
  const { size } = await handle.stat();
  for (let length = TAIL_BYTES; ; length *= 4) {
    const { lines, rest, start, end } = await readTailBlock(handle, size, length);
    const isWhole = start === 0;
    const chain = new LineChain(runId, isWhole ? 'start' : 'middle');
    for (const line of lines) chain.pass(line);
    if (!isWhole && !chain.canGoOn) continue;
    // Reading from the first entry on, the error names the step too.
    if (problemUnlessTorn(rest, isWhole && lines.length === 0 ? 'head' : 'tail') !== undefined)
      for await (const _entry of readEntries(file, runId)) continue;
    if (end < size) await handle.truncate(end);
    return chain;
  }
}

/** Makes the name of a new file durable. Depends on the system if folders cannot be synced (Windows). */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  if (!handle) return;
  await handle.sync().catch(() => {});
  await handle.close().catch(() => {});
}
