import { useMemo, useState } from 'preact/hooks';
import { BandedChart } from './banded-chart';
import type { Fields } from './report-table';
import { commitmentTrajectories, type WhosePlace } from './trajectories';

const WHOSE: readonly { readonly key: WhosePlace; readonly label: string }[] = [
  { key: 'both', label: 'both partners, as the mean of the two' },
  { key: 'first', label: 'the first partner' },
  { key: 'second', label: 'the second partner' },
];
const RANGE = [0, 10] as const;

/** Commitment over scenes by condition. */
export function CommitmentChart({ scores }: { readonly scores: readonly Fields[] }) {
  const [whose, setWhose] = useState<WhosePlace>('both');
  const trajectories = useMemo(() => commitmentTrajectories(scores, whose), [scores, whose]);
  return (
    <>
      <label class="choice">
        of{' '}
        <select value={whose} onChange={(event) => setWhose(event.currentTarget.value as WhosePlace)}>
          {WHOSE.map(({ key, label }) => (
            <option key={key} value={key}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <BandedChart
        title="Commitment by condition"
        means="Mean over runs after each scene, 0 to 10"
        trajectories={trajectories}
        xName="scene"
        yName="commitment"
        yRange={RANGE}
        height={300}
      />
    </>
  );
}
