/** Pause before a watch that was cut is begun again, in milliseconds. */
const AGAIN_MS = 3000;

/**
 * Waits for a journal to grow: gives a turn for each time that it has. Growth during a turn is told once, after it.
 * @param from number of entries that are known already
 */
export async function* watchGrowth(runId: string, from: () => number, signal: AbortSignal): AsyncGenerator<void> {
  const isOver = (): boolean => signal.aborted;
  while (!isOver()) {
    const watch = new Watch(`./api/runs/${encodeURIComponent(runId)}/events?from=${from()}`);
    const stop = (): void => watch.close();
    signal.addEventListener('abort', stop);
    try {
      while ((await watch.next()) && !isOver()) yield;
    } finally {
      watch.close();
      signal.removeEventListener('abort', stop);
    }
    if (!isOver()) await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  }
}

/** Events of one journal, as long as the connection lasts. */
class Watch {
  readonly #source: EventSource;
  #hasGrown: boolean = false;
  #isCut = false;
  #wake: () => void = () => {};

  constructor(address: string) {
    this.#source = new EventSource(address);
    this.#source.addEventListener('grown', () => {
      this.#hasGrown = true;
      this.#wake();
    });
    for (const event of ['lost', 'error']) this.#source.addEventListener(event, () => this.close());
  }

  /** Resolves once the journal has grown since the last call: to false if the connection was cut. */
  async next(): Promise<boolean> {
    if (!this.#hasGrown && !this.#isCut)
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    const hasGrown = this.#hasGrown;
    this.#hasGrown = false;
    return hasGrown;
  }

  close(): void {
    this.#isCut = true;
    this.#source.close();
    this.#wake();
  }
}
