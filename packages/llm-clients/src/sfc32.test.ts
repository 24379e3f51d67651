import { expect, test } from 'vitest';
import { sfc32 } from './offline/seeded-random.js';

test('gives the same numbers on every machine', () => {
  const next = sfc32([1, 2, 3, 4]);
  expect(Array.from({ length: 4 }, next)).toEqual([7, 34, 56623200, 188882296]);
});

test('takes words beyond 32 bits by their last 32', () => {
  const [next, wrapped] = [sfc32([-1, 2, 3, 4]), sfc32([2 ** 32 - 1, 2 ** 32 + 2, 3 - 2 ** 32, 4])];
  expect(Array.from({ length: 20 }, wrapped)).toEqual(Array.from({ length: 20 }, next));
});
