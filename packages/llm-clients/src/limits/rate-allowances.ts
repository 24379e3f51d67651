import { type Clock, elapsedNow } from '../clock/clock.js';
import type { RateLimits } from '../model-clients.js';
import type { RateLimitHeaders } from '../providers/rate-limit-headers.js';
import { TokenBucket } from './token-bucket.js';

/** A call, as far as limits per minute are concerned. */
export interface Ask {
  /** Providers count requests and tokens per model; the limits in a response hold for its model alone. */
  readonly model?: string | undefined;
  /** Estimates the tokens it will take, input and output; called only where tokens are limited. */
  readonly tokens?: (() => number) | undefined;
}

interface Buckets {
  readonly requests?: TokenBucket | undefined;
  readonly tokens?: TokenBucket | undefined;
}

// A provider may ask for an hour's wait. The model is tried again sooner, since the allowance may be there earlier.
const LONGEST_PAUSE_MS = 60_000;

/**
 * Requests and tokens per minute of one endpoint for one account key: the user's own limits, which all models share, the provider's, which it
 * announces for each model in its headers, and pauses after a 429.
 */
export class RateAllowances {
  readonly #clock: Clock;
  readonly #configured: Buckets;
  /** The provider's limits, by model. */
  readonly #learnt = new Map<string, Buckets>();
  /** By model, after a 429: its limit need not be another's. */
  readonly #pausedUntil = new Map<string, number>();
  #announced: RateLimits | undefined;

  constructor({ clock, requestsPerMinute, tokensPerMinute }: RateLimits & { readonly clock: Clock }) {
    const now = elapsedNow(clock);
    this.#clock = clock;
    this.#configured = {
      requests: requestsPerMinute === undefined ? undefined : TokenBucket.configured(requestsPerMinute, now),
      tokens: tokensPerMinute === undefined ? undefined : TokenBucket.configured(tokensPerMinute, now),
    };
  }

  /** The provider's limits as it last announced them, for progress displays. */
  get announced(): RateLimits | undefined {
    return this.#announced;
  }

  /** Learns a model's limits from the headers of a response. */
  learn(model: string, headers: RateLimitHeaders): void {
    const now = elapsedNow(this.#clock);
    const before = this.#learnt.get(model);
    const { limitRequests, limitTokens, remainingRequests, remainingTokens } = headers;
    this.#learnt.set(model, {
      requests: learnt(before?.requests, limitRequests, remainingRequests, now),
      tokens: learnt(before?.tokens, limitTokens, remainingTokens, now),
    });
    if (limitRequests === undefined && limitTokens === undefined) return;
    this.#announced = { requestsPerMinute: limitRequests, tokensPerMinute: limitTokens };
  }

  /** Lets no call to the model start for as long as a 429 asked, one minute at most. */
  pause(model: string, retryAfterMs = 0): void {
    const until = elapsedNow(this.#clock) + Math.min(LONGEST_PAUSE_MS, retryAfterMs);
    this.#pausedUntil.set(model, Math.max(this.#pausedUntil.get(model) ?? -Infinity, until));
  }

  /** Milliseconds until the provider's limits for the call's model let it start. */
  ownWaitMs(ask: Ask): number {
    const { model = '' } = ask;
    const now = elapsedNow(this.#clock);
    const learnt = this.#learnt.get(model);
    return Math.max(0, (this.#pausedUntil.get(model) ?? -Infinity) - now, learnt ? waitFor(learnt, ask, now) : 0);
  }

  /** Milliseconds until the user's own limits let it start. All models share them, so nobody overtakes the first in the queue. */
  sharedWaitMs(ask: Ask): number {
    return waitFor(this.#configured, ask, elapsedNow(this.#clock));
  }

  /**
   * Spends one request and the estimated tokens of a call that starts.
   * @returns a function that corrects the estimate by the tokens the call really took
   */
  spend(ask: Ask): (tokensTaken: number) => void {
    const now = elapsedNow(this.#clock);
    const learnt = this.#learnt.get(ask.model ?? '');
    const buckets = learnt ? [this.#configured, learnt] : [this.#configured];
    const reserved = ask.tokens && buckets.some(({ tokens }) => tokens) ? ask.tokens() : 0;
    for (const { requests, tokens } of buckets) {
      requests?.spend(1, now);
      tokens?.spend(reserved, now);
    }
    return (tokensTaken) => {
      for (const { tokens } of buckets) tokens?.spend(tokensTaken - reserved, elapsedNow(this.#clock));
    };
  }
}

function waitFor({ requests, tokens }: Buckets, ask: Ask, now: number): number {
  return Math.max(requests?.waitMs(1, now) ?? 0, tokens && ask.tokens ? tokens.waitMs(ask.tokens(), now) : 0);
}

function learnt(
  bucket: TokenBucket | undefined,
  limit: number | undefined,
  remaining: number | undefined,
  now: number,
): TokenBucket | undefined {
  // Less than one a minute cannot be kept: it is nonsense, or a limit of another window.
  if (limit === undefined || remaining === undefined || !(limit >= 1)) return bucket;
  if (!bucket) return TokenBucket.learnt(limit, remaining, now);
  bucket.learn(limit, remaining, now);
  return bucket;
}
