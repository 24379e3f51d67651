import type { MapOptions } from '../rules-options.js';
import type { Adjudication } from '../values/adjudication.js';
import type { Difference } from './compare-positions.js';
import { compareLists } from './compare-positions.js';
import { toPythonResults } from './to-python-results.js';

/**
 * Compares the results of a record with those of the rules. Ignores results of retreats and adjustments that the Python package writes
 * without a kept order: `void` for orders that it drops, `WAIVE` for builds that it waives by itself, and a late `disband` for units
 * dislodged in the movement phase without a retreat.
 */
export function compareResults<P extends string>(
  recorded: Readonly<Record<string, readonly string[]>>,
  adjudication: Adjudication<P>,
  options: MapOptions<P>,
): readonly Difference[] {
  const found = toPythonResults(adjudication, options);
  const type = adjudication.phase.slice(-1);
  return Object.keys(recorded).flatMap((unit) => {
    const what = `results of ${unit}`;
    const judged = found[unit];
    if (type === 'M') return compareLists(what, orSuccess(recorded[unit]), orSuccess(judged));
    if (type === 'R') return judged === undefined ? [] : compareLists(what, withoutVoid(recorded[unit]), withoutVoid(judged));
    return compareLists(what, doneOf(recorded[unit]), doneOf(judged));
  });
}

/** Makes success visible. */
const orSuccess = (words: readonly string[] = []): readonly string[] => (words.length === 0 ? ['success'] : words);

const withoutVoid = (words: readonly string[] = []): readonly string[] => orSuccess(words.filter((word) => word !== 'void'));

/** In Winter only an empty word counts. */
const doneOf = (words: readonly string[] = []): readonly string[] => (words.includes('') ? ['success'] : []);
