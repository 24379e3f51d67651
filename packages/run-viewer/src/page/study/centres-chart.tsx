import { useMemo } from 'preact/hooks';
import type { PlainTable } from '@entente/studies/tables';
import { LineChart } from '../charts/line-chart';
import { fieldsOf, textOf } from './report-table';

/** Centres by year as means over the games of a study, a line for each power. */
export function CentresChart({ table }: { readonly table: PlainTable }) {
  const series = useMemo(() => {
    const years = table.columns.map(({ key }) => key).filter((key) => /^\d{4}$/.test(key));
    return fieldsOf(table).map((row) => ({
      name: textOf(row['power']),
      points: years.map((year) => {
        const value = row[year];
        return { x: Number(year), y: typeof value === 'number' ? value : null };
      }),
    }));
  }, [table]);
  const most = Math.max(1, ...series.flatMap(({ points }) => points.map(({ y }) => y ?? 0)));
  return (
    <LineChart
      title="Centres by year"
      caption={table.note ?? undefined}
      series={series}
      xName="year"
      yName="centres"
      xWords={String}
      yRange={[0, most]}
      height={300}
    />
  );
}
