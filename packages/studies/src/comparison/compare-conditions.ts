import type { BootstrapOptions } from '../bootstrap/bootstrap-options.js';
import { bootstrapInterval } from '../bootstrap/bootstrap-interval.js';
import type { Interval, NoIntervalReason } from '../bootstrap/interval.js';
import { StudiesError } from '../errors.js';
import { mean } from '../samples/mean.js';
import type { Measured } from '../samples/measured.js';
import { presentValues } from '../samples/present-values.js';
import type { Summary } from '../samples/summarize.js';
import { summarize } from '../samples/summarize.js';
import { compareSamples } from './compare-samples.js';
import type { Comparison } from './compare-samples.js';
import { correctForMultipleTests } from './correct-for-multiple-tests.js';
import { pairBySeed } from './pair-by-seed.js';
import type { SeededValue } from './pair-by-seed.js';
import { stratifiedDifference } from './stratified-difference.js';
import type { StratifiedDifference } from './stratified-difference.js';

export interface ConditionsOptions<Row> extends BootstrapOptions {
  /** The two that are compared; differences are the first less the second. */
  readonly conditions: readonly [a: string, b: string];
  readonly condition: (row: Row) => string;
  /** What is compared, by name. */
  readonly measures: Readonly<Record<string, (row: Row) => Measured>>;
  /**
   * What rows of both conditions have in common that makes pairs of them, such as the seed, or seed and seat. Rows of one condition with
   * the same pair are averaged first, for they do not count as several.
   * @default no paired difference
   */
  readonly pairBy?: (row: Row) => string;
  /**
   * What has to be balanced, such as the seat.
   * @default no balanced difference
   */
  readonly stratum?: (row: Row) => string;
}

/** One condition on one measure. */
export interface ConditionMean extends Summary {
  readonly condition: string;
  readonly interval: Interval | null;
  /** Why there is no interval. */
  readonly reason: NoIntervalReason | null;
}

/** A p-value as it is when all measures were asked about at once (Holm), each kind of difference by itself. */
export interface Corrected {
  readonly correctedPValue: number | null;
}

/** Two conditions on one measure; JSON-safe. */
export interface ConditionComparison {
  readonly measure: string;
  readonly a: ConditionMean;
  readonly b: ConditionMean;
  /** All rows against all rows, whoever had which seed or seat. */
  readonly plain: Comparison & Corrected;
  /** Within strata, each counting the same. */
  readonly balanced: (StratifiedDifference & Corrected) | null;
  /** Within pairs; `unpaired` pairs of either condition had no partner. */
  readonly paired: (Comparison & Corrected & { readonly unpaired: { readonly a: number; readonly b: number } }) | null;
}

/**
 * Two conditions on every measure: means with intervals, the difference plain, balanced and paired, with p-values corrected for the number
 * of measures. A row has to be a run: seven seats of one game are not seven games; put their mean in one row, or only the seat in question.
 * @throws StudiesError where a condition has no row, naming those that have
 */
export function compareConditions<Row>(
  rows: readonly Row[],
  { conditions, condition, measures, pairBy, stratum, ...options }: ConditionsOptions<Row>,
): readonly ConditionComparison[] {
  const [a, b] = conditions.map((name) => rowsOf(rows, name, condition)) as [readonly Row[], readonly Row[]];
  const comparisons = Object.entries(measures).map(([measure, value]) => {
    const seeded = { ...options, seed: `${options.seed}/${measure}` };
    return {
      measure,
      a: meanOf(conditions[0], a.map(value), seeded),
      b: meanOf(conditions[1], b.map(value), seeded),
      plain: compareSamples(a.map(value), b.map(value), seeded),
      balanced: stratum ? stratifiedDifference(a, b, { ...seeded, stratum, value }) : null,
      paired: pairBy ? comparePairs(averaged(a, pairBy, value), averaged(b, pairBy, value), seeded) : null,
    };
  });
  const [plain, balanced, paired] = (['plain', 'balanced', 'paired'] as const).map((kind) =>
    correctForMultipleTests(
      comparisons.map((each) => each[kind]?.test?.pValue ?? null),
      { method: 'holm' },
    ),
  );
  return comparisons.map((each, index) => ({
    ...each,
    plain: { ...each.plain, correctedPValue: plain?.[index] ?? null },
    balanced: each.balanced && { ...each.balanced, correctedPValue: balanced?.[index] ?? null },
    paired: each.paired && { ...each.paired, correctedPValue: paired?.[index] ?? null },
  }));
}

function rowsOf<Row>(rows: readonly Row[], name: string, condition: (row: Row) => string): readonly Row[] {
  const found = rows.filter((row) => condition(row) === name);
  if (found.length > 0) return found;
  const known = [...new Set(rows.map(condition))].sort();
  throw new StudiesError(
    `No run is of the condition "${name}"; ${known.length === 0 ? 'there are no runs at all' : `there are ${known.join(', ')}`}.`,
  );
}

function meanOf(condition: string, values: readonly Measured[], options: BootstrapOptions): ConditionMean {
  const { interval, reason } = bootstrapInterval(values, { ...options, seed: `${options.seed}/${condition}` });
  return { condition, ...summarize(values), interval, reason };
}

function comparePairs(
  a: readonly SeededValue[],
  b: readonly SeededValue[],
  options: BootstrapOptions,
): Omit<NonNullable<ConditionComparison['paired']>, keyof Corrected> {
  const pairs = pairBySeed(a, b);
  return { ...compareSamples(pairs.a, pairs.b, { ...options, paired: true }), unpaired: pairs.unpaired };
}

/** One value a pair: the mean of those that are there; `null` where none is. */
function averaged<Row>(
  rows: readonly Row[],
  pairBy: (row: Row) => string,
  value: (row: Row) => Measured,
): readonly SeededValue[] {
  return [...new Set(rows.map(pairBy))].map((seed) => {
    const present = presentValues(rows.filter((row) => pairBy(row) === seed).map(value));
    return { seed, value: present.length === 0 ? null : mean(present) };
  });
}
