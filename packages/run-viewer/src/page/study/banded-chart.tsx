import { useEffect, useMemo, useState } from 'preact/hooks';
import { LineChart, type LineChartProps } from '../charts/line-chart';
import type { Series } from '../charts/series';
import { isOfFew, seriesOf, seriesWithBands } from './series-with-bands';
import type { Trajectory } from './trajectories';

interface BandedChartProps extends Omit<LineChartProps, 'series' | 'caption'> {
  readonly trajectories: readonly Trajectory[];
  /** Describes the means, such as `Mean over runs after each scene`. */
  readonly means: string;
}

/** Means by condition, with a band around each; the bands are drawn as soon as they are computed. */
export function BandedChart({ trajectories, means, ...chart }: BandedChartProps) {
  const plain = useMemo(() => seriesOf(trajectories), [trajectories]);
  const [banded, setBanded] = useState<{ readonly of: readonly Series[]; readonly series: readonly Series[] }>();
  useEffect(() => {
    const gone = new AbortController();
    seriesWithBands(trajectories, gone.signal).then(
      (series) => gone.signal.aborted || setBanded({ of: plain, series }),
      () => undefined,
    );
    return () => gone.abort();
  }, [trajectories]);
  const few = isOfFew(trajectories) ? ' Some means are over fewer than ten runs: their bands are probably too narrow.' : '';
  return (
    <LineChart
      {...chart}
      caption={`${means}, with its 95 % interval (bootstrap).${few}`}
      series={banded?.of === plain ? banded.series : plain}
    />
  );
}
