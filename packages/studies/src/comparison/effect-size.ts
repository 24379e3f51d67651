import { mean, standardDeviation } from '../sample-statistics.js';

/** A difference in standard deviations, which compares across measures with different units (Cohen 1988). */
export interface EffectSize {
  /**
   * `d`: divided by the pooled standard deviation of both samples. `d_z`: divided by that of the differences within pairs. The
   * two cannot be compared with each other.
   */
  readonly kind: 'd' | 'd_z';
  /** `null` if the values do not vary, or are too few. */
  readonly size: number | null;
}

/** Cohen's d of two independent samples, positive where the first is larger. */
export function cohenD(a: readonly number[], b: readonly number[]): EffectSize {
  const freedom = a.length + b.length - 2;
  if (a.length === 0 || b.length === 0 || freedom < 1) return { kind: 'd', size: null };
  const squares = [a, b].reduce((sum, side) => sum + (side.length - 1) * (standardDeviation(side) ?? 0) ** 2, 0);
  return { kind: 'd', size: standardize(mean(a) - mean(b), Math.sqrt(squares / freedom), [...a, ...b]) };
}

/** Cohen's d_z of the differences within pairs. */
export function cohenDz(differences: readonly number[]): EffectSize {
  const spread = standardDeviation(differences);
  return { kind: 'd_z', size: spread === null ? null : standardize(mean(differences), spread, differences) };
}

/** Divides by the spread, unless the spread is rounding alone, which would give an effect of 10¹⁵ for nothing. */
function standardize(difference: number, spread: number, values: readonly number[]): number | null {
  const rounding = 1e-12 * values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
  return spread <= rounding ? null : difference / spread;
}
