import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TokenBucket } from './token-bucket.js';

describe('TokenBucket', () => {
  it('lets a tenth of a minute out at once, and the rest evenly', () => {
    const bucket = TokenBucket.configured(600, 0);
    for (let call = 0; call < 60; call += 1) {
      expect(bucket.waitMs(1, 0)).toBe(0);
      bucket.spend(1, 0);
    }
    expect(bucket.waitMs(1, 0)).toBe(100);
    expect(bucket.waitMs(1, 99)).toBe(1);
    expect(bucket.waitMs(1, 100)).toBe(0);
  });

  it('gives a call that exceeds it the whole bucket, and makes up for it afterwards', () => {
    const bucket = TokenBucket.configured(6_000, 0);
    expect(bucket.waitMs(5_000, 0)).toBe(0);
    bucket.spend(5_000, 0);
    expect(bucket.waitMs(1, 0)).toBeGreaterThan(40_000);
  });

  it('takes back what was not needed', () => {
    const bucket = TokenBucket.configured(6_000, 0);
    bucket.spend(600, 0);
    expect(bucket.waitMs(300, 0)).toBe(3_000);
    bucket.spend(-300, 0);
    expect(bucket.waitMs(300, 0)).toBe(0);
  });

  it('follows the remainder the provider announces, and only downwards', () => {
    const bucket = TokenBucket.learnt(60, 50, 0);
    bucket.learn(60, 2, 0);
    bucket.learn(60, 30, 0);
    bucket.spend(2, 0);
    expect(bucket.waitMs(1, 0)).toBe(1_000);
    // A new tier: the limit is learnt anew.
    bucket.learn(600, 590, 0);
    expect(bucket.waitMs(1, 0)).toBe(100);
  });

  it('keeps to the user’s own limit, whatever the provider would allow', () => {
    const bucket = TokenBucket.configured(60, 0);
    bucket.learn(6_000, 5_900, 0);
    for (let call = 0; call < 6; call += 1) bucket.spend(1, 0);
    expect(bucket.waitMs(1, 0)).toBe(1_000);
  });

  it('never lets more out in any stretch of time than its burst and its rate allow', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3_000 }),
        fc.array(fc.integer({ min: 0, max: 5_000 }), { maxLength: 200 }),
        (perMinute, gaps) => {
          const bucket = TokenBucket.configured(perMinute, 0);
          const starts: number[] = [];
          let now = 0;
          for (const gap of gaps) {
            now += gap;
            if (bucket.waitMs(1, now) > 0) continue;
            bucket.spend(1, now);
            starts.push(now);
          }
          const burst = Math.max(1, perMinute / 10);
          starts.forEach((from, first) => {
            starts.slice(first).forEach((to, more) => {
              expect(more + 1).toBeLessThanOrEqual(burst + ((to - from) / 60_000) * perMinute + 1e-3);
            });
          });
        },
      ),
      { numRuns: 100 },
    );
  });
});
