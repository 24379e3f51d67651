import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { nodeClock } from '@entente/llm-clients';
import { ConsoleError } from '../cli/console-error.js';
import type { ConsoleIo } from '../cli/console-io.js';
import { explainError } from '../cli/explain-error.js';
import { DEFAULT_RUNS_FOLDER } from '../options/option-groups.js';

/** The folder of runs as an absolute path. */
export function runsFolder(cwd: string, runsDir: string): string {
  return resolve(cwd, runsDir);
}

/**
 * A folder of runs as commands given in `cwd` name it with `--runs-dir`: from there, so that no file has a path of this machine in it.
 * @returns `null` where they look by themselves
 */
export function runsDirOf(cwd: string, folder: string): string | null {
  const path = relative(cwd, folder);
  return path === DEFAULT_RUNS_FOLDER ? null : path === '' ? '.' : path;
}

const PROBE_BYTES = 1 << 12;

/** Makes the folder if need be, and tries to write in it. @throws ConsoleError saying what is in the way */
export async function assertWritable(folder: string): Promise<void> {
  const probe = join(folder, `.writable-${process.pid}`);
  try {
    await makeFolder(folder);
    // A full disk takes a new name, and not one byte.
    await writeFile(probe, Buffer.alloc(PROBE_BYTES), { flush: true });
    await rm(probe, { force: true });
  } catch (error) {
    await rm(probe, { force: true }).catch(() => {});
    throw new ConsoleError(`Runs cannot be kept here: ${explainError(error)}`, { cause: error });
  }
}

/**
 * Makes a folder for the runs of one command: `runs/demo-2026-11-22-021536`, with a further number where two begin in one second.
 * @param name begins the folder's name: `demo`
 * @returns the folder as `--runs-dir` takes it
 */
export async function freshFolder(io: ConsoleIo, runsDir: string, name: string): Promise<string> {
  const stamp = new Date((io.clock ?? nodeClock).now()).toISOString().slice(0, 19).replace('T', '-').replaceAll(':', '');
  await assertWritable(runsFolder(io.cwd, runsDir));
  for (let number = 1; ; number++) {
    const folder = join(runsDir, `${name}-${stamp}${number === 1 ? '' : `-${number}`}`);
    try {
      await mkdir(runsFolder(io.cwd, folder));
      return folder;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
  }
}

/** Like `mkdir -p`. Node's own recursive form never comes back where the system refuses with ENOENT, as in /proc. */
async function makeFolder(folder: string): Promise<void> {
  if (existsSync(folder)) return;
  await makeFolder(dirname(folder));
  await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
}
