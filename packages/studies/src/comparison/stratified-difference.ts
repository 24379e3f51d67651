import { type BootstrapOptions, type Interval, type NoIntervalReason, readBootstrapOptions } from '../bootstrap/interval.js';
import { estimateFromGroups } from '../bootstrap/estimate-from-groups.js';
import { compareNaturally } from '../compare-naturally.js';
import { mean, type Measured, presentValues, summarize, type Summary } from '../sample-statistics.js';
import type { PermutationTest } from './arrangements.js';
import { stratifiedShuffleTest } from './stratified-shuffle-test.js';

export interface StratifiedDifferenceOptions<Row> extends BootstrapOptions {
  /** Property to balance, such as the seat that a model played. */
  readonly stratum: (row: Row) => string;
  readonly value: (row: Row) => Measured;
}

/** Both sides in one stratum. */
export interface StratumDifference {
  readonly stratum: string;
  readonly a: Summary;
  readonly b: Summary;
  readonly difference: number;
}

/** A difference that does not depend on how often each side had the better seats; JSON-safe. */
export interface StratifiedDifference {
  /** Mean of the differences of the strata, each weighted equally, however many rows it has; in the unit of the values. */
  readonly difference: number | null;
  /** From resampling within each stratum and side; none if one of them has a single value. */
  readonly interval: Interval | null;
  readonly reason: NoIntervalReason | null;
  /** Two-sided test with labels shuffled within each stratum; `null` if no stratum has values on both sides. */
  readonly test: PermutationTest | null;
  /** Strata with values on both sides, by name. */
  readonly strata: readonly StratumDifference[];
  /** Strata that do not count because one side, or both, has no value there. */
  readonly missing: readonly { readonly stratum: string; readonly lacking: 'a' | 'b' | 'both' }[];
}

/**
 * Computes the balanced difference of two sets of rows: mean of `a` minus mean of `b` within each stratum, then the mean over
 * strata.
 */
export function stratifiedDifference<Row>(
  a: readonly Row[],
  b: readonly Row[],
  { stratum, value, ...options }: StratifiedDifferenceOptions<Row>,
): StratifiedDifference {
  const strata: StratumDifference[] = [];
  const missing: { stratum: string; lacking: 'a' | 'b' | 'both' }[] = [];
  const groups: (readonly number[])[] = [];
  for (const name of [...new Set([...a, ...b].map(stratum))].sort(compareNaturally)) {
    const [first, second] = [a, b].map((rows) => rows.filter((row) => stratum(row) === name).map(value)) as [
      Measured[],
      Measured[],
    ];
    const sides = { a: summarize(first), b: summarize(second) };
    if (sides.a.mean === null || sides.b.mean === null) {
      const lacking = sides.a.mean !== null ? 'b' : sides.b.mean !== null ? 'a' : 'both';
      missing.push({ stratum: name, lacking });
      continue;
    }
    strata.push({ stratum: name, ...sides, difference: sides.a.mean - sides.b.mean });
    groups.push(presentValues(first), presentValues(second));
  }
  const { estimate, ...rest } = estimateFromGroups(groups, meanOfDifferences, options);
  const { resamples, seed } = readBootstrapOptions(options);
  const sides = strata.map((_, index) => ({ a: groups[2 * index] ?? [], b: groups[2 * index + 1] ?? [] }));
  const test = sides.length === 0 ? null : stratifiedShuffleTest(sides, { resamples, seed: `${seed}/permutation` });
  return { difference: estimate, ...rest, test, strata, missing };
}

/** Takes groups in the order a, b, a, b, … */
function meanOfDifferences(groups: readonly (readonly number[])[]): number {
  const total = groups.reduce((sum, group, index) => sum + (index % 2 === 0 ? mean(group) : -mean(group)), 0);
  return total / (groups.length / 2);
}
