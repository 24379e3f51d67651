import { StudyError } from './study-error.js';

/** Measurement of one run: a number, or `null` if it is missing. Missing is never 0. */
export type Measured = number | null;

/** A sample in five numbers, in the unit of its values; JSON-safe. */
export interface Summary {
  /** Number of values, without missing ones. */
  readonly n: number;
  readonly missing: number;
  readonly mean: number | null;
  readonly median: number | null;
  /** With n - 1 in the denominator; `null` for fewer than two values. */
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
 * Present values, ascending, so that statistics do not depend on the order in which runs finished.
 * @throws StudyError naming the first value that is neither finite nor null
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

/** Arithmetic mean; NaN for no values. */
export function mean(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length + 0; // a sum so small that it rounds to -0 becomes 0, as JSON would have it
}

/** Middle value, or halfway between the middle two, of values in any order; NaN for no values. */
export function median(values: readonly number[]): number {
  return quantile(Float64Array.from(values).sort(), 0.5);
}

/**
 * Value below which `share` (0 to 1) of ascending values lie, interpolated between neighbours (Hyndman and Fan's type 7, the
 * default of R and NumPy); NaN for no values.
 */
export function quantile(ascending: ArrayLike<number>, share: number): number {
  const position = share * (ascending.length - 1);
  const below = ascending[Math.floor(position)] ?? NaN;
  const above = ascending[Math.ceil(position)] ?? NaN;
  return below + (above - below) * (position - Math.floor(position));
}

/** Standard deviation of a sample (with n - 1), in the unit of the values; `null` for fewer than two values. */
export function standardDeviation(values: readonly number[]): number | null {
  if (values.length < 2) return null;
  // Equal values do not deviate, even if their mean is rounded.
  if (values.every((value) => value === values[0])) return 0;
  const center = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - center) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1));
}
