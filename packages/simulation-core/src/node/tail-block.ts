import type { FileHandle } from 'node:fs/promises';

const LINE_FEED = 0x0a;

/** Last bytes of a file of lines. */
export interface TailBlock {
  /** Whole lines in it, without their line feeds. */
  readonly lines: readonly Buffer[];
  /** Bytes behind the last line feed of the block; the whole block if it has none. */
  readonly rest: Buffer;
  /** Bytes up to the last line feed. */
  readonly block: Buffer;
  /** Offsets in the file of the beginning of the block and of the end of its last whole line. */
  readonly start: number;
  readonly end: number;
}

/** @param length maximum number of bytes; a first line that may have begun before the block is left out */
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

/**
 * Reads the bytes; returns fewer only at the end of the file.
 * @param into buffer to read into if it is large enough: new memory takes longer than reading a file that the system holds
 */
export async function readAt(handle: FileHandle, start: number, length: number, into?: Buffer): Promise<Buffer> {
  const buffer = into !== undefined && into.length >= length ? into : Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(buffer, filled, length - filled, start + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}
