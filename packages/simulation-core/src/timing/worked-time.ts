import type { JournalEntry } from '../journal/entry.js';

/**
 * Maximum time between two entries of one session that counts as work. No call may take longer; a longer gap means that the clock
 * was set, or that the machine slept.
 */
export const LONGEST_GAP_MS = 24 * 3_600_000;

/**
 * Sums up the working time of a run, in milliseconds, from its entries in journal order. A session lasts from `run-started` or
 * `run-resumed` to `run-interrupted`, `run-ended` or, if its process was killed, its last entry. Pauses between sessions do not
 * count, nor do jumps of the clock: backwards, or forward by more than `LONGEST_GAP_MS`.
 */
export class WorkedTime {
  #lastAt: number | undefined;
  #ms = 0;
  #clockSteps = 0;

  /** Working time up to the last entry. */
  get ms(): number {
    return this.#ms;
  }

  /** Number of times that the clock was set, as far as can be seen. */
  get clockSteps(): number {
    return this.#clockSteps;
  }

  add(entry: JournalEntry): void {
    if (!('at' in entry)) return;
    switch (entry.type) {
      case 'run-started':
      case 'run-resumed':
        this.#lastAt = entry.at;
        return;
      case 'run-forked':
        // Earlier entries are the work of the parent.
        this.#ms = 0;
        this.#clockSteps = 0;
        this.#lastAt = undefined;
        return;
      default:
        this.#pass(entry.at);
        if (entry.type === 'run-interrupted' || entry.type === 'run-ended') this.#lastAt = undefined;
    }
  }

  #pass(at: number): void {
    const since = this.#lastAt;
    if (since === undefined) return;
    this.#lastAt = at;
    const gapMs = at - since;
    if (gapMs < 0 || gapMs > LONGEST_GAP_MS) this.#clockSteps += 1;
    else this.#ms += gapMs;
  }
}
