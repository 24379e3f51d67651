import { StudyError } from '../study-error.js';

export interface CorrectionOptions {
  /**
   * `holm` bounds the chance of a single false finding, however the tests depend on each other (Holm 1979).
   * `benjamini-hochberg` bounds the share of false ones among the findings, for independent or positively related tests (1995).
   */
  readonly method: 'holm' | 'benjamini-hochberg';
}

/**
 * Adjusts p-values for being tested together, in the order given; compare them with the level directly. Tests without a p-value
 * (`null`) stay so and do not count.
 * @throws StudyError for a number outside 0 to 1
 */
export function correctForMultipleTests(pValues: readonly number[], options: CorrectionOptions): readonly number[];
export function correctForMultipleTests(
  pValues: readonly (number | null)[],
  options: CorrectionOptions,
): readonly (number | null)[];
export function correctForMultipleTests(
  pValues: readonly (number | null)[],
  { method }: CorrectionOptions,
): readonly (number | null)[] {
  const ascending = pValues.flatMap((pValue, index) => (pValue === null ? [] : [{ index, pValue: checkShare(pValue, index) }]));
  ascending.sort((one, other) => one.pValue - other.pValue);
  const count = ascending.length;
  const adjusted: (number | null)[] = pValues.map(() => null);
  if (method === 'holm') {
    let largest = 0;
    for (const [rank, { index, pValue }] of ascending.entries()) {
      largest = Math.max(largest, Math.min(1, pValue * (count - rank)));
      adjusted[index] = largest;
    }
  } else {
    let smallest = 1;
    for (const [rank, { index, pValue }] of [...ascending.entries()].reverse()) {
      smallest = Math.min(smallest, pValue * (count / (rank + 1)));
      adjusted[index] = smallest;
    }
  }
  return adjusted;
}

function checkShare(pValue: number, index: number): number {
  if (pValue >= 0 && pValue <= 1) return pValue;
  throw new StudyError(`P-value ${index} is ${pValue}; give numbers from 0 to 1, or null for a test that gave none.`);
}
