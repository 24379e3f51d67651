import { seededRandom } from '../seeded-random.js';

/** One number from one or more groups of values; it must not keep or change what it is given. */
export type GroupStatistic = (groups: readonly (readonly number[])[]) => number;

/** The statistic of `resamples` samples drawn with replacement, within each group as many as it has; ascending. */
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
