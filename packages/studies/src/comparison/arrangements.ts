import type { SeededRandom } from '../seeded-random.js';

/** Result of a permutation test: how often chance alone gives a difference at least as large, in either direction. */
export interface PermutationTest {
  /** Above 0, at most 1. */
  readonly pValue: number;
  /**
   * `exact`: every arrangement was counted. `sampled`: the number asked for was drawn at random, and the observed one was added.
   */
  readonly method: 'exact' | 'sampled';
  /** Number of arrangements that were counted. */
  readonly arrangements: number;
}

export interface PermutationOptions {
  readonly seed: string;
  /** Maximum number of arrangements to count. If there are more, this number is drawn at random. */
  readonly resamples: number;
}

/** Counts arrangements at least as extreme as the observed one. Sums that differ by rounding alone count as equal. */
export function createTally(
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

/** Number of ways to choose `size` of `count`; stops counting above `limit`. */
export function countChoices(count: number, size: number, limit: number): number {
  let choices = 1;
  for (let step = 1; step <= Math.min(size, count - size) && choices <= limit; step++)
    choices = (choices * (count - step + 1)) / step;
  return choices;
}

/** Visits the sum of every choice of `size` of the values. */
export function forEachChoice(values: readonly number[], size: number, visit: (sum: number) => void): void {
  const choose = (from: number, left: number, sum: number): void => {
    if (left === 0) return visit(sum);
    for (let index = from; index <= values.length - left; index++) choose(index + 1, left - 1, sum + values[index]!);
  };
  choose(0, size, 0);
}

/** Chooses `size` of the values at random, moves them to the front, and returns their sum. */
export function drawChoice(values: number[], size: number, random: SeededRandom): number {
  let sum = 0;
  for (let place = 0; place < size; place++) {
    const other = place + random.below(values.length - place);
    const value = values[other]!;
    values[other] = values[place]!;
    values[place] = value;
    sum += value;
  }
  return sum;
}
