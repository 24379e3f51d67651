import type { MapOptions } from '../rules-options.js';
import type { Adjudication } from '../values/adjudication.js';
import type { Difference } from './compare-positions.js';
import { compareLists } from './compare-positions.js';
import { toPythonResults } from './to-python-results.js';

/**
 * Compares the results of a record with what the rules make of the orders. Two things the Python package writes are passed over: `WAIVE`,
 * since it waives builds of its own accord and does not keep the orders to do so; and `disband` after the movement phase is over, for units
 * that were dislodged in it and had nowhere to go.
 */
export function compareResults<P extends string>(
  recorded: Readonly<Record<string, readonly string[]>>,
  adjudication: Adjudication<P>,
  options: MapOptions<P>,
): readonly Difference[] {
  const found = toPythonResults(adjudication, options);
  return Object.keys(recorded)
    .filter((unit) => unit !== 'WAIVE')
    .flatMap((unit) => {
      const isLate = adjudication.phase.endsWith('A') || (found[unit] === undefined && !adjudication.phase.endsWith('M'));
      const words = recorded[unit]?.filter((word) => !isLate || word !== 'disband');
      return compareLists(`results of ${unit}`, namedSuccess(words), namedSuccess(found[unit]));
    });
}

/** Success is said so that it can be seen. */
const namedSuccess = (words: readonly string[] = []): readonly string[] =>
  words.length === 0 ? ['success'] : words.map((word) => (word === '' ? 'success' : word));
