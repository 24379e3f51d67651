import type { ByPower } from '../values/power.js';
import { POWERS } from '../values/power.js';
import type { Unit } from '../values/unit.js';
import type { OfPowers } from './rules-case.js';

/** Returns a sentence for each power whose units are not those expected, in any order. */
export const compareUnits = (
  when: string,
  expected: OfPowers<readonly Unit[]>,
  actual: ByPower<readonly Unit[]>,
): readonly string[] =>
  POWERS.flatMap((power) => compareLists(`Units of ${power} ${when}`, expected[power] ?? [], actual[power]));

/** Returns a sentence if two lists differ in more than their order. */
export function compareLists(what: string, expected: readonly string[], actual: readonly string[]): readonly string[] {
  const [wanted, found] = [expected, actual].map((list) => (list.length === 0 ? 'none' : [...list].sort().join(', '))) as [
    string,
    string,
  ];
  return wanted === found ? [] : [`${what}: ${found}; expected ${wanted}.`];
}
