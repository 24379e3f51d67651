import { createReadStream, readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { createGunzip } from 'node:zlib';

/** Folder of the data: `DIPLOMACY_DATA` (default `shared/data/diplomacy` beside the repository). */
export const dataFolder =
  process.env['DIPLOMACY_DATA'] ?? fileURLToPath(new URL('../../../../shared/data/diplomacy', import.meta.url));

/** Reads a JSON file of the data folder. The caller declares its type. */
export function readData<T>(file: string): T {
  return JSON.parse(readFileSync(path.join(dataFolder, file), 'utf8')) as T;
}

/** Yields the values of a `.jsonl` or `.jsonl.gz` file of the data folder. The caller declares their type. */
export async function* readLines<T>(file: string): AsyncGenerator<T> {
  const stream = createReadStream(path.join(dataFolder, file));
  const input = file.endsWith('.gz') ? stream.pipe(createGunzip()) : stream;
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    if (line.trim() !== '') yield JSON.parse(line) as T;
  }
}
