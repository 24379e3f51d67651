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
