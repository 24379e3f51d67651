import type { JournalEntry } from '../journal/entry.js';

/**
 * The longest time between two entries of one session that passes for work. No call may take so long; a longer one is a clock that was
 * set, or a machine that slept.
 */
export const LONGEST_GAP_MS = 24 * 3_600_000;

/**
 * The time a run has been worked on, in milliseconds, as its entries pass by in the order of the journal. A session goes from `run-started`
 * or `run-resumed` to `run-interrupted`, `run-ended` or, where its process was killed, its last entry; pauses between sessions do not count.
 * Neither do steps of the clock: one backwards, or one forward by more than `LONGEST_GAP_MS`.
 */
export class WorkedTime {
  #lastAt: number | undefined;
  #ms = 0;
  #clockSteps = 0;

  /** Up to the last entry. */
  get ms(): number {
    return this.#ms;
  }

  /** How often the clock was moved, as far as that shows. */
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
        // What came before was the parent's work.
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
