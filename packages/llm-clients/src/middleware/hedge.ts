import { type Clock, elapsedNow } from '../clock/clock.js';
import { sleepAwake } from '../clock/sleep-awake.js';
import { ProviderError } from '../errors/provider-errors.js';
import { type Attempt, type GenerateRequest, type GenerateResult, identityOf, type LanguageModel } from '../language-model.js';
import { LatencyEstimate } from './latency-estimate.js';
import type { LimitedModel } from './rate-limit.js';

export interface HedgeOptions {
  readonly clock: Clock;
  /** Answers to have seen before the first hedge, so that "slow" means something. @default 20 */
  readonly fewestSamples?: number | undefined;
}

/**
 * Sends a second request once a call has outlasted 95 % of the recent ones, if a slot is free that moment; the first
 * answer wins, the other request is aborted and listed as `abandoned`: it may have been billed, its cost is unknown.
 */
export function withHedge(model: LimitedModel, { clock, fewestSamples = 20 }: HedgeOptions): LanguageModel {
  const latencies = new LatencyEstimate(fewestSamples);
  return {
    ...identityOf(model),
    async generate(request) {
      const race = new Race(model, request, clock);
      const result = await race.run(latencies.p95());
      // Measured from the first request on; otherwise each hedge that wins would make the endpoint look fast.
      latencies.add(race.elapsedMs());
      return result;
    },
  };
}

interface Runner {
  readonly startedAt: number;
  readonly stop: AbortController;
}

class Race {
  readonly #model: LimitedModel;
  readonly #request: GenerateRequest;
  readonly #clock: Clock;
  readonly #runners = new Set<Runner>();
  readonly #failures: Attempt[] = [];
  readonly #over = new AbortController();
  #startedAt = 0;

  constructor(model: LimitedModel, request: GenerateRequest, clock: Clock) {
    this.#model = model;
    this.#request = request;
    this.#clock = clock;
  }

  elapsedMs(): number {
    return elapsedNow(this.#clock) - this.#startedAt;
  }

  run(hedgeAfterMs: number | undefined): Promise<GenerateResult> {
    return new Promise((resolve, reject) => {
      const { signal } = this.#request;
      const abortAll = (): void => {
        for (const { stop } of this.#runners) stop.abort(signal?.reason);
      };
      if (signal?.aborted) abortAll();
      signal?.addEventListener('abort', abortAll, { once: true });
      const finish = (settle: () => void): void => {
        signal?.removeEventListener('abort', abortAll);
        this.#over.abort();
        settle();
      };
      const watch = (runner: Runner, call: Promise<GenerateResult>): void => {
        this.#runners.add(runner);
        call.then(
          (result) => {
            this.#runners.delete(runner);
            finish(() => resolve(this.#withLosers(result)));
          },
          (error: Error) => {
            this.#runners.delete(runner);
            if (this.#over.signal.aborted) return;
            if (ProviderError.isInstance(error)) {
              this.#failures.push(...error.attempts);
              error.attempts = [...this.#failures];
            }
            // While the other request is under way, its answer may still come.
            if (this.#runners.size === 0) finish(() => reject(error));
          },
        );
      };

      const first: Runner = { startedAt: elapsedNow(this.#clock), stop: new AbortController() };
      if (signal?.aborted) first.stop.abort(signal.reason);
      watch(
        first,
        this.#model.generate({ ...this.#request, signal: first.stop.signal }, () => {
          this.#startedAt = elapsedNow(this.#clock);
          if (hedgeAfterMs === undefined) return;
          void this.#afterWait(hedgeAfterMs, () => {
            const second: Runner = { startedAt: elapsedNow(this.#clock), stop: new AbortController() };
            const call = this.#model.generateIfFree({ ...this.#request, signal: second.stop.signal });
            if (call) watch(second, call);
          });
        }),
      );
    });
  }

  async #afterWait(ms: number, hedge: () => void): Promise<void> {
    try {
      await sleepAwake(this.#clock, ms, this.#over.signal);
    } catch {
      return;
    }
    const { signal, stop } = this.#request;
    if (this.#runners.size > 0 && !signal?.aborted && !stop?.aborted) hedge();
  }

  /** Aborts whoever still runs, and lists it before the winner. */
  #withLosers(result: GenerateResult): GenerateResult {
    const now = elapsedNow(this.#clock);
    const losers = [...this.#runners].map(({ startedAt, stop }): Attempt => {
      stop.abort(new Error('another request answered first'));
      return { outcome: 'abandoned', latencyMs: now - startedAt, message: 'another request answered first; its cost is unknown' };
    });
    const before = [...this.#failures, ...losers];
    return before.length === 0 ? result : { ...result, attempts: [...before, ...result.attempts] };
  }
}
