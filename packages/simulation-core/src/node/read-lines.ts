import type { FileHandle } from 'node:fs/promises';

const BLOCK_BYTES = 1 << 18;
const LINE_FEED = 0x0a;

/**
 * Reads the whole lines of a file as bytes, without their line feeds. Leaves out a torn line behind the last line feed.
 * @param onRest called with the bytes that were left out, once all lines have been taken
 */
export async function* readLines(handle: FileHandle, onRest?: (rest: Buffer) => void): AsyncGenerator<Buffer> {
  let open: Buffer[] = [];
  for (let position = 0; ;) {
    const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafe(BLOCK_BYTES), 0, BLOCK_BYTES, position);
    if (bytesRead === 0) break;
    position += bytesRead;
    const block = buffer.subarray(0, bytesRead);
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
