import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'tsup';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newHolder } from '../src/node/lock-holder.js';
import { takeRunLock } from '../src/node/run-lock.js';

let folder: string;
let child: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lock-kills-'));
  await build({
    config: false,
    entry: { child: join(import.meta.dirname, 'lock-child.ts') },
    outDir: join(folder, 'program'),
    format: 'esm',
    target: 'node20',
    platform: 'node',
    noExternal: [/.*/],
    silent: true,
    outExtension: () => ({ js: '.mjs' }),
    esbuildOptions: (options) => {
      options.conditions = ['@entente/source'];
    },
  });
  child = join(folder, 'program', 'child.mjs');
});
afterAll(() => rm(folder, { recursive: true }));

/** More than taking a lock has operations. */
const POINTS = 40;

/** Lets a process take each lock up to the operation of its number, and killed; returns the numbers of those that it had taken. */
function takeAndDie(locks: readonly string[]): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [child, ...locks], (error, stdout) => {
      if (error?.signal === 'SIGKILL') resolve(stdout.trim().split('\n'));
      else reject(error ?? new Error('the process was not killed'));
    });
  });
}

const GONE = JSON.stringify({ ...newHolder(), pid: 2 ** 22 + 1 });

test.each([
  ['there is none', undefined, 4],
  ['one of a process that is gone', GONE, 15],
  ['an empty one', '', 15],
] as const)(
  'a process killed at any point of taking a lock, where %s, keeps nobody from taking it',
  async (name, before, operations) => {
    const folders = Array.from({ length: POINTS }, (_, point) => join(folder, name, String(point)));
    const locks = folders.map((place) => join(place, 'journal.lock'));
    for (const [point, place] of folders.entries()) {
      await mkdir(place, { recursive: true });
      if (before !== undefined) await writeFile(locks[point]!, before);
    }
    const taken = await takeAndDie(locks);
    expect(POINTS - taken.length).toBeGreaterThan(operations);
    expect(taken).toContain(String(POINTS - 1));
    for (const [point, file] of locks.entries()) {
      const lock = await takeRunLock(file, 'r');
      expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ pid: process.pid });
      lock.check();
      await lock.release();
      expect(await readdir(folders[point]!), `left at point ${point}`).toEqual([]);
    }
  },
);
