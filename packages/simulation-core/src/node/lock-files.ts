import { link, open, readdir, rename, rm } from 'node:fs/promises';
import { openRegularFile } from './open-regular-file.js';

/** File operations of taking a lock. Tests stop, fail and reorder them. All throw system errors. */
export interface LockFiles {
  /** Creates a file that does not exist yet and writes it. A crash in between leaves it empty. */
  create(file: string, text: string): Promise<void>;
  link(from: string, to: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  remove(file: string): Promise<void>;
  /** @throws NotAFileError */
  read(file: string): Promise<string>;
  list(folder: string): Promise<readonly string[]>;
}

export const diskLockFiles: LockFiles = {
  create: async (file, text) => {
    const handle = await open(file, 'wx');
    try {
      await handle.writeFile(text);
    } finally {
      await handle.close();
    }
  },
  link,
  rename,
  remove: (file) => rm(file, { force: true }),
  read: async (file) => {
    const handle = await openRegularFile(file);
    try {
      return await handle.readFile('utf8');
    } finally {
      await handle.close();
    }
  },
  list: (folder) => readdir(folder),
};
