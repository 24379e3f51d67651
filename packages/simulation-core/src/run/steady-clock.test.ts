import { expect, test } from 'vitest';
import { steadyClock } from './steady-clock.js';

const sleep = async (): Promise<void> => {};

test('counts the time since it was made, even if the clock is set', () => {
  let wall = 1_700_000_000_000;
  let elapsed = 5000;
  const clock = steadyClock({ now: () => wall, elapsed: () => elapsed, sleep });
  expect(clock.now()).toBe(1_700_000_000_000);
  elapsed += 250;
  wall -= 3_600_000;
  expect(clock.now()).toBe(1_700_000_000_250);
  wall += 1e12;
  elapsed += 0.4;
  expect(clock.now()).toBe(1_700_000_000_250);
});

test('is the clock itself if that has no elapsed time', () => {
  const clock = { now: () => 7, sleep };
  expect(steadyClock(clock)).toBe(clock);
});
