import { bootstrapInterval, FEW_VALUES, mean } from '@entente/studies';
import { REPORT_SEED } from '@entente/studies/tables';
import type { Point, Series } from '../charts/series';
import type { Trajectory } from './trajectories';

/** As many as are drawn well: the ends of a band vary by about 2 % of its width. */
const RESAMPLES = 2000;
/** Longest time for which the page is kept busy, in milliseconds. */
const SLICE_MS = 20;

/** Means as lines, without bands. */
export function seriesOf(trajectories: readonly Trajectory[]): readonly Series[] {
  return trajectories.map(({ condition, points }) => ({
    name: condition,
    points: points.map(({ at, values }) => ({ x: at, y: values.length === 0 ? null : mean(values) })),
  }));
}

/** Means with their 95 % intervals over runs, computed in slices that leave the page free to answer. */
export async function seriesWithBands(trajectories: readonly Trajectory[], signal: AbortSignal): Promise<readonly Series[]> {
  const series: Series[] = [];
  let began = performance.now();
  for (const { condition, points: measured } of trajectories) {
    const points: Point[] = [];
    for (const { at, values } of measured) {
      const { estimate, interval } = bootstrapInterval(values, {
        seed: `${REPORT_SEED}/${condition}/${at}`,
        resamples: RESAMPLES,
      });
      points.push({ x: at, y: estimate, ...(interval && { low: interval.low, high: interval.high }) });
      if (performance.now() - began < SLICE_MS) continue;
      await new Promise((resolve) => setTimeout(resolve));
      signal.throwIfAborted();
      began = performance.now();
    }
    series.push({ name: condition, points });
  }
  return series;
}

/** Whether some mean is over so few runs that its band is probably too narrow. */
export function isOfFew(trajectories: readonly Trajectory[]): boolean {
  return trajectories.some(({ points }) => points.some(({ values }) => values.length < FEW_VALUES));
}
