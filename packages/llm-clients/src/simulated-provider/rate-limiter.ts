import { ApiFailure } from './api-failure.js';

/** Limits of one API key. Each is a bucket that holds a minute's worth and refills evenly. @default none */
export interface RateLimits {
  readonly requestsPerMinute?: number | undefined;
  readonly tokensPerMinute?: number | undefined;
  /** Requests under way at one time. */
  readonly maxConcurrent?: number | undefined;
}

/** One limit at one moment, as the headers report it. */
export interface BucketReading {
  readonly limit: number;
  readonly remaining: number;
  /** Milliseconds until the bucket is full again. */
  readonly resetMs: number;
}

export interface LimitReading {
  readonly requests?: BucketReading | undefined;
  readonly tokens?: BucketReading | undefined;
}

class Bucket {
  readonly #capacity: number;
  #level: number;
  #at: number;

  constructor(capacity: number, now: number) {
    this.#capacity = capacity;
    this.#level = capacity;
    this.#at = now;
  }

  /** Milliseconds until `amount` can be taken; 0 when it can be now. More than the capacity asks for a full bucket. */
  waitMs(amount: number, now: number): number {
    this.#refill(now);
    const missing = Math.min(amount, this.#capacity) - this.#level;
    return missing <= 0 ? 0 : Math.ceil((missing / this.#capacity) * 60_000);
  }

  take(amount: number, now: number): void {
    this.#refill(now);
    this.#level -= amount;
  }

  read(now: number): BucketReading {
    this.#refill(now);
    const resetMs = Math.ceil(((this.#capacity - this.#level) / this.#capacity) * 60_000);
    return { limit: this.#capacity, remaining: Math.max(0, Math.floor(this.#level)), resetMs };
  }

  #refill(now: number): void {
    this.#level = Math.min(this.#capacity, this.#level + ((now - this.#at) / 60_000) * this.#capacity);
    this.#at = now;
  }
}

interface Account {
  readonly requests?: Bucket | undefined;
  readonly tokens?: Bucket | undefined;
  inFlight: number;
}

/** Admits requests per API key: tokens of the input are taken at the door, those of the output once they are known. */
export class RateLimiter {
  readonly #limits: RateLimits;
  readonly #accounts = new Map<string, Account>();

  constructor(limits: RateLimits) {
    this.#limits = limits;
  }

  /** @throws ApiFailure 429 with the time to wait */
  admit(key: string, inputTokens: number, now: number): void {
    const account = this.#account(key, now);
    const { maxConcurrent = Infinity, requestsPerMinute, tokensPerMinute } = this.#limits;
    if (account.inFlight >= maxConcurrent) {
      throw rateLimited(`Too many concurrent requests: limit ${maxConcurrent}.`, 'requests', 1_000);
    }
    const requestWait = account.requests?.waitMs(1, now) ?? 0;
    const tokenWait = account.tokens?.waitMs(inputTokens, now) ?? 0;
    if (requestWait > 0 && requestWait >= tokenWait) {
      throw rateLimited(`Rate limit reached on requests per min (RPM): Limit ${requestsPerMinute}.`, 'requests', requestWait);
    }
    if (tokenWait > 0) {
      const message = `Rate limit reached on tokens per min (TPM): Limit ${tokensPerMinute}, Requested ${inputTokens}.`;
      throw rateLimited(message, 'tokens', tokenWait);
    }
    account.requests?.take(1, now);
    account.tokens?.take(inputTokens, now);
    account.inFlight++;
  }

  /** Ends an admitted request. */
  release(key: string, outputTokens: number, now: number): void {
    const account = this.#account(key, now);
    account.tokens?.take(outputTokens, now);
    account.inFlight--;
  }

  read(key: string, now: number): LimitReading {
    const { requests, tokens } = this.#account(key, now);
    return { requests: requests?.read(now), tokens: tokens?.read(now) };
  }

  /** All buckets full, as in the beginning; requests under way still count as such. */
  reset(): void {
    for (const [key, { inFlight }] of this.#accounts) {
      if (inFlight === 0) this.#accounts.delete(key);
    }
  }

  #account(key: string, now: number): Account {
    let account = this.#accounts.get(key);
    if (!account) {
      const { requestsPerMinute, tokensPerMinute } = this.#limits;
      account = {
        requests: requestsPerMinute !== undefined ? new Bucket(requestsPerMinute, now) : undefined,
        tokens: tokensPerMinute !== undefined ? new Bucket(tokensPerMinute, now) : undefined,
        inFlight: 0,
      };
      this.#accounts.set(key, account);
    }
    return account;
  }
}

function rateLimited(message: string, type: 'requests' | 'tokens', waitMs: number): ApiFailure {
  return new ApiFailure({
    status: 429,
    message: `${message} Please try again in ${waitMs}ms.`,
    type,
    code: 'rate_limit_exceeded',
    retryAfterMs: waitMs,
  });
}
