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

/** Counts arrangements at least as extreme as the observed one; sums that differ by rounding alone count as equal. */
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
