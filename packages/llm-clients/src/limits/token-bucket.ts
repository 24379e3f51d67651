const MINUTE_MS = 60_000;
/** A tenth of a minute's allowance may go out at once. */
const BURST = 0.1;

/**
 * An allowance per minute, spent call by call and refilled evenly. The user sets it, or it is learnt from the remainder that the
 * provider announces.
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

  /** Creates a bucket of the user's own limit, which holds even where the provider would allow more. */
  static configured(perMinute: number, now: number): TokenBucket {
    const capacity = Math.max(1, perMinute * BURST);
    return new TokenBucket(perMinute, capacity, capacity, true, now);
  }

  static learnt(limit: number, remaining: number, now: number): TokenBucket {
    return new TokenBucket(limit, limit, remaining, false, now);
  }

  /** Learns the window's limit and its remainder from the provider. Neither counts calls under way. */
  learn(limit: number, remaining: number, now: number): void {
    this.#refill(now);
    if (!this.#fixed) {
      this.#perMinute = limit;
      this.#capacity = limit;
    }
    this.#level = Math.min(this.#level, remaining);
  }

  /** Milliseconds until `amount` may be spent; 0 if it may be spent now. An amount larger than the bucket only needs a full bucket. */
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
