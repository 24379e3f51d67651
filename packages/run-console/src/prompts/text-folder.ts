import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { UsageError } from '../cli/console-error.js';

/** Reads the files of a folder and its folders as text, by path with slashes. @throws UsageError if there is no such folder */
export async function readTextFolder(cwd: string, folder: string): Promise<Readonly<Record<string, string>>> {
  const path = resolve(cwd, folder);
  const files: Record<string, string> = {};
  for (const name of await filesBelow(path, folder)) files[name] = await readFile(join(path, name), 'utf8');
  return files;
}

/** Writes files of a folder, by path with slashes. @throws UsageError if the folder holds prompts already */
export async function writeTextFolder(
  cwd: string,
  folder: string,
  files: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const path = resolve(cwd, folder);
  await mkdir(path, { recursive: true });
  if ((await filesBelow(path, folder)).some((name) => /\.(?:txt|yaml)$/.test(name)))
    throw new UsageError(`${folder} holds prompts already; name a new folder, so that none of your words are lost.`);
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(path, name)), { recursive: true });
    await writeFile(join(path, name), text);
  }
  return Object.keys(files);
}

async function filesBelow(path: string, folder: string, within = ''): Promise<readonly string[]> {
  const entries = await readdir(join(path, within), { withFileTypes: true }).catch((cause: unknown) => {
    throw new UsageError(`${folder} is no folder that can be read.`, { cause });
  });
  const names: string[] = [];
  for (const entry of entries) {
    const name = within === '' ? entry.name : `${within}/${entry.name}`;
    if (entry.isFile()) names.push(name);
    else if (entry.isDirectory() && !entry.name.startsWith('.')) names.push(...(await filesBelow(path, folder, name)));
  }
  return names;
}
