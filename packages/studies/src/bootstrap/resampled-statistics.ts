import { seededRandom } from '../seeded-random.js';

/** Function of one or more groups of values; it must not keep or change its arguments. */
export type GroupStatistic = (groups: readonly (readonly number[])[]) => number;

/**
 * Statistics of `resamples` samples, ascending. Each sample draws from every group, with replacement, as many values as the group
 * has.
 */
export function resampledStatistics(
  groups: readonly (readonly number[])[],
  statistic: GroupStatistic,
  { resamples, seed }: { readonly resamples: number; readonly seed: string },
): Float64Array {
  const random = seededRandom(seed);
  const drawn = groups.map((group) => [...group]);
  const statistics = new Float64Array(resamples);
  for (let resample = 0; resample < resamples; resample++) {
    for (const [index, group] of groups.entries()) {
      const target = drawn[index]!;
      for (let place = 0; place < group.length; place++) target[place] = group[random.below(group.length)]!;
    }
    statistics[resample] = statistic(drawn);
  }
  return statistics.sort();
}
