import { execFileSync } from 'node:child_process';
import { chmod, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A fault of a run's folder, made in a folder that does not exist yet. */
export interface BadJournal {
  readonly name: string;
  /** Set if nothing is lost: the process was killed before anything was recorded. */
  readonly isEmpty?: true;
  /** Set if only an ordinary user is kept out. */
  readonly forOrdinaryUsers?: true;
  /** @param sound text of a sound journal */
  make(folder: string, sound: string): Promise<void>;
}

const inFolder =
  (make: (file: string, sound: string) => Promise<void>): BadJournal['make'] =>
  async (folder, sound) => {
    await mkdir(folder);
    await make(join(folder, 'journal.jsonl'), sound);
  };

const withText = (edit: (sound: string) => string | Uint8Array): BadJournal['make'] =>
  inFolder((file, sound) => writeFile(file, edit(sound)));

/** Everything that has been found in the place of a journal. */
export const badJournals: readonly BadJournal[] = [
  { name: 'a byte order mark', make: withText((sound) => `\ufeff${sound}`) },
  { name: 'UTF-16', make: withText((sound) => Buffer.from(`\ufeff${sound}`, 'utf16le')) },
  { name: 'other text', make: withText(() => 'notes of mine\nand more\n') },
  { name: 'other JSON', make: withText(() => '[1, 2]\n') },
  {
    name: 'random bytes',
    make: withText(() => Buffer.from(Array.from({ length: 999 }, (_, index) => (index * 151 + 43) % 256))),
  },
  { name: 'many zeros', make: withText(() => Buffer.alloc(300_000)) },
  { name: 'nothing', isEmpty: true, make: withText(() => '') },
  { name: 'half a header', isEmpty: true, make: withText((sound) => sound.slice(0, sound.indexOf('\n') >> 1)) },
  { name: 'a header of a newer version', make: withText((sound) => sound.replace('"v":1', '"v":99')) },
  { name: 'a changed header', make: withText((sound) => sound.replace('"seed":"', '"seed":"7')) },
  { name: 'a lost header', make: withText((sound) => sound.slice(sound.indexOf('\n') + 1)) },
  { name: 'a damaged last line', make: withText((sound) => sound.replace(/"v":1(?!.*\n.)/, '"v":1 ')) },
  {
    name: 'an end of a newer version',
    make: withText((sound) => `${sound}{"type":"dreamt","v":99}\n`),
  },
  { name: 'a folder', make: inFolder((file) => mkdir(file).then(() => undefined)) },
  { name: 'a link to itself', make: inFolder((file) => symlink('journal.jsonl', file)) },
  { name: 'a link to nowhere', make: inFolder((file) => symlink('nowhere', file)) },
  { name: 'a folder that is a link to itself', make: (folder) => symlink(folder, folder) },
  ...(process.platform === 'win32'
    ? []
    : [
        {
          name: 'a pipe',
          make: inFolder(async (file) => void execFileSync('mkfifo', [file])),
        },
        { name: 'a device', make: inFolder((file) => symlink('/dev/zero', file)) },
        {
          name: 'a file this user may not read',
          forOrdinaryUsers: true,
          make: inFolder(async (file, sound) => {
            await writeFile(file, sound);
            await chmod(file, 0);
          }),
        } as const,
        {
          name: 'a folder this user may not enter',
          forOrdinaryUsers: true,
          make: inFolder(async (file, sound) => {
            await writeFile(file, sound);
            await chmod(join(file, '..'), 0);
          }),
        } as const,
      ]),
];

/** Removes the folder that `make` made, even if its permissions forbid it. */
export async function removeBadJournal(folder: string): Promise<void> {
  await chmod(folder, 0o700).catch(() => {});
  await rm(folder, { recursive: true, force: true });
}
