import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { InvalidFileError } from '../errors.js';

/** A line of a file. */
export interface Line {
  /** Beginning at 1. */
  readonly number: number;
  readonly text: string;
}

/** How long a line may be, in characters: beyond it no program of this kind could make sense of it. */
const LONGEST_LINE = 256 * 1024 * 1024;

/**
 * The lines of a text file one after the other, never more of it in memory than a line. What is packed with gzip, whatever its name, is
 * unpacked on the way.
 * @throws {InvalidFileError} where the file cannot be read.
 */
export async function* readLines(file: string): AsyncGenerator<Line> {
  const decoder = new TextDecoder();
  let pieces: string[] = [];
  let length = 0;
  let number = 1;
  const take = (text: string): Line => {
    const whole = pieces.length === 0 ? text : pieces.join('') + text;
    pieces = [];
    length = 0;
    return { number: number++, text: whole };
  };
  for await (const chunk of chunksOf(file)) {
    const parts = decoder.decode(chunk, { stream: true }).split('\n');
    const last = parts.pop() ?? '';
    for (const part of parts) yield take(part);
    pieces.push(last);
    length += last.length;
    if (length > LONGEST_LINE)
      throw new InvalidFileError(`${file}:${number}: the line is too long.`, { place: `${file}:${number}` });
  }
  yield take(decoder.decode());
}

async function* chunksOf(file: string): AsyncGenerator<Uint8Array> {
  try {
    const packed = await isPacked(file);
    const stream = createReadStream(file, { highWaterMark: 1 << 18 });
    if (!packed) return yield* stream as AsyncIterable<Uint8Array>;
    const unpacked = createGunzip();
    // Each end has to hear of the other's failure.
    stream.on('error', (error) => unpacked.destroy(error));
    yield* stream.pipe(unpacked) as AsyncIterable<Uint8Array>;
  } catch (cause) {
    throw new InvalidFileError(`${file}: ${describe(cause as NodeJS.ErrnoException)}.`, { place: file, cause });
  }
}

/** Whether a file begins with the two bytes by which gzip is known. */
async function isPacked(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await handle.close();
  }
}

function describe({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EISDIR') return 'this is a folder, not a file';
  if (code === 'EACCES') return 'the file may not be read';
  if (code?.startsWith('Z_') === true) return `the file cannot be unpacked (${message})`;
  return `the file cannot be read (${message})`;
}
