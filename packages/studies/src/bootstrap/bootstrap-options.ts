import { StudyError } from '../study-error.js';
import type { IntervalMethod } from './interval.js';

/** How an interval is drawn; the same for every statistic of this package. */
export interface BootstrapOptions {
  /** Any text; the same seed and the same values give the same answer, to the last digit. */
  readonly seed: string;
  /**
   * The share of repetitions of the whole study whose interval would cover the truth, between 0 and 1.
   * @default 0.95
   */
  readonly level?: number;
  /**
   * How many samples are drawn from the sample. The ends of an interval wobble with about 1/√resamples of its width.
   * @default 10_000
   */
  readonly resamples?: number;
  /**
   * `bca` mends bias and skewness, and becomes `percentile` where it is undefined; the interval says which one it is.
   * @default 'bca'
   */
  readonly method?: IntervalMethod;
}

/** The options with every default filled in. @throws StudyError for a level or a count that cannot be. */
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
