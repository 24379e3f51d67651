export interface AdaptiveConnectionsOptions {
  /** Connections to begin with. @default 100, or the ceiling where that is lower */
  readonly start?: number;
  /** Connections never to exceed. @default no ceiling */
  readonly max?: number;
}

const START = 100;
const SATURATED = 0.8;
const CUT = 0.8;
const GROWTH = 0.05;
const SMALLEST_ROUND = 4;
const COOL_DOWN_MS = 15_000;

/**
 * How many connections an endpoint bears, found by trying. While all of them are in use and nothing goes wrong the number
 * doubles; after the first 429 it grows by 5 % a round and shrinks by a fifth at each 429, at most once per cool-down,
 * since one overload brings many of them. Failures of the server pause growth and never shrink.
 */
export class AdaptiveConnections {
  #limit: number;
  readonly #max: number;
  #doubling = true;
  /** Clean answers in the present round, and the most connections in use at once during it. */
  #answers = 0;
  #peak = 0;
  #coolUntil = -Infinity;

  constructor({ start = START, max = Infinity }: AdaptiveConnectionsOptions = {}) {
    this.#max = max;
    this.#limit = Math.min(start, max);
  }

  get limit(): number {
    return this.#limit;
  }

  started(inFlight: number): void {
    this.#peak = Math.max(this.#peak, inFlight);
  }

  /** @returns whether the limit changed */
  answered(now: number): boolean {
    if (now < this.#coolUntil) return false;
    this.#answers += 1;
    if (this.#answers < Math.max(this.#limit, SMALLEST_ROUND)) return false;
    const saturated = this.#peak >= SATURATED * this.#limit;
    this.#newRound();
    return saturated && this.#set(this.#doubling ? this.#limit * 2 : this.#limit + Math.max(1, Math.round(GROWTH * this.#limit)));
  }

  /** @returns whether the limit changed */
  rateLimited(now: number, retryAfterMs = 0): boolean {
    if (now < this.#coolUntil) return false;
    this.#doubling = false;
    this.#coolUntil = now + Math.max(COOL_DOWN_MS, retryAfterMs);
    this.#newRound();
    return this.#set(Math.floor(CUT * this.#limit));
  }

  /** The server failed or was silent: that says nothing of the limit, but is no time to ask for more. */
  failed(): void {
    this.#newRound();
  }

  #newRound(): void {
    this.#answers = 0;
    this.#peak = 0;
  }

  #set(limit: number): boolean {
    const before = this.#limit;
    this.#limit = Math.min(this.#max, Math.max(1, limit));
    return this.#limit !== before;
  }
}
