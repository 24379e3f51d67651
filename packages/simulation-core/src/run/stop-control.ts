import type { RunSettings } from './run-settings.js';

const DEFAULT_GRACE_MS = 60_000;

/**
 * The two ways a run is ended from outside: after `stop` no new call starts and those in flight have the grace time to
 * land; after `abort` they are cut.
 */
export class StopControl {
  readonly #cut = new AbortController();
  readonly #done = new AbortController();
  readonly stop: AbortSignal;
  readonly #settings: RunSettings;

  constructor(settings: RunSettings) {
    this.#settings = settings;
    this.stop = settings.stop ?? new AbortController().signal;
    settings.abort?.addEventListener('abort', this.#onAbort, { once: true, signal: this.#done.signal });
    if (settings.abort?.aborted) this.#onAbort();
    this.stop.addEventListener('abort', this.#onStop, { once: true, signal: this.#done.signal });
    if (this.stop.aborted) this.#onStop();
  }

  get abort(): AbortSignal {
    return this.#cut.signal;
  }

  /** Lets go of signals and timers; the run is over. */
  release(): void {
    this.#done.abort();
  }

  readonly #onAbort = (): void => {
    this.#cut.abort(this.#settings.abort?.reason);
  };

  readonly #onStop = (): void => {
    const { clock, graceMs = DEFAULT_GRACE_MS } = this.#settings;
    clock.sleep(graceMs, this.#done.signal).then(
      () => this.#cut.abort(this.stop.reason),
      () => {},
    );
  };
}
