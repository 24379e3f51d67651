import { StudyError } from '../study-error.js';
import type { IntervalMethod } from './interval.js';

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
