import { expect, it } from 'vitest';
import { byPower } from '../src/cases/by-power.js';
import { compareLists, compareUnits } from '../src/cases/compare-units.js';
import type { OfPowers } from '../src/cases/rules-case.js';
import { adjudicate } from '../src/judge/adjudicate.js';
import { RULEBOOKS } from '../src/values/rulebook.js';
import { parseOrders } from '../src/notation/parse-orders.js';
import { toPythonResults } from '../src/saved-game/to-python-results.js';
import type { Phase } from '../src/values/phase.js';
import type { Unit } from '../src/values/unit.js';
import { readLines } from './corpus-data.js';

/** A movement phase that the Python package has judged. */
interface JudgedPhase {
  readonly id: string;
  readonly name: Phase;
  readonly units: OfPowers<readonly Unit[]>;
  readonly orders: OfPowers<readonly string[]>;
  readonly results: Readonly<Record<Unit, readonly string[]>>;
  readonly nextUnits: OfPowers<readonly Unit[]>;
  readonly retreats: OfPowers<Readonly<Record<Unit, readonly string[]>>>;
}

/** Phases that the package judges otherwise than by its own rulebook, and why. */
const BUGS: Readonly<Record<string, readonly string[]>> = {
  'support of the attacked power itself counts for an army that comes by convoy': ['droidippy-6475:S1902M'],
  'support by an army is void when it names the wrong coast, though by a fleet it counts': [
    'droidippy-1297:S1910M',
    'droidippy-1406:F1906M',
    'droidippy-1562:F1902M',
    'droidippy-1956:S1904M',
  ],
  'support against a fleet is not cut by the army on its convoy, though there is no paradox': [
    'droidippy-11402:F1903M',
    'droidippy-3872:S1903M',
    'droidippy-8945:F1906M',
  ],
  'an order to go VIA to a neighbour is refused when no fleet is near, so the army does not walk': [
    'droidippy-11339:F1902M',
    'droidippy-3962:F1901M',
    'droidippy-3962:F1902M',
    'droidippy-4033:S1903M',
    'droidippy-4136:S1903M',
    'droidippy-9111:S1902M',
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
      ...units.flatMap((unit) => compareLists(unit, phase.results[unit] ?? ['no entry'], results[unit] ?? ['no entry'])),
    ];
    if (found.length > 0) differences[phase.id] = found;
  }

  const unexplained = Object.entries(differences).filter(([id]) => !explained.includes(id));
  expect(Object.fromEntries(unexplained)).toEqual({});
  expect(Object.keys(differences).sort()).toEqual(explained);
  expect(phases).toBe(3000);
});
