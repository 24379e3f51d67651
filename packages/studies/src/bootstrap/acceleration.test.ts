import { expect, test } from 'vitest';
import { mean } from '../sample-statistics.js';
import { acceleration } from './acceleration.js';

test('groups of different sizes are weighted by size', () => {
  // Deviations -2 -1 3 and -1 -1 -1 3: squares 14 and 12, cubes 18 and 24; Davison and Hinkley (1997) 5.3.2, written out.
  const rate = acceleration(
    [
      [1, 2, 6],
      [0, 0, 0, 4],
    ],
    ([a = [], b = []]) => mean(a) - mean(b),
  );
  expect(rate).toBeCloseTo((18 / 27 - 24 / 64) / (6 * (14 / 9 + 12 / 16) ** 1.5), 12);
});

test('equal values do not accelerate anything, whatever rounding makes of their mean', () => {
  for (let size = 2; size < 30; size++) {
    const values = Array.from({ length: size }, () => 0.1);
    expect(acceleration([values], ([sample = []]) => mean(sample))).toBeNull();
  }
});
