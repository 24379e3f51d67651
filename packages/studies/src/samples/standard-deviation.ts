import { mean } from './mean.js';

/** The standard deviation of a sample (divided by n - 1), in the unit of the values; `null` of fewer than two values. */
export function standardDeviation(values: readonly number[]): number | null {
  if (values.length < 2) return null;
  // Equal values deviate by nothing at all, whatever rounding does to their mean.
  if (values.every((value) => value === values[0])) return 0;
  const center = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - center) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1));
}
