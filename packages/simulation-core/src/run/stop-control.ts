import { setMaxListeners } from 'node:events';
import type { RunSettings } from './run-settings.js';

const DEFAULT_GRACE_MS = 60_000;

/**
 * Ends a run from outside in one of two ways: after `stop` no new call starts, and calls in flight have the grace time to land;
 * after `abort` they are cut.
 */
export class StopControl {
  readonly #cut = new AbortController();
  readonly #done = new AbortController();
  readonly #stopping = new AbortController();
  readonly #settings: RunSettings;

  constructor(settings: RunSettings) {
    this.#settings = settings;
    // All lines of control of the run may listen at once.
    setMaxListeners(0, this.#stopping.signal, this.#cut.signal);
    settings.abort?.addEventListener('abort', this.#onAbort, { once: true, signal: this.#done.signal });
    if (settings.abort?.aborted) this.#onAbort();
    settings.stop?.addEventListener('abort', this.#onStop, { once: true, signal: this.#done.signal });
    if (settings.stop?.aborted) this.#onStop();
  }

  /** Signal of this run alone, so that its listeners are released with the run. */
  get stop(): AbortSignal {
    return this.#stopping.signal;
  }

  get abort(): AbortSignal {
    return this.#cut.signal;
  }

  /** Releases signals and timers after the run. */
  release(): void {
    this.#done.abort();
  }

  readonly #onAbort = (): void => {
    this.#cut.abort(this.#settings.abort?.reason);
  };

  readonly #onStop = (): void => {
    const { clock, graceMs = DEFAULT_GRACE_MS } = this.#settings;
    this.#stopping.abort(this.#settings.stop?.reason);
    clock.sleep(graceMs, this.#done.signal).then(
      () => this.#cut.abort(this.stop.reason),
      () => {},
    );
  };
}
