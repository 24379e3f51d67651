import { expect, test } from 'vitest';
import { mean } from '../sample-statistics.js';
import { type StratumSides, stratifiedShuffleTest } from './stratified-shuffle-test.js';

/** Every way to deal the values of a stratum to its two sides, as the difference of their means. */
function dealtDifferences({ a, b }: StratumSides): readonly number[] {
  const pooled = [...a, ...b];
  return Array.from({ length: 2 ** pooled.length }, (_, bits) => pooled.map((_value, index) => ((bits >> index) & 1) === 1))
    .filter((isFirst) => isFirst.filter(Boolean).length === a.length)
    .map((isFirst) => mean(pooled.filter((_, index) => isFirst[index])) - mean(pooled.filter((_, index) => !isFirst[index])));
}

/** Strata whose weights, 1/n of one side and 1/n of the other together, are far apart, with the p-value of the mean differences. */
const cases: readonly { readonly strata: readonly [StratumSides, StratumSides]; readonly pValue: number }[] = [
  // Two rows against six: differences of 3 and -1/3. With equal weights it would be 34 of 40.
  {
    strata: [
      { a: [5], b: [2] },
      { a: [5, 6, 8], b: [4, 7, 9] },
    ],
    pValue: 26 / 40,
  },
  // Sides of unequal size: differences of 1 and 2.
  {
    strata: [
      { a: [5], b: [1, 2, 9, 4, 4] },
      { a: [6, 7], b: [4, 5] },
    ],
    pValue: 13 / 36,
  },
];

test.each(cases)('each stratum counts by the difference of its means: $pValue', ({ strata, pValue }) => {
  const [ones, others] = [dealtDifferences(strata[0]), dealtDifferences(strata[1])];
  const sums = ones.flatMap((one) => others.map((other) => one + other));
  const observed = strata.reduce((sum, { a, b }) => sum + mean(a) - mean(b), 0);
  const extreme = sums.filter((sum) => Math.abs(sum) >= Math.abs(observed) - 1e-9);
  expect(extreme.length / sums.length).toBe(pValue);
  expect(stratifiedShuffleTest(strata, { seed: 'x', resamples: 100 })).toEqual({
    pValue,
    method: 'exact',
    arrangements: sums.length,
  });
});

test.each(cases)('drawn arrangements weigh strata as enumerated ones do: $pValue', ({ strata, pValue }) => {
  // Adds nothing to any difference, but too many arrangements to look at all.
  const idle = { a: [0], b: Array.from({ length: 40_000 }, () => 0) };
  const drawn = stratifiedShuffleTest([...strata, idle], { seed: 'x', resamples: 10_000 });
  expect(drawn.method).toBe('sampled');
  expect(Math.abs(drawn.pValue - pValue)).toBeLessThan(0.02);
});
