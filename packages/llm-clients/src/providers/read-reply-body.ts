import type { Duplex, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

/** Default maximum number of bytes of a reply: no model writes as much. */
export const MOST_REPLY_BYTES = 32 * 1024 * 1024;

const UNPACKERS: Readonly<Record<string, () => Duplex>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** A reply with more bytes than are taken. It was cut off there: what has come is not kept. */
export class ReplyTooLargeError extends Error {
  readonly maxBytes: number;
  readonly status: number;

  constructor(maxBytes: number, status: number) {
    super(`the reply has more than ${maxBytes.toLocaleString('en')} bytes and was cut off there (maxReplyBytes)`);
    this.maxBytes = maxBytes;
    this.status = status;
  }
}

export interface ReplyBodyOptions {
  /** Content encodings in the order they were applied, as the header lists them; none of them was asked for. */
  readonly encoding: string;
  readonly maxBytes: number;
  readonly status: number;
}

/**
 * Reads the text of a reply, unpacked. Bytes are counted as they come out, so that neither an endless reply nor a small one that unpacks to
 * gigabytes is ever held whole: at the limit the connection is closed. Of an error response, what came before the limit is given.
 * @throws ReplyTooLargeError beyond the limit
 */
export async function readReplyBody(body: Readable, { encoding, maxBytes, status }: ReplyBodyOptions): Promise<string> {
  // Readers receive its errors. Without this listener, an error after the last read would end the process.
  body.on('error', () => undefined);
  const unpackers = encodingsIn(encoding).map((name) => {
    const unpack = UNPACKERS[name];
    if (unpack) return unpack();
    body.destroy();
    throw new Error(`The response is encoded as "${encoding}", which was not asked for`);
  });
  const chunks: Buffer[] = [];
  let bytes = 0;
  const collect = async (source: AsyncIterable<Buffer>): Promise<void> => {
    for await (const chunk of source) {
      chunks.push(chunk.subarray(0, maxBytes - bytes));
      bytes += chunk.length;
      if (bytes > maxBytes) throw new ReplyTooLargeError(maxBytes, status);
    }
  };
  try {
    // A loop over the body costs less than a pipeline, and destroys it as well.
    if (unpackers.length === 0) await collect(body);
    else await pipeline(body, ...(unpackers as [Duplex]), collect);
  } catch (error) {
    if (bytes <= maxBytes) throw error;
    // A pipeline that is cut short throws what it likes.
    if (status < 400) throw new ReplyTooLargeError(maxBytes, status);
  }
  return Buffer.concat(chunks)
    .toString('utf8')
    .replace(/^\uFEFF/, '');
}

function encodingsIn(header: string): readonly string[] {
  // Listed in the order they were applied.
  return header
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '' && name !== 'identity')
    .reverse();
}
