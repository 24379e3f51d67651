/** Lets one in at a time, in the order of arrival. */
export class Turnstile {
  #last: Promise<void> = Promise.resolve();
  #inside = 0;

  /** Whether somebody is in, or waits to be. */
  get isTaken(): boolean {
    return this.#inside > 0;
  }

  /**
   * Waits until all who came before have left.
   * @returns a function to leave with; to be called exactly once
   * @throws the signal's reason where it fires first; the place in the row is given up then
   */
  async enter(signal?: AbortSignal): Promise<() => void> {
    const before = this.#last;
    let leave = (): void => {};
    const mine = new Promise<void>((resolve) => {
      leave = () => {
        this.#inside -= 1;
        resolve();
      };
    });
    this.#inside += 1;
    this.#last = before.then(() => mine);
    try {
      await orAborted(before, signal);
      return leave;
    } catch (error) {
      leave();
      throw error;
    }
  }
}

async function orAborted(wait: Promise<void>, signal: AbortSignal | undefined): Promise<void> {
  if (!signal) return wait;
  signal.throwIfAborted();
  let stop = (): void => {};
  const aborted = new Promise<never>((_resolve, reject) => {
    stop = () => reject(signal.reason as Error);
    signal.addEventListener('abort', stop);
  });
  try {
    await Promise.race([wait, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
