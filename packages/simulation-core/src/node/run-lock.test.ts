import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { JournalConflictError } from '../errors/journal-errors.js';
import { diskLockFiles, type LockFiles } from './lock-files.js';
import { type LockHolder, newHolder } from './lock-holder.js';
import { takeRunLock } from './run-lock.js';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lock-'));
  file = join(folder, 'journal.lock');
});
afterEach(() => rm(folder, { recursive: true }));

const DIRECT = 'pid:[4026531836]';
/** A process as Linux tells of it, wherever the test runs. */
const self: LockHolder = { ...newHolder(), host: 'h', boot: 'boot-1', pidNamespace: DIRECT, machine: 'm' };
const NOBODY = 2 ** 22 + 1;

const refused = async (options = { self }): Promise<string> => {
  const error: unknown = await takeRunLock(file, 'r', options).then(
    () => 'taken',
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(JournalConflictError);
  const { message } = error as JournalConflictError;
  expect(message).not.toContain('\n');
  return message;
};

test.each<readonly [string, Partial<LockHolder>, RegExp | 'taken']>([
  ['a living process', {}, /^run r is being written by process \d+ on h; wait for it to end$/],
  ['a process that is gone', { pid: NOBODY }, 'taken'],
  ['an earlier process with the same number', { processStart: '1' }, 'taken'],
  ['another machine', { host: 'other', pid: NOBODY }, /on other; wait for it to end, or delete .*journal\.lock if that machine/],
  [
    'a container of the same host name',
    { pidNamespace: 'pid:[7]', pid: NOBODY },
    /another container .* or delete .*journal\.lock/,
  ],
  ['before the machine was started anew', { boot: 'boot-0' }, 'taken'],
  ['before a start, of a container', { boot: 'boot-0', pidNamespace: 'pid:[7]' }, /started anew, .* delete .*journal\.lock/],
  ['another machine of that name', { boot: 'boot-0', machine: 'n' }, /another one of the same name; delete .*journal\.lock/],
  ['a machine without an id', { boot: 'boot-0', machine: undefined }, /another one of the same name; delete .*journal\.lock/],
  ['an older version of this program', { boot: undefined, pidNamespace: undefined, machine: undefined, pid: NOBODY }, 'taken'],
  ['a system that tells no start', { processStart: 'unknown' }, /delete .*journal\.lock if process \d+ is another program/],
])('a lock of %s', async (_whose, holder, expected) => {
  await writeFile(file, JSON.stringify({ ...self, nonce: 'other', ...holder }));
  if (expected !== 'taken') {
    const before = await readFile(file, 'utf8');
    expect(await refused()).toMatch(expected);
    expect(await readFile(file, 'utf8')).toBe(before);
    return;
  }
  const lock = await takeRunLock(file, 'r', { self });
  lock.check();
  await lock.release();
  expect(await readdir(folder)).toEqual([]);
});

test('a lock that a crash or a full disk cut short at any byte is taken over, and so is an empty one', async () => {
  const whole = JSON.stringify({ ...self, nonce: 'other' });
  const cut = Array.from({ length: whole.length }, (_, bytes) => whole.slice(0, bytes));
  for (const text of [...cut, '\0'.repeat(whole.length), `${whole.slice(0, 40)}${'\0'.repeat(9)}`, '\n']) {
    await writeFile(file, text);
    const lock = await takeRunLock(file, 'r', { self });
    lock.check();
    await lock.release();
    expect(await readdir(folder)).toEqual([]);
  }
});

test('a file that is no lock of this program is left alone, and named with the remedy', async () => {
  for (const text of ['notes', '{"host":"h"}', '[]', '{"pid":1}']) {
    await writeFile(file, text);
    expect(await refused()).toMatch(/journal\.lock cannot be read .*not a lock this program wrote.* delete it/);
    expect(await readFile(file, 'utf8')).toBe(text);
  }
  await rm(file);
  await mkdir(file);
  expect(await refused()).toMatch(/no file but a folder/);
  if (process.platform === 'win32') return;
  await rm(file, { recursive: true });
  execFileSync('mkfifo', [file]);
  expect(await refused()).toMatch(/no file but a pipe/);
});

/** The operations of a disk, each passed through a hook that may throw, wait, or let it be done. */
function hooked(hook: (operation: keyof LockFiles, path: string) => unknown): LockFiles {
  const wrap =
    <Operation extends keyof LockFiles>(operation: Operation) =>
    async (...args: Parameters<LockFiles[Operation]>) => {
      await hook(operation, args[0]);
      return (diskLockFiles[operation] as (...given: readonly string[]) => Promise<never>)(...args);
    };
  return {
    create: wrap('create'),
    link: wrap('link'),
    rename: wrap('rename'),
    remove: wrap('remove'),
    read: wrap('read'),
    list: wrap('list'),
  };
}

const failing = (code: string): Error => Object.assign(new Error(`${code}: refused`), { code });

test.each(['ENOSPC', 'EDQUOT', 'EIO', 'EROFS', 'EACCES'])(
  'an operation that fails with %s, whichever it is, is told or made up for, and keeps nobody from the lock',
  async (code) => {
    for (const before of [undefined, JSON.stringify({ ...self, pid: NOBODY })]) {
      for (let at = 0, isDone = false; !isDone; at++) {
        await rm(folder, { recursive: true });
        await mkdir(folder);
        if (before !== undefined) await writeFile(file, before);
        let operations = 0;
        const files = hooked(() => {
          if (operations++ === at) throw failing(code);
        });
        const own = { ...self, nonce: `${self.nonce}-${at}-${before === undefined}` };
        const taken = await takeRunLock(file, 'r', { self: own, files }).catch((error: unknown) => error as Error);
        isDone = operations <= at;
        operations = at + 1;
        if (taken instanceof Error) {
          expect(String(taken)).toMatch(code);
          expect(isDone).toBe(false);
        } else {
          taken.check();
          await taken.release();
        }
        const next = await takeRunLock(file, 'r', { self: { ...self, nonce: 'next' } });
        next.check();
        await next.release();
      }
    }
  },
);

const TAKERS = 3;

/** Files in memory; every operation waits until the scheduler lets it be done. */
function scheduledFiles(scheduler: fc.Scheduler, contents: Map<string, string>, canLink: boolean) {
  return (taker: number): LockFiles => {
    const turn = (operation: string, path: string): Promise<void> =>
      scheduler.schedule(Promise.resolve(), `${taker} ${operation} ${path}`);
    const contentOf = (path: string): string => {
      const content = contents.get(path);
      if (content === undefined) throw failing('ENOENT');
      return content;
    };
    const put = (path: string, content: string): void => {
      if (contents.has(path)) throw failing('EEXIST');
      contents.set(path, content);
    };
    return {
      create: async (path, text) => {
        await turn('open', path);
        put(path, '');
        await turn('write', path);
        // Whoever has renamed it away has renamed the open file.
        for (const [name, content] of contents) if (content === '' && name.startsWith(path)) contents.set(name, text);
      },
      link: async (from, to) => {
        await turn('link', from);
        if (!canLink) throw failing('EPERM');
        put(to, contentOf(from));
      },
      rename: async (from, to) => {
        await turn('rename', from);
        contents.set(to, contentOf(from));
        contents.delete(from);
      },
      remove: async (path) => {
        await turn('remove', path);
        contents.delete(path);
      },
      read: async (path) => {
        await turn('read', path);
        return contentOf(path);
      },
      list: async () => {
        await turn('list', '');
        return [...contents.keys()].map((path) => path.slice(folder.length + 1));
      },
    };
  };
}

/** Takes one lock several times at once; returns which takers have got it. */
async function race(scheduler: fc.Scheduler, contents: Map<string, string>, canLink: boolean): Promise<readonly number[]> {
  const filesOf = scheduledFiles(scheduler, contents, canLink);
  const winners: number[] = [];
  const takers = Array.from({ length: TAKERS }, (_, taker) =>
    takeRunLock(file, 'r', { self: { ...self, nonce: `taker-${taker}` }, files: filesOf(taker) }).then(
      () => void winners.push(taker),
      (error: unknown) => expect(error).toBeInstanceOf(JournalConflictError),
    ),
  );
  let open = takers.length;
  for (const taker of takers) void taker.finally(() => open--);
  while (open > 0) {
    if (scheduler.count() > 0) await scheduler.waitOne();
    else await mkdir(folder, { recursive: true });
    const [winner] = winners;
    if (winner !== undefined && canLink) expect(contents.get(file), 'a lock once taken stays').toContain(`taker-${winner}`);
  }
  await Promise.all(takers);
  return winners;
}

test.each([
  ['free', undefined],
  ['of a process that is gone', JSON.stringify({ ...self, nonce: 'gone', pid: NOBODY })],
  ['empty', ''],
] as const)(
  'of several who take a lock that is %s at once one has it, in whatever order their steps are done',
  async (_, before) => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const contents = new Map<string, string>(before === undefined ? [] : [[file, before]]);
        const winners = await race(scheduler, contents, true);
        expect(winners).toHaveLength(1);
        expect([...contents.keys()]).toEqual([file]);
        expect(JSON.parse(contents.get(file)!)).toMatchObject({ nonce: `taker-${winners[0]}` });
      }),
      { numRuns: 100 },
    );
  },
);

test('without hard links, several processes at once never hold the lock of another', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), async (scheduler) => {
      const contents = new Map([[file, JSON.stringify({ ...self, nonce: 'gone', pid: NOBODY })]]);
      const winners = await race(scheduler, contents, false);
      const holder = contents.get(file);
      const passing = winners.filter((taker) => holder !== undefined && JSON.parse(holder).nonce === `taker-${taker}`);
      expect(passing).toHaveLength(winners.length === 0 ? 0 : 1);
    }),
    { numRuns: 100 },
  );
});

test('without hard links a lock is taken, kept and released all the same', async () => {
  const files = hooked((operation) => {
    if (operation === 'link') throw failing('EPERM');
  });
  for (const before of [undefined, '', JSON.stringify({ ...self, pid: NOBODY })]) {
    if (before !== undefined) await writeFile(file, before);
    const lock = await takeRunLock(file, 'r', { self, files });
    lock.check();
    await expect(takeRunLock(file, 'r', { files })).rejects.toThrow(JournalConflictError);
    await lock.release();
    expect(await readdir(folder)).toEqual([]);
  }
});

test('a lock is identified by its content, not by its inode', async () => {
  const lock = await takeRunLock(file, 'r', { self });
  lock.check();
  const text = await readFile(file, 'utf8');
  const moved = join(folder, 'moved');
  await writeFile(moved, text);
  await rename(moved, file);
  lock.check();
  await writeFile(moved, JSON.stringify({ ...self, nonce: 'other', pid: 77 }));
  await rename(moved, file);
  expect(() => lock.check()).toThrow(/taken over by another writer \(process 77 on h\); this one stops/);
  await lock.release();
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ nonce: 'other' });
  await rm(file);
  expect(() => lock.check()).toThrow(JournalConflictError);
});
