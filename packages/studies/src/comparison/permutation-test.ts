import { seededRandom } from '../seeded-random.js';

/** How often chance alone gives a difference at least as large, in either direction. */
export interface PermutationTest {
  /** Above 0, at most 1. */
  readonly pValue: number;
  /** `exact`: every arrangement was looked at. `sampled`: as many as asked for, drawn at random, and the observed one. */
  readonly method: 'exact' | 'sampled';
  /** How many arrangements were looked at. */
  readonly arrangements: number;
}

export interface PermutationOptions {
  readonly seed: string;
  /** All arrangements are looked at where there are no more than this; otherwise this many are drawn. */
  readonly resamples: number;
}

/** Were either sign of each paired difference as likely: how often would their sum be as far from 0? `differences` must not be empty. */
export function signFlipTest(differences: readonly number[], { seed, resamples }: PermutationOptions): PermutationTest {
  const flipped = (flip: (index: number) => boolean): number =>
    differences.reduce((sum, difference, index) => sum + (flip(index) ? -difference : difference), 0);
  const tally = createTally(
    flipped(() => false),
    differences,
  );
  const arrangements = 2 ** differences.length;
  if (arrangements <= resamples) {
    for (let signs = 0; signs < arrangements; signs++) tally.add(flipped((index) => Math.floor(signs / 2 ** index) % 2 === 1));
    return tally.exact();
  }
  const random = seededRandom(seed);
  for (let resample = 0; resample < resamples; resample++) tally.add(flipped(() => random.below(2) === 1));
  return tally.sampled();
}

/** Were the labels of two samples given by lot: how often would their means be as far apart? Neither sample may be empty. */
export function labelShuffleTest(
  a: readonly number[],
  b: readonly number[],
  { seed, resamples }: PermutationOptions,
): PermutationTest {
  const size = a.length;
  const pooled = [...a, ...b];
  const expected = (pooled.reduce((sum, value) => sum + value, 0) * size) / pooled.length;
  // The total is fixed, so the means are as far apart as the sum of the first sample is from what it should be.
  const tally = createTally(a.reduce((sum, value) => sum + value, 0) - expected, pooled);
  if (countChoices(pooled.length, size, resamples) <= resamples) {
    forEachChoice(pooled, size, (sum) => tally.add(sum - expected));
    return tally.exact();
  }
  const random = seededRandom(seed);
  for (let resample = 0; resample < resamples; resample++) {
    let sum = 0;
    for (let place = 0; place < size; place++) {
      const other = place + random.below(pooled.length - place);
      const value = pooled[other] as number;
      pooled[other] = pooled[place] as number;
      pooled[place] = value;
      sum += value;
    }
    tally.add(sum - expected);
  }
  return tally.sampled();
}

/** Counts arrangements at least as extreme as the observed one; sums that differ by rounding alone count as equal. */
function createTally(
  observed: number,
  values: readonly number[],
): { add: (statistic: number) => void; exact: () => PermutationTest; sampled: () => PermutationTest } {
  const threshold = Math.abs(observed) - 1e-12 * values.reduce((sum, value) => sum + Math.abs(value), 0);
  let extreme = 0;
  let seen = 0;
  return {
    add(statistic) {
      seen += 1;
      if (Math.abs(statistic) >= threshold) extreme += 1;
    },
    exact: () => ({ pValue: extreme / seen, method: 'exact', arrangements: seen }),
    // The observed arrangement is one of those possible, so that p is never 0 (Phipson and Smyth 2010).
    sampled: () => ({ pValue: (extreme + 1) / (seen + 1), method: 'sampled', arrangements: seen }),
  };
}

/** How many ways there are to choose `size` of `count`; stops counting above `limit`. */
function countChoices(count: number, size: number, limit: number): number {
  let choices = 1;
  for (let step = 1; step <= Math.min(size, count - size) && choices <= limit; step++)
    choices = (choices * (count - step + 1)) / step;
  return choices;
}

function forEachChoice(values: readonly number[], size: number, visit: (sum: number) => void): void {
  const choose = (from: number, left: number, sum: number): void => {
    if (left === 0) return visit(sum);
    for (let index = from; index <= values.length - left; index++) choose(index + 1, left - 1, sum + (values[index] as number));
  };
  choose(0, size, 0);
}
