import { type Dirent, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { UsageError } from '../cli/console-error.js';

/** Reads the files of a folder and of the folders in it as text, by path with slashes. @throws UsageError if there is no such folder */
export function readTextFolder(cwd: string, folder: string): Readonly<Record<string, string>> {
  const path = resolve(cwd, folder);
  return Object.fromEntries(filesBelow(path, folder).map((name) => [name, readFileSync(join(path, name), 'utf8')]));
}

/**
 * Writes texts into a folder, by path with slashes, and returns these paths.
 * @throws UsageError if the folder holds prompts already
 */
export function writeTextFolder(cwd: string, folder: string, files: Readonly<Record<string, string>>): readonly string[] {
  const path = resolve(cwd, folder);
  mkdirSync(path, { recursive: true });
  if (filesBelow(path, folder).some((name) => /\.(?:txt|yaml)$/.test(name)))
    throw new UsageError(`${folder} holds prompts already; name a new folder, so that none of your words are lost.`);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), text);
  }
  return Object.keys(files);
}

function filesBelow(path: string, folder: string, within = ''): readonly string[] {
  return entriesOf(join(path, within), folder).flatMap((entry): readonly string[] => {
    const name = within === '' ? entry.name : `${within}/${entry.name}`;
    if (entry.isFile()) return [name];
    return entry.isDirectory() && !entry.name.startsWith('.') ? filesBelow(path, folder, name) : [];
  });
}

function entriesOf(path: string, folder: string): readonly Dirent[] {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch (cause) {
    throw new UsageError(`${folder} is no folder that can be read.`, { cause });
  }
}
