import { createReadStream } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { InvalidFileError } from '../errors.js';

/** A line of a file. */
export interface Line {
  /** Beginning at 1. */
  readonly number: number;
  readonly text: string;
}

/** Maximum length of a line in characters, far beyond any sensible file. */
const LONGEST_LINE = 256 * 1024 * 1024;

/**
 * Yields the lines of a text file, holding one line in memory. Unpacks files packed with gzip, whatever their names.
 * @throws {InvalidFileError} If the file cannot be read.
 */
export async function* readLines(file: string): AsyncGenerator<Line> {
  // The decoder also drops a byte order mark.
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
  const stream = createReadStream(file, { highWaterMark: 1 << 18 });
  const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
  const rest: AsyncIterable<Uint8Array> = { [Symbol.asyncIterator]: () => chunks };
  try {
    const first = await chunks.next();
    if (first.done === true) return;
    const whole = prepend(first.value, rest);
    if (!isPacked(first.value)) {
      yield* whole;
      return;
    }
    const unpacked = createGunzip();
    // Errors of either stream are thrown where the unpacked chunks are read.
    pipeline(Readable.from(whole), unpacked, () => undefined);
    yield* unpacked as AsyncIterable<Uint8Array>;
  } catch (cause) {
    throw new InvalidFileError(`${file}: ${describe(cause as NodeJS.ErrnoException)}.`, { place: file, cause });
  } finally {
    stream.destroy();
  }
}

async function* prepend(first: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  yield* rest;
}

/** Whether a file begins with the two magic bytes of gzip. */
const isPacked = (start: Uint8Array): boolean => start[0] === 0x1f && start[1] === 0x8b;

function describe({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EISDIR') return 'this is a folder, not a file';
  if (code === 'EACCES') return 'the file may not be read';
  if (code?.startsWith('Z_') === true) return `the file cannot be unpacked (${message})`;
  return `the file cannot be read (${message})`;
}
