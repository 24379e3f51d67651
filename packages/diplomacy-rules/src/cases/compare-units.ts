import type { ByPower } from '../values/power.js';
import { POWERS } from '../values/power.js';
import type { Unit } from '../values/unit.js';
import type { OfPowers } from './rules-case.js';

/** A sentence for each power whose units, in whatever order, are not those expected. */
export const compareUnits = (
  when: string,
  expected: OfPowers<readonly Unit[]>,
  actual: ByPower<readonly Unit[]>,
): readonly string[] =>
  POWERS.flatMap((power) => compareLists(`Units of ${power} ${when}`, expected[power] ?? [], actual[power]));

/** A sentence if the two lists, in whatever order, are not the same. */
export function compareLists(what: string, expected: readonly string[], actual: readonly string[]): readonly string[] {
  const [wanted, found] = [expected, actual].map((list) => (list.length === 0 ? 'none' : [...list].sort().join(', '))) as [
    string,
    string,
  ];
  return wanted === found ? [] : [`${what}: ${found}; expected ${wanted}.`];
}
