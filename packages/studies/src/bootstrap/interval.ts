export type IntervalMethod = 'bca' | 'percentile';

/** Where a statistic probably lies; ends in the unit of the statistic. JSON-safe. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  /** As asked for: 0.95 is a 95 % interval. */
  readonly level: number;
  /** What it is, which may not be what was asked for: see `fallback`. */
  readonly method: IntervalMethod;
  /**
   * Why BCa was not possible: `no-variation`, leaving out any one value changes nothing; `one-sided`, all resamples lie on one side
   * of the estimate; `too-skewed`, the correction has no solution. `null` where the interval is as asked for.
   */
  readonly fallback: 'no-variation' | 'one-sided' | 'too-skewed' | null;
  readonly resamples: number;
  /** Whether some group has fewer than ten values, so that the interval is probably too narrow: see `FEW_VALUES`. */
  readonly few: boolean;
}

/** Below so many values in a group a bootstrap interval is too narrow: it knows nothing of what the sample has missed. */
export const FEW_VALUES = 10;

/**
 * Why there is no interval: `one-value` says that some group has a single value, which tells nothing of its spread; `no-variation` that the
 * resamples are all the same, as those of equal values are, which tells no more.
 */
export type NoIntervalReason = 'no-values' | 'one-value' | 'no-variation';

/** A statistic with its interval, or with the reason why it has none. */
export type Estimate =
  | { readonly estimate: number; readonly interval: Interval; readonly reason: null }
  | { readonly estimate: number | null; readonly interval: null; readonly reason: NoIntervalReason };
