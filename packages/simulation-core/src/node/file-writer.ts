import { close, fdatasync, ftruncate, fstat, fsync, open, read, write } from 'node:fs';
import { open as openHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { JournalWriteError } from '../errors/journal-errors.js';
import type { JournalWriter } from '../journal/journal-store.js';
import { formatEntry } from '../journal/parse-entry.js';
import { LineChain } from './line-chain.js';
import { readEntries } from './read-entries.js';
import { readLines } from './read-lines.js';
import type { RunLock } from './run-lock.js';
import { tornLineProblem } from './torn-line.js';

/** The file operations a writer needs; tests put a full or failing disk behind them. */
export interface FileOperations {
  /** Writes all of the bytes at the end of the file. */
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
 * Appends lines to a journal. Everything appended while a write is under way goes out with the next one, so many calls
 * that land together share one sync.
 */
export async function createFileWriter(options: FileWriterOptions): Promise<JournalWriter> {
  const { file, runId, lock, mode, durability, operations } = options;
  const fd = await promisify(open)(file, 'a+');
  const chain = await prepare(fd, file, runId).catch(async (error: unknown) => {
    await promisify(close)(fd);
    throw error;
  });
  if (mode === 'create') await syncFolder(dirname(file));

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
      broken = error instanceof Error && error.name === 'JournalConflictError' ? error : new JournalWriteError(runId, error);
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
      lines.push(`${chain.seal(formatEntry(entry))}\n`);
    },
    flush,
    close: async () => {
      try {
        await flush();
      } finally {
        await promisify(close)(fd);
        await lock.release();
      }
    },
  };
}

/** Removes what stands after the last line feed: the rest of a line whose write was cut short. */
async function cutTornLine(fd: number): Promise<void> {
  const { size } = await promisify(fstat)(fd);
  const block = Buffer.alloc(1 << 16);
  const readSome = promisify(read);
  for (let end = size; end > 0;) {
    const start = Math.max(0, end - block.length);
    const { bytesRead } = await readSome(fd, block, 0, end - start, start);
    const feed = block.subarray(0, bytesRead).lastIndexOf(0x0a);
    if (feed >= 0) {
      if (start + feed + 1 < size) await promisify(ftruncate)(fd, start + feed + 1);
      return;
    }
    end = start;
  }
  await promisify(ftruncate)(fd, 0);
}

/**
 * Cuts a torn line off, and makes the chain that the next line goes on with.
 * @throws JournalCorruptError where the last line is not torn but has lost its line feed: it may hold a paid answer
 */
async function prepare(fd: number, file: string, runId: string): Promise<LineChain> {
  const chain = new LineChain(runId);
  const rests: Buffer[] = [];
  for await (const line of readLines(file, (rest) => rests.push(rest))) chain.pass(line);
  const isTorn = rests.every((rest) => tornLineProblem(rest, chain.lines === 0 ? 'head' : 'tail') === undefined);
  // Read from the first entry on, the damage is told with its step.
  if (!isTorn) for await (const _entry of readEntries(file, runId)) continue;
  await cutTornLine(fd);
  return chain;
}

/** Makes a new file's name durable; where folders cannot be synced (Windows) the name is as durable as the system makes it. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await openHandle(folder, 'r').catch(() => undefined);
  if (!handle) return;
  await promisify(fsync)(handle.fd).catch(() => {});
  await handle.close();
}
