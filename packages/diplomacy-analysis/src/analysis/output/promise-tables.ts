import { POWERS } from '@entente/diplomacy-rules';
import type { Column, Row, Table } from '@entente/studies/tables';
import { countPromises } from '../promises/count-promises.js';
import type { JudgedPromise } from '../promises/press-promise.js';
import { type FinishedAnalysis, modelAt, modelOf, promisesOf } from './finished-analysis.js';
import { shareKept } from './share-kept.js';

const COUNTS: readonly Column[] = [
  { key: 'made', title: 'made', meaning: 'Promises found in the press.', unit: 'promises', align: 'right' },
  { key: 'kept', title: 'kept', meaning: 'Promises that the orders kept.', unit: 'promises', align: 'right' },
  { key: 'broken', title: 'broken', meaning: 'Promises that the orders broke.', unit: 'promises', align: 'right' },
  {
    key: 'deliberate',
    title: 'on purpose',
    meaning: 'Promises broken on purpose, by the diary of the promiser.',
    unit: 'promises',
    align: 'right',
  },
  {
    key: 'void',
    title: 'void',
    meaning: 'Promises that could not be kept any more, or whose phase was not looked at.',
    unit: 'promises',
    align: 'right',
  },
  {
    key: 'undetermined',
    title: 'open',
    meaning: 'Promises on which neither the orders nor the judge decide.',
    unit: 'promises',
    align: 'right',
  },
  {
    key: 'share',
    title: 'share kept',
    meaning: 'Kept promises among those kept or broken, with a 95 % interval (Wilson); ? marks fewer than ten.',
    unit: 'text',
    absent: 'none was kept or broken',
  },
];

/** Minimum number of promises kept or broken for a share without a question mark. */
const FEW = 10;

/** Tables of promises by verdict: a row for each power, and a row for each model where there are several. */
export function promiseTables(analysis: FinishedAnalysis): readonly Table[] {
  const promises = promisesOf(analysis);
  const speakerOf = ({ promiser, phase }: JudgedPromise): string => modelAt(analysis, promiser, phase);
  const models = [...new Set([...POWERS.map((power) => modelOf(analysis, power)), ...promises.map(speakerOf)])];
  const byPower: Table = {
    name: 'promises-by-power',
    title: 'Promises by power',
    columns: [
      { key: 'power', title: 'power', meaning: 'Power that gave the promise.', unit: 'text' },
      { key: 'model', title: 'model', meaning: 'Model that played the power.', unit: 'text' },
      ...COUNTS,
    ],
    rows: POWERS.map((power): Row => {
      const own = promises.filter(({ promiser }) => promiser === power);
      return { power, model: modelOf(analysis, power), ...rowOf(own) };
    }),
    note: `Void: it could not be kept any more, or its phase was not looked at. Open: neither orders nor the judge could tell. On purpose: the promiser's own diary says so. Share kept: of those kept or broken, with a 95 % interval (Wilson) that takes promises as independent; ? marks fewer than ${FEW}, which say hardly anything.`,
  };
  if (models.length === 1) return [byPower];
  const byModel: Table = {
    name: 'promises-by-model',
    title: 'Promises by model',
    columns: [{ key: 'model', title: 'model', meaning: 'Model that played the power.', unit: 'text' }, ...COUNTS],
    rows: models.map((model): Row => ({
      model,
      ...rowOf(promises.filter((promise) => speakerOf(promise) === model)),
    })),
  };
  return [byPower, byModel];
}

function rowOf(promises: readonly JudgedPromise[]): Row {
  const counts = countPromises(promises);
  const { made, kept, broken, deliberate, undetermined } = counts;
  return { made, kept, broken, deliberate, void: counts.void, undetermined, share: formatShare(counts) };
}

/** Formats a share: `75 % (41-93 %)`, with a `?` where there are few promises. `null` stays `null`. */
function formatShare(counts: Parameters<typeof shareKept>[0]): string | null {
  const found = shareKept(counts);
  if (found === null) return null;
  const percent = (share: number): string => (100 * share).toFixed(0);
  const { share, low, high, n } = found;
  return `${percent(share)} % (${percent(low)}-${percent(high)} %)${n < FEW ? ' ?' : ''}`;
}
