/** The process that is killed while it takes locks: the n-th lock up to its n-th file operation, and all of them until none gets further. */
import { writeFileSync } from 'node:fs';
import { diskLockFiles, type LockFiles } from '../src/node/lock-files.js';
import { takeRunLock } from '../src/node/run-lock.js';

const locks = process.argv.slice(2);
let underWay = locks.length;

const end = (): void => {
  if (--underWay === 0) process.kill(process.pid, 'SIGKILL');
};

/** The disk's operations, of which only the first `points` are done; a file that is written counts twice, half of it and all of it. */
function filesUpTo(points: number): LockFiles {
  let done = 0;
  const upTo = async (): Promise<void> => {
    if (done++ < points) return;
    end();
    await new Promise<never>(() => {});
  };
  const limited =
    <Operation extends keyof LockFiles>(operation: Operation) =>
    async (...args: Parameters<LockFiles[Operation]>) => {
      await upTo();
      return (diskLockFiles[operation] as (...given: readonly string[]) => Promise<never>)(...args);
    };
  return {
    create: async (file, text) => {
      await upTo();
      if (done === points) writeFileSync(file, text.slice(0, text.length / 2), { flag: 'wx' });
      await upTo();
      await diskLockFiles.create(file, text);
    },
    link: limited('link'),
    rename: limited('rename'),
    remove: limited('remove'),
    read: limited('read'),
    list: limited('list'),
  };
}

await Promise.all(
  locks.map(async (lock, points) => {
    await takeRunLock(lock, 'r', { files: filesUpTo(points) });
    process.stdout.write(`${points}\n`);
    end();
  }),
);
