import type { RunRow } from '../run-row.js';

/** A journal that cannot be listed, and why. */
export interface DamagedRun {
  readonly runId: string;
  readonly message: string;
}

/** Changes of the list since some version of it. */
export interface ListChange {
  /** Version of the list with these changes. */
  readonly version: number;
  /** Number of runs in the store; more than rows while they are being read. */
  readonly known: number;
  /** Whether all of them have been read. */
  readonly isComplete: boolean;
  readonly runs: readonly RunRow[];
  readonly damaged: readonly DamagedRun[];
  /** Runs that are no longer there. */
  readonly gone: readonly string[];
}

type Item =
  | { readonly kind: 'run'; readonly row: RunRow }
  | { readonly kind: 'damaged'; readonly message: string }
  | { readonly kind: 'gone' };

/** Rows by run, with the version of the list in which each changed last. */
export class ListedRuns {
  /** Ordered by version, as a changed run is put behind all others. */
  readonly #items = new Map<string, { readonly item: Item; readonly version: number }>();
  #version = 0;

  set(runId: string, item: Item): void {
    this.#version++;
    this.#items.delete(runId);
    this.#items.set(runId, { item, version: this.#version });
  }

  remove(runId: string): void {
    if (this.#items.has(runId)) this.set(runId, { kind: 'gone' });
  }

  /** Shows a run that is not over as running or not. */
  setRunning(runId: string, isRunning: boolean): void {
    const item = this.#items.get(runId)?.item;
    if (item?.kind !== 'run') return;
    const { status } = item.row;
    if (isRunning && status === 'unfinished') this.set(runId, { kind: 'run', row: { ...item.row, status: 'running' } });
    if (!isRunning && status === 'running') this.set(runId, { kind: 'run', row: { ...item.row, status: 'unfinished' } });
  }

  /** All rows, in no order. */
  rows(): readonly RunRow[] {
    return [...this.#items.values()].flatMap(({ item }) => (item.kind === 'run' ? [item.row] : []));
  }

  /** Journals that cannot be listed. */
  damaged(): readonly DamagedRun[] {
    return [...this.#items].flatMap(([runId, { item }]) => (item.kind === 'damaged' ? [{ runId, message: item.message }] : []));
  }

  /** Number of runs and of journals that cannot be listed. */
  get size(): number {
    return this.#items.size;
  }

  /**
   * Changes since a version, the earliest first.
   * @param most maximum number of changes; the version of the result is that of the last one
   */
  since(version: number, { most, ...store }: Pick<ListChange, 'known' | 'isComplete'> & { readonly most: number }): ListChange {
    const runs: RunRow[] = [];
    const damaged: DamagedRun[] = [];
    const gone: string[] = [];
    let [told, reached] = [0, version];
    for (const [runId, { item, version: changedIn }] of this.#items) {
      if (changedIn <= version) continue;
      if (told++ === most) return { version: reached, ...store, runs, damaged, gone };
      reached = changedIn;
      if (item.kind === 'run') runs.push(item.row);
      else if (item.kind === 'damaged') damaged.push({ runId, message: item.message });
      else if (version > 0) gone.push(runId);
    }
    return { version: this.#version, ...store, runs, damaged, gone };
  }
}
