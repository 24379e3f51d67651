import { expect, test } from 'vitest';
import { normalQuantile, normalShareBelow } from './normal-distribution.js';

// SciPy 1.17, scipy.stats.norm.
test.each([
  [-3, 0.0013498980316300933],
  [-1, 0.15865525393145707],
  [0, 0.5],
  [0.5, 0.6914624612740131],
  [1.959963984540054, 0.975],
  [4, 0.9999683287581669],
])('below %d lies a share of %d, and back', (z, share) => {
  expect(normalShareBelow(z)).toBeCloseTo(share, 14);
  expect(normalQuantile(share)).toBeCloseTo(z, 10);
});

test('the far tails are empty', () => {
  expect([normalShareBelow(-40), normalShareBelow(40)]).toEqual([0, 1]);
  expect(normalShareBelow(-7.9)).toBeCloseTo(0, 14);
});
