import { mean, type Measured, presentValues } from '../sample-statistics.js';
import type { BootstrapOptions } from './bootstrap-options.js';
import { estimateFromGroups } from './estimate-from-groups.js';
import type { Estimate } from './interval.js';

export interface BootstrapIntervalOptions extends BootstrapOptions {
  /**
   * One finite number from a sample, in whatever order its values come; it must not keep or change the array.
   * @default mean
   */
  readonly statistic?: (values: readonly number[]) => number;
}

/** A statistic of one sample with its bootstrap interval; missing values are left out. One value has an estimate and no interval. */
export function bootstrapInterval(
  values: readonly Measured[],
  { statistic = mean, ...options }: BootstrapIntervalOptions,
): Estimate {
  return estimateFromGroups([presentValues(values)], ([sample = []]) => statistic(sample), options);
}
