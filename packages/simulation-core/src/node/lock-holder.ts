// eslint-disable-next-line no-restricted-imports -- a lock must differ from every other lock ever taken; nothing of a run depends on it
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { z } from 'zod';
import { isCode } from '../errors/system-error.js';

const holderSchema = z.object({
  host: z.string(),
  pid: z.number().int(),
  /** Clock ticks since boot; `unknown` where the system does not tell. */
  processStart: z.string(),
  /** Unique for every lock. */
  nonce: z.string(),
  /** Linux only, like all that follows; absent in locks of older versions. */
  boot: z.string().optional(),
  pidNamespace: z.string().optional(),
  /** A digest of `/etc/machine-id`. */
  machine: z.string().optional(),
});

/** Holder of a lock: a process, identified as far as the system allows. */
export type LockHolder = z.infer<typeof holderSchema>;

/** Pid namespace of every process outside of containers, on every machine. */
const INITIAL_PID_NAMESPACE = 'pid:[4026531836]';

/** This process, as the holder of a new lock. */
export function newHolder(): LockHolder {
  return {
    host: hostname(),
    pid: process.pid,
    processStart: processStart(process.pid) ?? 'unknown',
    nonce: randomBytes(16).toString('hex'),
    ...optional('boot', () => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
    ...optional('pidNamespace', () => readlinkSync('/proc/self/ns/pid')),
    ...optional('machine', () => digestOf(readFileSync('/etc/machine-id', 'utf8').trim())),
  };
}

export function parseHolder(text: string): LockHolder | undefined {
  try {
    return holderSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/**
 * Reason why a lock of this holder may not be taken over, and the remedy, as the end of a sentence about the run. A process
 * number has a meaning only on the same machine, since its last start and in the same pid namespace, so only there can its
 * process be known to be gone. A machine without containers that was restarted has none of its processes left.
 * @param file the lock, for the message
 * @returns undefined where the process is gone
 */
export function objectionTo(holder: LockHolder, self: LockHolder, file: string): string | undefined {
  const who = `${holder.pid} on ${holder.host}`;
  if (holder.host !== self.host)
    return `is being written by process ${who}; wait for it to end, or delete ${file} if that machine is gone`;
  if (differ(holder.boot, self.boot)) {
    const isThisMachine = holder.machine !== undefined && holder.machine === self.machine;
    const isDirect = [holder, self].every(({ pidNamespace }) => pidNamespace === INITIAL_PID_NAMESPACE);
    if (isThisMachine && isDirect) return undefined;
    return `was being written by process ${who} before that machine or container was started anew, or is on another one of the same name; delete ${file} if nothing writes the run any more`;
  }
  if (differ(holder.pidNamespace, self.pidNamespace))
    return `is being written by process ${who}, in another container or pid namespace; wait for it to end, or delete ${file} if that container is gone`;
  switch (stateOf(holder)) {
    case 'gone':
      return undefined;
    case 'alive':
      return `is being written by process ${who}; wait for it to end`;
    case 'perhaps':
      return `is being written by process ${who}; wait for it to end, or delete ${file} if process ${holder.pid} is another program: this system does not tell`;
  }
}

function stateOf(holder: LockHolder): 'alive' | 'gone' | 'perhaps' {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if (!isCode(error, 'EPERM')) return 'gone';
  }
  const start = processStart(holder.pid);
  if (start === undefined || holder.processStart === 'unknown') return 'perhaps';
  return start === holder.processStart ? 'alive' : 'gone';
}

/** Start time of a process, which tells it from a later one with the same number. Undefined where the system does not tell. */
function processStart(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // A killed process that its parent has not collected yet writes nothing any more.
    return state === 'Z' || state === 'X' ? 'ended' : fields[18];
  } catch {
    return undefined;
  }
}

function differ(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && one !== other;
}

function optional<Key extends string>(key: Key, read: () => string): Partial<Record<Key, string>> {
  try {
    return { [key]: read() } as Record<Key, string>;
  } catch {
    return {};
  }
}

function digestOf(text: string): string {
  return createHash('sha256').update(`entente lock ${text}`).digest('hex').slice(0, 16);
}
