export type IntervalMethod = 'bca' | 'percentile';

/** Range in which a statistic probably lies; its ends have the unit of the statistic. JSON-safe. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  /** Level as asked for: 0.95 is a 95 % interval. */
  readonly level: number;
  /** Method used, which may differ from the one asked for: see `fallback`. */
  readonly method: IntervalMethod;
  /**
   * Reason why BCa was not possible: `no-variation`, leaving out any one value changes nothing; `one-sided`, all resamples lie on
   * one side of the estimate; `too-skewed`, the correction has no solution. `null` if the interval is as asked for.
   */
  readonly fallback: 'no-variation' | 'one-sided' | 'too-skewed' | null;
  readonly resamples: number;
  /** Whether some group has fewer than ten values, so that the interval is probably too narrow: see `FEW_VALUES`. */
  readonly few: boolean;
}

/** Minimum number of values in each group. With fewer, a bootstrap interval is too narrow, as the sample misses too much. */
export const FEW_VALUES = 10;

/**
 * Reason why there is no interval. `one-value`: a group has a single value, which tells nothing about its spread. `no-variation`:
 * all resamples are the same, as those of equal values are, which tells nothing either.
 */
export type NoIntervalReason = 'no-values' | 'one-value' | 'no-variation';

/** A statistic with its interval, or with the reason why it has none. */
export type Estimate =
  | { readonly estimate: number; readonly interval: Interval; readonly reason: null }
  | { readonly estimate: number | null; readonly interval: null; readonly reason: NoIntervalReason };
