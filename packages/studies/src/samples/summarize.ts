import { mean } from './mean.js';
import type { Measured } from './measured.js';
import { median } from './median.js';
import { presentValues } from './present-values.js';
import { standardDeviation } from './standard-deviation.js';

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
