import { mean } from '../sample-statistics.js';
import type { GroupStatistic } from './resampled-statistics.js';

/**
 * Rate at which the spread of the statistic changes with its value, from leaving out each value in turn; `null` if nothing
 * changes. For one group Efron and Tibshirani (1993) 14.15; for several Davison and Hinkley (1997) 5.3.2, each group weighted by
 * its size. Every group must have at least two values.
 */
export function acceleration(groups: readonly (readonly number[])[], statistic: GroupStatistic): number | null {
  const influences = groups.flatMap((group, index) => {
    const without = group.map((_, left) => statistic(groups.with(index, group.toSpliced(left, 1))));
    if (without.every((value) => value === without[0])) return [];
    const center = mean(without);
    return without.map((value) => ((center - value) * (group.length - 1)) / group.length);
  });
  const largest = influences.reduce((most, influence) => Math.max(most, Math.abs(influence)), 0);
  if (largest === 0) return null;
  // Acceleration has no unit, so it is computed in units of the largest influence: cubes of tiny ones would vanish.
  const squares = influences.reduce((sum, influence) => sum + (influence / largest) ** 2, 0);
  const cubes = influences.reduce((sum, influence) => sum + (influence / largest) ** 3, 0);
  return cubes / (6 * squares ** 1.5);
}
