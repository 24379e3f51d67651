import { mkdir, open, readFile, rename, rm, unlink } from 'node:fs/promises';
import { readFileSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { z } from 'zod';
import { JournalConflictError } from '../errors/journal-errors.js';
import { isCode } from './is-code.js';

const holderSchema = z.object({ host: z.string(), pid: z.number().int(), processStart: z.string(), nonce: z.string() });
type Holder = z.infer<typeof holderSchema>;

/** The right to write one run, as a file that only its holder has created. */
export interface RunLock {
  /** @throws JournalConflictError when somebody else has taken the run over */
  check(): void;
  release(): Promise<void>;
}

let locksTaken = 0;

/**
 * Takes the lock file. One left behind is taken over only when its process, on this host, is gone.
 * @throws JournalConflictError
 */
export async function takeRunLock(file: string, runId: string): Promise<RunLock> {
  await mkdir(dirname(file), { recursive: true });
  const self: Holder = {
    host: hostname(),
    pid: process.pid,
    processStart: processStart(process.pid) ?? 'unknown',
    nonce: `${process.pid}-${++locksTaken}`,
  };
  for (let tries = 0; tries < 5; tries++) {
    if (await createExclusively(file, self)) return heldLock(file, runId, self);
    const holder = await readHolder(file);
    if (holder === 'gone') continue;
    if (holder === 'unreadable') {
      throw new JournalConflictError(
        runId,
        `${file} is not a lock this program wrote; if no other process is writing run ${runId}, delete it`,
      );
    }
    const alive = holder.host !== self.host || isAlive(holder);
    if (alive) {
      throw new JournalConflictError(
        runId,
        `run ${runId} is being written by process ${holder.pid} on ${holder.host}; wait for it to end` +
          (holder.host === self.host ? '' : `, or delete ${file} if that machine is gone`),
      );
    }
    // Renaming first makes sure that of several who see a dead holder only one removes its lock.
    const stale = `${file}.stale-${self.nonce}`;
    await rename(file, stale).catch(() => {});
    const renamed = await readHolder(stale);
    if (renamed !== 'gone' && renamed !== 'unreadable' && renamed.nonce !== holder.nonce) {
      await rename(stale, file).catch(() => {});
      continue;
    }
    await rm(stale, { force: true });
  }
  throw new JournalConflictError(runId, `the lock ${file} could not be taken; another process is just taking it: try again`);
}

async function createExclusively(file: string, holder: Holder): Promise<boolean> {
  try {
    const handle = await open(file, 'wx');
    await handle.writeFile(JSON.stringify(holder));
    await handle.close();
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  }
}

async function readHolder(file: string): Promise<Holder | 'gone' | 'unreadable'> {
  try {
    const parsed = holderSchema.safeParse(JSON.parse(await readFile(file, 'utf8')));
    return parsed.success ? parsed.data : 'unreadable';
  } catch (error) {
    return isCode(error, 'ENOENT') ? 'gone' : 'unreadable';
  }
}

function heldLock(file: string, runId: string, self: Holder): RunLock {
  const own = fileMark(file);
  return {
    check: () => {
      if (own === undefined || fileMark(file) !== own)
        throw new JournalConflictError(runId, `run ${runId} was taken over by another writer; this one stops`);
    },
    release: async () => {
      const holder = await readHolder(file);
      if (typeof holder !== 'string' && holder.nonce === self.nonce && holder.processStart === self.processStart)
        await unlink(file).catch(() => {});
    },
  };
}

/** Tells a file from a later one of the same name; synchronous, because it is asked before every write and takes microseconds. */
function fileMark(file: string): string | undefined {
  const stat = statSync(file, { bigint: true, throwIfNoEntry: false });
  return stat && `${stat.ino} ${stat.mtimeNs}`;
}

function isAlive(holder: Holder): boolean {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    return isCode(error, 'EPERM');
  }
  const start = processStart(holder.pid);
  return start === undefined || start === holder.processStart;
}

/** When a process was started, in clock ticks since boot: tells a process from a later one with the same number. Linux only. */
function processStart(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}
