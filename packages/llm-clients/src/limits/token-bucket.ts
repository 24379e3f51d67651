const MINUTE_MS = 60_000;
/** A tenth of a minute's allowance may go out at once. */
const BURST = 0.1;

/**
 * An allowance per minute, spent call by call and refilled evenly. Set by the user, or learnt from what the provider
 * says remains.
 */
export class TokenBucket {
  #perMinute: number;
  #capacity: number;
  #level: number;
  #updatedAt: number;
  readonly #fixed: boolean;

  private constructor(perMinute: number, capacity: number, level: number, fixed: boolean, now: number) {
    this.#perMinute = perMinute;
    this.#capacity = capacity;
    this.#level = level;
    this.#fixed = fixed;
    this.#updatedAt = now;
  }

  /** Follows the user's own limit, whatever the provider says it would allow. */
  static configured(perMinute: number, now: number): TokenBucket {
    const capacity = Math.max(1, perMinute * BURST);
    return new TokenBucket(perMinute, capacity, capacity, true, now);
  }

  static learnt(limit: number, remaining: number, now: number): TokenBucket {
    return new TokenBucket(limit, limit, remaining, false, now);
  }

  /** Takes in what the provider says: the window's limit and what is left of it. Calls under way are counted in neither. */
  learn(limit: number, remaining: number, now: number): void {
    this.#refill(now);
    if (!this.#fixed) {
      this.#perMinute = limit;
      this.#capacity = limit;
    }
    this.#level = Math.min(this.#level, remaining);
  }

  /** Milliseconds until `amount` may be spent; 0 when it may now. What exceeds the whole bucket needs only a full one. */
  waitMs(amount: number, now: number): number {
    this.#refill(now);
    const missing = Math.min(amount, this.#capacity) - this.#level;
    // A hair's breadth is rounding, not a reason to wait.
    return missing <= 1e-6 ? 0 : Math.ceil((missing / this.#perMinute) * MINUTE_MS - 1e-6);
  }

  /** Spends what was allowed, or corrects it afterwards: a negative amount gives back. */
  spend(amount: number, now: number): void {
    this.#refill(now);
    this.#level = Math.min(this.#capacity, this.#level - amount);
  }

  #refill(now: number): void {
    this.#level = Math.min(this.#capacity, this.#level + ((now - this.#updatedAt) / MINUTE_MS) * this.#perMinute);
    this.#updatedAt = now;
  }
}
