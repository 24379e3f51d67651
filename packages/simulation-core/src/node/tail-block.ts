import type { FileHandle } from 'node:fs/promises';

const LINE_FEED = 0x0a;

/** The last bytes of a file of lines. */
export interface TailBlock {
  /** The whole lines in it, without their line feeds. */
  readonly lines: readonly Buffer[];
  /** What stands behind the last line feed of the block; all of the block where it has none. */
  readonly rest: Buffer;
  /** All up to the last line feed. */
  readonly block: Buffer;
  /** Where in the file the block begins, and where its last whole line ends. */
  readonly start: number;
  readonly end: number;
}

/** @param length in bytes, at most; the first line of the block is left out where it may have begun before it */
export async function readTailBlock(handle: FileHandle, size: number, length: number): Promise<TailBlock> {
  const start = Math.max(0, size - length);
  const bytes = await readAt(handle, start, size - start);
  const end = bytes.lastIndexOf(LINE_FEED) + 1;
  const first = start === 0 ? 0 : bytes.indexOf(LINE_FEED) + 1;
  const lines: Buffer[] = [];
  for (let at = first; at < end;) {
    const feed = bytes.indexOf(LINE_FEED, at);
    lines.push(bytes.subarray(at, feed));
    at = feed + 1;
  }
  return { lines, rest: bytes.subarray(end), block: bytes.subarray(0, end), start, end: start + end };
}

/** Fewer bytes than asked for only where the file ends. */
export async function readAt(handle: FileHandle, start: number, length: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(buffer, filled, length - filled, start + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}
