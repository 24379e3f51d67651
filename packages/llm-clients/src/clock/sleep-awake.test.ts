import { describe, expect, it } from 'vitest';
import { createFakeClock } from '../testing/fake-clock.js';
import type { Clock } from './clock.js';
import { sleepAwake } from './sleep-awake.js';

/** A clock whose sleeps end late by `lateBy` milliseconds, given the number of the sleep: the process stood still then. */
function haltingClock(lateBy: (sleep: number) => number): Clock & { readonly slept: number[] } {
  let elapsed = 0;
  const slept: number[] = [];
  return {
    now: () => 0,
    elapsed: () => elapsed,
    slept,
    sleep: async (ms) => {
      elapsed += ms + lateBy(slept.length);
      slept.push(ms);
    },
  };
}

const total = (times: readonly number[]): number => times.reduce((sum, time) => sum + time, 0);

describe('sleepAwake', () => {
  it.each([0, 1, 7, 5_000, 900_000, 12_345])('takes %d ms where nothing holds the process up', async (ms) => {
    const clock = createFakeClock(0);
    await clock.runUntil(sleepAwake(clock, ms));
    expect(clock.now()).toBe(ms);
  });

  it.each([0, 9, 15])('leaves out a standstill, and then waits on: in slice %d', async (slice) => {
    const clock = haltingClock((sleep) => (sleep === slice ? 24_500 : 3));
    await sleepAwake(clock, 8_000);
    // Eight seconds, and those of the slice that ended in the standstill once more: what has come meanwhile is read in it.
    expect(total(clock.slept)).toBe(8_500);
  });

  it('counts the time of a busy process', async () => {
    const clock = haltingClock(() => 400);
    await sleepAwake(clock, 8_000);
    expect(total(clock.slept)).toBe(8_000);
  });

  it('ends in the end, though every sleep is late', async () => {
    const clock = haltingClock(() => 60_000);
    await sleepAwake(clock, 8_000);
    expect(total(clock.slept)).toBe(16_000);
  });

  it('ends at the signal', async () => {
    const clock = createFakeClock(0);
    const stop = new AbortController();
    const sleep = sleepAwake(clock, 8_000, stop.signal);
    await clock.advance(3_000);
    stop.abort(new Error('enough'));
    await expect(sleep).rejects.toThrow('enough');
    expect(clock.sleeping).toBe(0);
  });
});
