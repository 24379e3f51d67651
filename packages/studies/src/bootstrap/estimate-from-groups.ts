import { StudyError } from '../study-error.js';
import { quantile } from '../sample-statistics.js';
import { acceleration } from './acceleration.js';
import { type BootstrapOptions, type Estimate, FEW_VALUES, type Interval, readBootstrapOptions } from './interval.js';
import { normalQuantile, normalShareBelow } from './normal-distribution.js';
import { type GroupStatistic, resampledStatistics } from './resampled-statistics.js';

/**
 * Computes a statistic of independent groups with its bootstrap interval. Each group is resampled by itself.
 * BCa after Efron, "Better bootstrap confidence intervals", JASA 82 (1987); its levels as in Efron and Tibshirani (1993) 14.10.
 * @throws StudyError if the statistic is not a finite number
 */
export function estimateFromGroups(
  groups: readonly (readonly number[])[],
  statistic: GroupStatistic,
  options: BootstrapOptions,
): Estimate {
  const { level, resamples, seed, method } = readBootstrapOptions(options);
  if (groups.length === 0 || groups.some((group) => group.length === 0))
    return { estimate: null, interval: null, reason: 'no-values' };
  const finite: GroupStatistic = (sample) => {
    const value = statistic(sample);
    if (!Number.isFinite(value))
      throw new StudyError(`The statistic of a resample is ${value}; give one that is finite for any resample.`);
    return value;
  };
  const estimate = finite(groups);
  if (groups.some((group) => group.length === 1)) return { estimate, interval: null, reason: 'one-value' };
  const statistics = resampledStatistics(groups, finite, { resamples, seed });
  const tails: readonly [number, number] = [(1 - level) / 2, (1 + level) / 2];
  const corrected = method === 'bca' ? correctTails(tails, { estimate, statistics, rate: acceleration(groups, finite) }) : tails;
  const [lowTail, highTail] = typeof corrected === 'string' ? tails : corrected;
  const [low, high] = [quantile(statistics, lowTail), quantile(statistics, highTail)];
  if (high - low <= roundingOf(statistics)) return { estimate, interval: null, reason: 'no-variation' };
  const interval: Interval = {
    low,
    high,
    level,
    method: typeof corrected === 'string' ? 'percentile' : method,
    fallback: typeof corrected === 'string' ? corrected : null,
    resamples,
    few: groups.some((group) => group.length < FEW_VALUES),
  };
  return { estimate, interval, reason: null };
}

/** Shares of the resamples to cut off instead of the tails asked for, or the reason why there are none. */
function correctTails(
  tails: readonly [number, number],
  { estimate, statistics, rate }: { readonly estimate: number; readonly statistics: Float64Array; readonly rate: number | null },
): readonly [number, number] | NonNullable<Interval['fallback']> {
  if (rate === null) return 'no-variation';
  const below = shareBelow(statistics, estimate);
  if (below === 0 || below === 1) return 'one-sided';
  const bias = normalQuantile(below);
  const shifted = tails.map((tail) => bias + normalQuantile(tail));
  if (shifted.some((z) => 1 - rate * z <= 0)) return 'too-skewed';
  const [low, high] = shifted.map((z) => normalShareBelow(bias + z / (1 - rate * z)));
  return [low!, high!];
}

/** Share of resamples below the estimate. Those equal to it, up to the rounding of sums in another order, count half. */
function shareBelow(statistics: Float64Array, estimate: number): number {
  const rounding = roundingOf(statistics);
  let halves = 0;
  for (const value of statistics) {
    if (Math.abs(value - estimate) <= rounding) halves += 1;
    else if (value < estimate) halves += 2;
  }
  return halves / (2 * statistics.length);
}

/** Largest difference between ascending statistics that comes from summing in another order. */
const roundingOf = (statistics: Float64Array): number =>
  1e-12 * Math.max(Math.abs(statistics.at(0)!), Math.abs(statistics.at(-1)!));
