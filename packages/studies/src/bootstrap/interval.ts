import { StudyError } from '../study-error.js';

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

/** Options of an interval; the same for every statistic of this package. */
export interface BootstrapOptions {
  /** Any text. The same seed and values give the same answer, to the last digit. */
  readonly seed: string;
  /**
   * Share of repetitions of the whole study whose interval would cover the truth, between 0 and 1.
   * @default 0.95
   */
  readonly level?: number;
  /**
   * Number of samples drawn from the sample. The ends of an interval vary by about 1/√resamples of its width.
   * @default 10_000
   */
  readonly resamples?: number;
  /**
   * `bca` corrects bias and skewness, and falls back to `percentile` where it is undefined; the interval has the one used.
   * @default 'bca'
   */
  readonly method?: IntervalMethod;
}

/** Fills in the defaults. @throws StudyError for an impossible level or number of resamples */
export function readBootstrapOptions({
  seed,
  level = 0.95,
  resamples = 10_000,
  method = 'bca',
}: BootstrapOptions): Required<BootstrapOptions> {
  if (!(level > 0 && level < 1)) throw new StudyError(`The level is ${level}; give a share between 0 and 1, such as 0.95.`);
  if (!Number.isInteger(resamples) || resamples < 1)
    throw new StudyError(`There cannot be ${resamples} resamples; give a whole number from 1.`);
  return { seed, level, resamples, method };
}
