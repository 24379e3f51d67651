import type { MapOptions } from '../rules-options.js';
import type { Adjudication } from '../values/adjudication.js';
import type { Difference } from './compare-positions.js';
import { compareLists } from './compare-positions.js';
import { toPythonResults } from './to-python-results.js';

/**
 * Compares the results of a record with what the rules make of the orders. Some of what the Python package writes of retreats and
 * adjustments says nothing of the orders that it keeps, and is passed over: `void` for orders that it does not keep, `WAIVE`, since it waives
 * builds of its own accord, and a belated `disband` for units that were dislodged in the movement phase and had nowhere to go.
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

/** Success is said so that it can be seen. */
const orSuccess = (words: readonly string[] = []): readonly string[] => (words.length === 0 ? ['success'] : words);

const withoutVoid = (words: readonly string[] = []): readonly string[] => orSuccess(words.filter((word) => word !== 'void'));

/** In Winter an empty word is all that counts. */
const doneOf = (words: readonly string[] = []): readonly string[] => (words.includes('') ? ['success'] : []);
