import { describe, expect, test } from 'vitest';
import { ApiFailure } from './api-failure.js';
import { RateLimiter } from './rate-limiter.js';

function waitOf(admit: () => void): number | undefined {
  try {
    admit();
    return undefined;
  } catch (error) {
    if (error instanceof ApiFailure) return error.details.retryAfterMs;
    throw error;
  }
}

describe('the rate limiter', () => {
  test('admits a burst of a minute, and then one request each time a place has refilled', () => {
    const limiter = new RateLimiter({ requestsPerMinute: 60 });
    for (let request = 0; request < 60; request++) expect(waitOf(() => limiter.admit('a', 1, 0))).toBeUndefined();
    expect(waitOf(() => limiter.admit('a', 1, 0))).toBe(1_000);
    expect(waitOf(() => limiter.admit('a', 1, 400))).toBe(600);
    expect(waitOf(() => limiter.admit('a', 1, 1_000))).toBeUndefined();
    expect(waitOf(() => limiter.admit('b', 1, 1_000))).toBeUndefined();
  });

  test('takes the tokens of the input at the door and those of the reply at the end', () => {
    const limiter = new RateLimiter({ tokensPerMinute: 6_000 });
    limiter.admit('a', 5_000, 0);
    expect(waitOf(() => limiter.admit('a', 2_000, 0))).toBe(10_000);
    expect(limiter.read('a', 0).tokens).toEqual({ limit: 6_000, remaining: 1_000, resetMs: 50_000 });
    limiter.release('a', 2_000, 0);
    expect(limiter.read('a', 0).tokens).toEqual({ limit: 6_000, remaining: 0, resetMs: 70_000 });
  });

  test('lets a request that is larger than the limit through once the bucket is full', () => {
    const limiter = new RateLimiter({ tokensPerMinute: 1_000 });
    limiter.admit('a', 500, 0);
    expect(waitOf(() => limiter.admit('a', 5_000, 0))).toBe(30_000);
    expect(waitOf(() => limiter.admit('a', 5_000, 30_000))).toBeUndefined();
  });

  test('bounds what is under way at one time', () => {
    const limiter = new RateLimiter({ maxConcurrent: 2 });
    limiter.admit('a', 1, 0);
    limiter.admit('a', 1, 0);
    expect(waitOf(() => limiter.admit('a', 1, 0))).toBe(1_000);
    limiter.release('a', 1, 0);
    expect(waitOf(() => limiter.admit('a', 1, 0))).toBeUndefined();
  });
});
