/**
 * Work for runs that goes on beside them: one piece at a time, so that a hundred runs that end together do not all have
 * their journals in memory; a newer piece for a run takes the place of one that has not begun.
 */
export class BesideRuns {
  readonly #waiting = new Map<string, () => Promise<void>>();
  readonly #onError: (runId: string, error: unknown) => void;
  #working: Promise<void> | undefined;

  /** @param onError sees what a piece of work threw; everything else goes on */
  constructor(onError: (runId: string, error: unknown) => void) {
    this.#onError = onError;
  }

  add(runId: string, work: () => Promise<void>): void {
    // Taken out first, so that a run whose work is renewed again and again does not keep others waiting.
    this.#waiting.delete(runId);
    this.#waiting.set(runId, work);
    this.#working ??= this.#workThrough();
  }

  /** Waits until nothing is left to do. */
  async join(): Promise<void> {
    while (this.#working) await this.#working;
  }

  async #workThrough(): Promise<void> {
    for (let next = this.#take(); next; next = this.#take()) {
      const [runId, work] = next;
      try {
        await work();
      } catch (error) {
        this.#onError(runId, error);
      }
    }
    this.#working = undefined;
  }

  #take(): readonly [string, () => Promise<void>] | undefined {
    const [next] = this.#waiting;
    if (next) this.#waiting.delete(next[0]);
    return next;
  }
}
