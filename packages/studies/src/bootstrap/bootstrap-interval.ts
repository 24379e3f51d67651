import { mean, type Measured, presentValues } from '../sample-statistics.js';
import type { BootstrapOptions, Estimate } from './interval.js';
import { estimateFromGroups } from './estimate-from-groups.js';

export interface BootstrapIntervalOptions extends BootstrapOptions {
  /**
   * Function of a sample to a finite number, independent of the order of values; it must not keep or change the array.
   * @default mean
   */
  readonly statistic?: (values: readonly number[]) => number;
}

/**
 * Computes a statistic of one sample with its bootstrap interval. Missing values are left out. A single value has an estimate but
 * no interval.
 */
export function bootstrapInterval(
  values: readonly Measured[],
  { statistic = mean, ...options }: BootstrapIntervalOptions,
): Estimate {
  return estimateFromGroups([presentValues(values)], ([sample = []]) => statistic(sample), options);
}
