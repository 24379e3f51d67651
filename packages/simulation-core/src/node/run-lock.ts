import { readFileSync, statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { JournalConflictError } from '../errors/journal-errors.js';
import { isCode } from '../errors/system-error.js';
import { diskLockFiles, type LockFiles } from './lock-files.js';
import { type LockHolder, newHolder, objectionTo, parseHolder } from './lock-holder.js';

/** The right to write one run, as a file that only its holder has created. */
export interface RunLock {
  /** Looks before every write whether the lock is still this one's. @throws JournalConflictError when it is not */
  check(): void;
  release(): Promise<void>;
}

export interface RunLockOptions {
  /** @default the disk's */
  readonly files?: LockFiles;
  /** @default this process */
  readonly self?: LockHolder;
}

/** How often the lock may vanish or change hands while it is being looked at. */
const TRIES = 20;

/**
 * Takes the lock file. It appears whole or not at all: it is written under a private name and then linked. One left behind is taken over
 * when it is empty (a crash, or a full disk) or its process is known to be gone (`objectionTo`), by one process at a time
 * and by renaming it away first. It is known by its content, not by its inode, which some network file systems change.
 * @throws JournalConflictError; errors of the system where the lock cannot be written
 */
export async function takeRunLock(
  file: string,
  runId: string,
  { files = diskLockFiles, self = newHolder() }: RunLockOptions = {},
): Promise<RunLock> {
  await mkdir(dirname(file), { recursive: true });
  const taking = new Taking(runId, self, files);
  await taking.take(file, `${file}.takeover`);
  await taking.sweep(file);
  return heldLock(file, runId, self, files);
}

type Found =
  | { readonly kind: 'absent' }
  /** Nothing, or the beginning of a lock that a crash or a full disk cut short. */
  | { readonly kind: 'torn'; readonly text: string }
  | { readonly kind: 'held'; readonly holder: LockHolder }
  | { readonly kind: 'strange'; readonly problem: string };

class Taking {
  #attempts = 0;

  constructor(
    readonly runId: string,
    readonly self: LockHolder,
    readonly files: LockFiles,
  ) {}

  /** @param claim the lock that says who may take `file` over; a claim itself is taken over without one */
  async take(file: string, claim?: string): Promise<void> {
    for (let tries = 0; tries < TRIES; tries++) {
      if (await this.#appear(file)) return;
      const found = await this.#look(file);
      if (found.kind === 'absent') continue;
      if (this.#isOwn(found)) return;
      const objection = this.#objectionTo(found, file);
      if (objection !== undefined) throw new JournalConflictError(this.runId, objection);
      if (claim === undefined) await this.#clear(file, found);
      else {
        await this.take(claim);
        try {
          await this.#clear(file, found);
        } finally {
          await this.files.remove(claim).catch(() => {});
        }
      }
    }
    throw new JournalConflictError(
      this.runId,
      `the lock ${file} could not be taken; another process is just taking it: try again`,
    );
  }

  /** Removes what processes that were killed on the way to the lock have left beside it. */
  async sweep(file: string): Promise<void> {
    const own = `${basename(file)}.`;
    const names = await this.files.list(dirname(file)).catch((): string[] => []);
    for (const name of names.filter((each) => each.startsWith(own))) {
      const left = join(dirname(file), name);
      const found = await this.#look(left);
      if (found.kind !== 'absent' && this.#objectionTo(found, left) === undefined) await this.#clear(left, found).catch(() => {});
    }
  }

  /** Makes the lock, whole; false where there is one. */
  async #appear(file: string): Promise<boolean> {
    const own = `${file}.${this.self.nonce}-${++this.#attempts}`;
    const text = JSON.stringify(this.self);
    try {
      await this.files.create(own, text);
      return await this.files.link(own, file).then(
        () => true,
        (error: unknown) => {
          // Whoever sweeps may take the private file for one that was left; one more try makes another.
          if (isCode(error, 'EEXIST') || isCode(error, 'ENOENT')) return false;
          return this.#createInPlace(file, text);
        },
      );
    } finally {
      await this.files.remove(own).catch(() => {});
    }
  }

  /** For file systems without hard links. A lock is empty for a moment here, so it is looked at once more. */
  async #createInPlace(file: string, text: string): Promise<boolean> {
    try {
      await this.files.create(file, text);
    } catch (error) {
      if (isCode(error, 'EEXIST')) return false;
      throw error;
    }
    return this.#isOwn(await this.#look(file));
  }

  /** Renames away what was found there, unless it has become something else meanwhile. */
  async #clear(file: string, found: Found): Promise<void> {
    if (!isSame(await this.#look(file), found)) return;
    const stale = `${file}.stale-${this.self.nonce}`;
    try {
      await this.files.rename(file, stale);
    } catch (error) {
      if (isCode(error, 'ENOENT')) return;
      throw error;
    }
    // A claim is taken over without a claim, so another one's new lock may have been caught.
    if (!isSame(await this.#look(stale), found)) await this.files.link(stale, file).catch(() => {});
    await this.files.remove(stale);
  }

  async #look(file: string): Promise<Found> {
    let text: string;
    try {
      text = await this.files.read(file);
    } catch (error) {
      if (isCode(error, 'ENOENT')) return { kind: 'absent' };
      return { kind: 'strange', problem: error instanceof Error ? error.message : String(error) };
    }
    const holder = parseHolder(text);
    if (holder) return { kind: 'held', holder };
    return isTorn(text) ? { kind: 'torn', text } : { kind: 'strange', problem: 'it is not a lock this program wrote' };
  }

  #isOwn(found: Found): boolean {
    return found.kind === 'held' && found.holder.nonce === this.self.nonce;
  }

  #objectionTo(found: Exclude<Found, { kind: 'absent' }>, file: string): string | undefined {
    if (found.kind === 'torn') return undefined;
    if (found.kind === 'strange')
      return `the lock ${file} cannot be read (${found.problem}); if no other process is writing run ${this.runId}, delete it`;
    const objection = objectionTo(found.holder, this.self, file);
    return objection && `run ${this.runId} ${objection}`;
  }
}

/** A disk that lost its power may leave zeros in the place of what had not reached it. */
function isTorn(text: string): boolean {
  const start = text.replace(/\0+$/, '').trim();
  return start === '' || ('{"host":"'.startsWith(start.slice(0, 9)) && !start.endsWith('}'));
}

function isSame(one: Found, other: Found): boolean {
  if (one.kind === 'held' && other.kind === 'held')
    return one.holder.nonce === other.holder.nonce && one.holder.processStart === other.holder.processStart;
  return one.kind === 'torn' && other.kind === 'torn' && one.text === other.text;
}

function heldLock(file: string, runId: string, self: LockHolder, files: LockFiles): RunLock {
  let seen: string | undefined;
  return {
    check: () => {
      const mark = markOf(file);
      if (mark !== undefined && mark === seen) return;
      const holder = mark === undefined ? undefined : holderIn(file);
      if (holder?.nonce === self.nonce) {
        seen = mark;
        return;
      }
      const by = holder ? ` (process ${holder.pid} on ${holder.host})` : '';
      throw new JournalConflictError(runId, `run ${runId} was taken over by another writer${by}; this one stops`);
    },
    release: async () => {
      const holder = await files.read(file).then(parseHolder, () => undefined);
      if (holder?.nonce === self.nonce) await files.remove(file).catch(() => {});
    },
  };
}

function holderIn(file: string): LockHolder | undefined {
  try {
    return parseHolder(readFileSync(file, 'utf8'));
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/**
 * As long as this stays the same, so does the content. It is asked before every write, and takes microseconds; where it has changed,
 * the content is read.
 */
function markOf(file: string): string | undefined {
  const stat = statSync(file, { bigint: true, throwIfNoEntry: false });
  return stat?.isFile() ? `${stat.dev} ${stat.ino} ${stat.mtimeNs} ${stat.size}` : undefined;
}
