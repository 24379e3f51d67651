import { readFileSync, statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { JournalConflictError } from '../errors/journal-errors.js';
import { isCode } from '../errors/system-error.js';
import { diskLockFiles, type LockFiles } from './lock-files.js';
import { type LockHolder, newHolder, objectionTo, parseHolder } from './lock-holder.js';

/** The right to write one run: a file that its holder alone has created. */
export interface RunLock {
  /** Checks before every write that the lock is still held. @throws JournalConflictError if it is not */
  check(): void;
  release(): Promise<void>;
}

export interface RunLockOptions {
  /** @default the disk's */
  readonly files?: LockFiles;
  /** @default this process */
  readonly self?: LockHolder;
}

/** Maximum number of times that the lock may vanish or change hands while it is being looked at. */
const TRIES = 20;

/**
 * Takes the lock file. The file appears whole or not at all, as it is written under a private name and then linked. A lock that
 * was left behind is taken over if it is empty (a crash, or a full disk) or its process is known to be gone (`objectionTo`), by
 * one process at a time and by renaming it away first. A lock is identified by its content, as some network file systems change
 * inodes.
 * @throws JournalConflictError; system errors if the lock cannot be written
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
  /** An empty lock, or one that a crash or a full disk cut short. */
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

  /** @param claim lock of the right to take `file` over; a claim itself is taken over without one */
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

  /** Removes files that killed processes have left beside the lock. */
  async sweep(file: string): Promise<void> {
    const own = `${basename(file)}.`;
    const names = await this.files.list(dirname(file)).catch((): string[] => []);
    for (const name of names.filter((each) => each.startsWith(own))) {
      const left = join(dirname(file), name);
      const found = await this.#look(left);
      if (found.kind !== 'absent' && this.#objectionTo(found, left) === undefined) await this.#clear(left, found).catch(() => {});
    }
  }

  /** Creates the whole lock; false if there is one already. */
  async #appear(file: string): Promise<boolean> {
    const own = `${file}.${this.self.nonce}-${++this.#attempts}`;
    const text = JSON.stringify(this.self);
    try {
      await this.files.create(own, text);
      return await this.files.link(own, file).then(
        () => true,
        (error: unknown) => {
          // A sweeping process may have removed the private file as left behind; one more try makes another.
          if (isCode(error, 'EEXIST') || isCode(error, 'ENOENT')) return false;
          return this.#createInPlace(file, text);
        },
      );
    } finally {
      await this.files.remove(own).catch(() => {});
    }
  }

  /** Creates the lock on file systems without hard links. It is empty for a moment, so readers look once more. */
  async #createInPlace(file: string, text: string): Promise<boolean> {
    try {
      await this.files.create(file, text);
    } catch (error) {
      if (isCode(error, 'EEXIST')) return false;
      throw error;
    }
    return this.#isOwn(await this.#look(file));
  }

  /** Renames away the lock that was found, unless it has changed meanwhile. */
  async #clear(file: string, found: Found): Promise<void> {
    if (!isSame(await this.#look(file), found)) return;
    const stale = `${file}.stale-${this.self.nonce}`;
    try {
      await this.files.rename(file, stale);
    } catch (error) {
      if (isCode(error, 'ENOENT')) return;
      throw error;
    }
    // A claim is taken over without a claim, so this may be the new lock of another process.
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

/** A disk that lost power may hold zeros in the place of bytes that had not reached it. */
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
 * Fingerprint of the file: as long as it stays the same, so does the content. Checked before every write, in microseconds; the
 * content is read only after a change.
 */
function markOf(file: string): string | undefined {
  const stat = statSync(file, { bigint: true, throwIfNoEntry: false });
  return stat?.isFile() ? `${stat.dev} ${stat.ino} ${stat.mtimeNs} ${stat.size}` : undefined;
}
