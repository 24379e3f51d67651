export interface AdaptiveConnectionsOptions {
  /** Connections to begin with. @default 100, or the ceiling where that is lower */
  readonly start?: number | undefined;
  /** Connections never to exceed. @default no ceiling */
  readonly max?: number | undefined;
}

const START = 100;
const SATURATED = 0.8;
const CUT = 0.8;
const GROWTH = 0.05;
const SMALLEST_ROUND = 4;
const COOL_DOWN_MS = 15_000;
/** Within one cool-down, refusals of this share of the limit show that the cut was not deep enough ... */
const STILL_TOO_MANY = 0.2;
/** ... but all cuts of one cool-down together leave at least this share: an outage is not a limit. */
const DEEPEST = 0.25;

/**
 * Finds by trial the number of connections an endpoint can take. While all are in use and nothing goes wrong, the number doubles;
 * after the first 429 it grows by 5 % a round, and shrinks by a fifth with each 429.
 * One overload brings many 429s: those of calls that started before the cut are ignored until the cool-down ends, those of later
 * calls cut again. Failures of the server pause growth and never shrink it.
 */
export class AdaptiveConnections {
  #limit: number;
  readonly #max: number;
  #doubling = true;
  /** Number of clean answers in this round, and the maximum number of connections in use during it. */
  #answers = 0;
  #peak = 0;
  #coolUntil = -Infinity;
  /** Number of cuts so far. Used to recognise calls that started before the last cut. */
  #cuts = 0;
  #refusedSinceCut = 0;
  #floor = 1;

  constructor({ start = START, max = Infinity }: AdaptiveConnectionsOptions = {}) {
    this.#max = max;
    this.#limit = Math.min(start, max);
  }

  get limit(): number {
    return this.#limit;
  }

  /** @returns the era the call belongs to, to be handed back with its 429 */
  started(inFlight: number): number {
    this.#peak = Math.max(this.#peak, inFlight);
    return this.#cuts;
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
  rateLimited(now: number, era: number, retryAfterMs = 0): boolean {
    this.#doubling = false;
    if (now >= this.#coolUntil) {
      this.#coolUntil = now + Math.max(COOL_DOWN_MS, retryAfterMs);
      this.#floor = Math.ceil(DEEPEST * this.#limit);
      return this.#cut();
    }
    if (era < this.#cuts) return false;
    this.#refusedSinceCut += 1;
    return this.#refusedSinceCut >= STILL_TOO_MANY * this.#limit && this.#cut();
  }

  /** Notes that the server failed or was silent. The limit may be right, but this is no time to raise it. */
  failed(): void {
    this.#newRound();
  }

  #cut(): boolean {
    this.#cuts += 1;
    this.#refusedSinceCut = 0;
    this.#newRound();
    return this.#set(Math.max(this.#floor, Math.floor(CUT * this.#limit)));
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
