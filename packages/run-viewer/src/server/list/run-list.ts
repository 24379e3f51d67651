import { type Clock, elapsedNow } from '@entente/llm-clients';
import { EmptyJournalError } from '@entente/simulation-core';
import type { JournalMark, JournalStore } from '@entente/simulation-core/journal';
import type { CostOf } from '../cost-of.js';
import { type RunRow, runRow } from '../run-row.js';
import { type DamagedRun, ListedRuns, type ListChange } from './listed-runs.js';

export interface RunListOptions {
  readonly store: Pick<JournalStore, 'marks' | 'summary'>;
  readonly costOf: CostOf;
  readonly clock: Clock;
}

/** A run that is not over counts as running for this time after its journal grew: a call may take as long. */
const RUNNING_MS = 60_000;
/** Number of journals whose head and tail are read at once. */
const READ_AT_ONCE = 16;
/** Looking at all journals takes at most this share of the time. */
const SHARE_OF_TIME = 0.1;
const SHORTEST_PAUSE_MS = 1000;

/** All runs of a store as rows. A journal is read again only when its mark has changed, the most recent first. */
export class RunList {
  readonly #options: RunListOptions;
  readonly #runs = new ListedRuns();
  #marks: ReadonlyMap<string, JournalMark> = new Map();
  /** Readers that wait until that many journals are read. */
  #waiting: { readonly number: number; readonly resolve: () => void }[] = [];
  /** Journals without an entry, which are no runs yet. */
  readonly #empty = new Set<string>();
  #looking: Promise<void> | undefined;
  #isComplete = false;
  #pausesUntil = -Infinity;

  constructor(options: RunListOptions) {
    this.#options = options;
  }

  /**
   * Returns what has changed since a version, 0 for all. Looks for changes first.
   * @param patienceMs maximum time to wait for journals that are being read
   * @param most maximum number of changes; the rest follows from the version of the result on
   * @throws errors of the store, such as a folder that may not be read
   */
  async since(version: number, patienceMs: number, most = Infinity): Promise<ListChange> {
    await this.#patiently(this.look(), patienceMs);
    return this.#runs.since(version, { ...this.#extent(), most });
  }

  /**
   * Returns the runs that began last, as soon as that many are read. Its version is 0, since the others are still to be asked for.
   * @throws errors of the store, such as a folder that may not be read
   */
  async newest(most: number, patienceMs: number): Promise<ListChange> {
    const looked = this.look();
    await this.#patiently(Promise.race([looked, this.#hasRead(most)]), patienceMs);
    looked.catch(() => {}); // told to whoever asks next
    const runs = this.rows().toSorted((one, other) => other.startedAt - one.startedAt);
    return {
      ...{ version: 0, ...this.#extent() },
      ...{ runs: runs.slice(0, most), damaged: this.damaged(), gone: [] },
    };
  }

  #extent(): Pick<ListChange, 'known' | 'isComplete'> {
    return { known: this.#marks.size - this.#empty.size, isComplete: this.#isComplete };
  }

  async #patiently(work: Promise<void>, patienceMs: number): Promise<void> {
    const over = new AbortController();
    await Promise.race([work, this.#options.clock.sleep(patienceMs, over.signal).catch(() => {})]);
    over.abort();
  }

  async #hasRead(number: number): Promise<void> {
    if (this.#runs.size >= number) return;
    await new Promise<void>((resolve) => this.#waiting.push({ number, resolve }));
  }

  /** Rows of all runs that were read, in no order. */
  rows(): readonly RunRow[] {
    return this.#runs.rows();
  }

  /** Journals that cannot be listed. */
  damaged(): readonly DamagedRun[] {
    return this.#runs.damaged();
  }

  /** Looks at all journals, unless that was just done. */
  async look(): Promise<void> {
    if (this.#looking === undefined && elapsedNow(this.#options.clock) < this.#pausesUntil) return;
    this.#looking ??= this.#lookAtAll().finally(() => (this.#looking = undefined));
    return this.#looking;
  }

  async #lookAtAll(): Promise<void> {
    const { store, clock } = this.#options;
    const began = elapsedNow(clock);
    const before = this.#marks;
    const marks = await store.marks();
    const tookMs = elapsedNow(clock) - began;
    this.#marks = marks;
    for (const runId of before.keys()) {
      if (marks.has(runId)) continue;
      this.#runs.remove(runId);
      this.#empty.delete(runId);
    }
    const changed = [...marks].filter(([runId, { mark }]) => before.get(runId)?.mark !== mark);
    changed.sort(([, one], [, other]) => other.changedAt - one.changedAt);
    const readNext = async (): Promise<void> => {
      for (let next = changed.shift(); next !== undefined; next = changed.shift()) await this.#read(...next);
    };
    await Promise.all(Array.from({ length: READ_AT_ONCE }, readNext));
    this.#isComplete = true;
    for (const { resolve } of this.#waiting.splice(0)) resolve();
    for (const [runId, { changedAt }] of marks) this.#runs.setRunning(runId, clock.now() - changedAt < RUNNING_MS);
    this.#pausesUntil = elapsedNow(clock) + Math.max(SHORTEST_PAUSE_MS, tookMs / SHARE_OF_TIME);
  }

  async #read(runId: string, { changedAt }: JournalMark): Promise<void> {
    const { store, costOf, clock } = this.#options;
    try {
      this.#empty.delete(runId);
      const summary = await store.summary(runId);
      if (summary === undefined) return;
      const row = runRow(summary, costOf);
      this.#runs.set(runId, { kind: 'run', row });
      this.#runs.setRunning(runId, clock.now() - changedAt < RUNNING_MS);
      for (const { number, resolve } of this.#waiting) if (this.#runs.size >= number) resolve();
      this.#waiting = this.#waiting.filter(({ number }) => this.#runs.size < number);
    } catch (error) {
      // Nothing is on record yet; the run shows up with its first entry.
      if (EmptyJournalError.isInstance(error)) return void this.#empty.add(runId);
      this.#runs.set(runId, { kind: 'damaged', message: error instanceof Error ? error.message : String(error) });
    }
  }
}
