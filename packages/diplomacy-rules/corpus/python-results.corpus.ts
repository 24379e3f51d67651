import { expect, it } from 'vitest';
import { compareUnits } from '../src/cases/compare-units.js';
import type { OfPowers } from '../src/cases/rules-case.js';
import { byPower } from '../src/cases/rules-case.js';
import { adjudicate } from '../src/judge/adjudicate.js';
import { parseOrders } from '../src/notation/parse-orders.js';
import { toPythonResults } from '../src/saved-game/to-python-results.js';
import type { Phase } from '../src/values/phase.js';
import { RULEBOOKS } from '../src/values/rulebooks.js';
import type { Unit } from '../src/values/unit.js';
import { readLines } from './corpus-data.js';

/** A movement phase judged by the Python package. */
interface JudgedPhase {
  readonly id: string;
  readonly name: Phase;
  readonly units: OfPowers<readonly Unit[]>;
  readonly orders: OfPowers<readonly string[]>;
  readonly results: Readonly<Record<Unit, readonly string[]>>;
  readonly nextUnits: OfPowers<readonly Unit[]>;
  readonly retreats: OfPowers<Readonly<Record<Unit, readonly string[]>>>;
}

/** Phases that the package does not judge by its own rulebook, with the reason. */
const BUGS: Readonly<Record<string, readonly string[]>> = {
  'support against a fleet is not cut by the army on its convoy, though there is no paradox': [
    'droidippy-11402:F1903M',
    'droidippy-3872:S1903M',
    'droidippy-8945:F1906M',
  ],
};

it('the Python package judges as we do under its rulebook, its bugs aside', async () => {
  const differences: Record<string, readonly string[]> = {};
  const explained = Object.values(BUGS).flat().sort();
  let phases = 0;
  for await (const phase of readLines<JudgedPhase>('python-results.jsonl.gz')) {
    phases += 1;
    const position = {
      phase: phase.name,
      units: byPower((power) => phase.units[power] ?? []),
      centers: byPower(() => []),
      retreats: byPower(() => ({})),
    };
    const { orders, refused } = parseOrders(position, phase.orders);
    const adjudication = adjudicate(position, orders, { rulebook: RULEBOOKS['python-compatible'] });
    const results = toPythonResults(adjudication);
    const units = [...new Set([...Object.keys(phase.results), ...Object.keys(results)])] as Unit[];
    const found = [
      ...refused.map(({ refusal }) => refusal.message),
      ...compareUnits('afterwards', phase.nextUnits, adjudication.next.units),
      // Word by word, in their order.
      ...units.flatMap((unit) => {
        const [wanted, got] = [phase.results[unit], results[unit]].map((words) => words?.join(', ') ?? 'no entry');
        return wanted === got ? [] : [`${unit}: ${got ?? ''}; expected ${wanted ?? ''}.`];
      }),
    ];
    if (found.length > 0) differences[phase.id] = found;
  }

  const unexplained = Object.entries(differences).filter(([id]) => !explained.includes(id));
  expect(Object.fromEntries(unexplained)).toEqual({});
  expect(Object.keys(differences).sort()).toEqual(explained);
  expect(phases).toBe(3000);
});
