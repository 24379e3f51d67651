import { useMemo, useState } from 'preact/hooks';
import { BandedChart } from './banded-chart';
import { type Fields, textOf } from './report-table';
import { centreTrajectories } from './trajectories';

/** Centres of one power over the years by condition. @param centres rows of the table `centers-by-game` */
export function PowerChart({ centres }: { readonly centres: readonly Fields[] }) {
  const powers = useMemo(() => [...new Set(centres.map((row) => textOf(row['power'])))].sort(), [centres]);
  const [chosen, setChosen] = useState<string>();
  const power = chosen ?? powers[0] ?? '';
  const trajectories = useMemo(() => centreTrajectories(centres, power), [centres, power]);
  const most = Math.max(1, ...trajectories.flatMap(({ points }) => points.flatMap(({ values }) => values)));
  return (
    <>
      <label class="choice">
        of{' '}
        <select value={power} onChange={(event) => setChosen(event.currentTarget.value)}>
          {powers.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      <BandedChart
        title="Centres by condition"
        means="Mean over games after each Fall"
        trajectories={trajectories}
        xName="year"
        yName="centres"
        xWords={String}
        yRange={[0, most]}
        height={300}
      />
    </>
  );
}
