import { createReadStream } from 'node:fs';

const BLOCK_BYTES = 1 << 18;
const LINE_FEED = 0x0a;

/**
 * The whole lines of a file as bytes, without their line feeds. What stands behind the last line feed is left out: a torn line.
 * @param onRest is told of what was left out, once all lines have been taken
 */
export async function* readLines(file: string, onRest?: (rest: Buffer) => void): AsyncGenerator<Buffer> {
  let open: Buffer[] = [];
  for await (const block of createReadStream(file, { highWaterMark: BLOCK_BYTES }) as AsyncIterable<Buffer>) {
    let start = 0;
    for (let end = block.indexOf(LINE_FEED); end >= 0; end = block.indexOf(LINE_FEED, start)) {
      const rest = block.subarray(start, end);
      yield open.length === 0 ? rest : Buffer.concat([...open, rest]);
      open = [];
      start = end + 1;
    }
    if (start < block.length) open.push(block.subarray(start));
  }
  if (open.length > 0) onRest?.(Buffer.concat(open));
}
