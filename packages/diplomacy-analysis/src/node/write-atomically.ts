import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Small pieces are gathered to this many characters before they go to the disk. */
const CHUNK = 1 << 16;

let written = 0;

/**
 * Writes a file whole or not at all: the text goes to a temporary file beside it, which then takes the name. Readers see the old file or the
 * new one. Of two writers at the same time the last one wins.
 */
export async function writeAtomically(file: string, pieces: AsyncIterable<string> | Iterable<string>): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const temporary = join(dirname(file), `.${basename(file)}.${process.pid}-${written++}.tmp`);
  const handle = await open(temporary, 'w');
  try {
    let gathered = '';
    for await (const piece of pieces) {
      gathered += piece;
      if (gathered.length < CHUNK) continue;
      await handle.writeFile(gathered);
      gathered = '';
    }
    await handle.writeFile(gathered);
    await handle.close();
    await rename(temporary, file);
  } catch (error) {
    await handle.close().catch(() => {});
    await rm(temporary, { force: true });
    throw error;
  }
}
