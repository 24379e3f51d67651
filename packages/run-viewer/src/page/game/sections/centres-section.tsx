import { parsePhase, POWERS } from '@entente/diplomacy-rules';
import { useMemo } from 'preact/hooks';
import { LineChart } from '../../charts/line-chart';
import { centresByYear } from '../story/centres-by-year';
import type { StoryPhase } from '../story/game-story';
import { powerInWords } from '../story/phase-words';
import { PowerMark } from './power-mark';

/** Centres of the powers over the years, and their standing at the phase that is shown. */
export function CentresSection({ phases, phase }: { readonly phases: readonly StoryPhase[]; readonly phase: StoryPhase }) {
  const series = useMemo(() => centresByYear(phases), [phases]);
  const { centers, units } = phase.position;
  const standing = POWERS.toSorted((one, other) => centers[other].length - centers[one].length);
  return (
    <div class="centres">
      <LineChart
        title="Supply centres"
        caption="at the end of each year."
        series={series}
        xName="year"
        yName="centres"
        yRange={[0, Math.max(18, ...series.flatMap(({ points }) => points.map(({ y }) => y ?? 0)))]}
        xMarked={parsePhase(phase.name)?.year}
        xWords={(year) => String(year)}
        height={320}
      />
      <table class="standing">
        <caption>Before the orders of this phase</caption>
        <thead>
          <tr>
            <th scope="col">Power</th>
            <th scope="col" class="number">
              Centres
            </th>
            <th scope="col" class="number">
              Units
            </th>
          </tr>
        </thead>
        <tbody>
          {standing.map((power) => (
            <tr key={power}>
              <th scope="row">
                <PowerMark power={power} /> {powerInWords(power)}
              </th>
              <td class="number">{centers[power].length}</td>
              <td class="number">{units[power].length}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
