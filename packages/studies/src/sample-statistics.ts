import { StudyError } from './study-error.js';

/** What one run has to say on one question: a number, or `null` where it failed to say anything. Missing is never 0. */
export type Measured = number | null;

/** A sample in five numbers, in the unit of its values; JSON-safe. */
export interface Summary {
  /** How many values there are, those missing not counted. */
  readonly n: number;
  readonly missing: number;
  readonly mean: number | null;
  readonly median: number | null;
  /** With n - 1 in the denominator; `null` below two values. */
  readonly standardDeviation: number | null;
}

/** Sums up a sample; `null` values are counted as missing and change nothing else. */
export function summarize(values: readonly Measured[]): Summary {
  const present = presentValues(values);
  const n = present.length;
  return {
    n,
    missing: values.length - n,
    mean: n === 0 ? null : mean(present),
    median: n === 0 ? null : median(present),
    standardDeviation: standardDeviation(present),
  };
}

/**
 * The values that are there, ascending, so that whatever is computed from them does not depend on the order in which runs finished.
 * @throws StudyError naming the first value that is neither finite nor null.
 */
export function presentValues(values: readonly Measured[]): readonly number[] {
  const present: number[] = [];
  for (const [index, value] of values.entries()) {
    if (value === null) continue;
    if (!Number.isFinite(value)) throw new StudyError(`Value ${index} is ${value}; give a finite number, or null for missing.`);
    present.push(value + 0); // -0 becomes 0, which JSON would make of it anyway
  }
  return present.sort((one, other) => one - other);
}

/** The arithmetic mean; NaN of nothing. */
export function mean(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length + 0; // a sum so small that it rounds to -0 becomes 0, as JSON would have it
}

/** The middle value, or halfway between the middle two, in whatever order they come; NaN of nothing. */
export function median(values: readonly number[]): number {
  return quantile(Float64Array.from(values).sort(), 0.5);
}

/**
 * The value below which `share` (0 to 1) of ascending values lie, interpolated between neighbours (Hyndman and Fan's type 7, which
 * R and NumPy use unless told otherwise); NaN of nothing.
 */
export function quantile(ascending: ArrayLike<number>, share: number): number {
  const position = share * (ascending.length - 1);
  const below = ascending[Math.floor(position)] ?? NaN;
  const above = ascending[Math.ceil(position)] ?? NaN;
  return below + (above - below) * (position - Math.floor(position));
}

/** The standard deviation of a sample (divided by n - 1), in the unit of the values; `null` of fewer than two values. */
export function standardDeviation(values: readonly number[]): number | null {
  if (values.length < 2) return null;
  // Equal values deviate by nothing at all, whatever rounding does to their mean.
  if (values.every((value) => value === values[0])) return 0;
  const center = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - center) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1));
}
