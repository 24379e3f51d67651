import type { BootstrapOptions, Interval, NoIntervalReason } from '../bootstrap/interval.js';
import { bootstrapInterval } from '../bootstrap/bootstrap-interval.js';
import { StudyError } from '../study-error.js';
import { type Measured, presentValues, summarize, type Summary } from '../sample-statistics.js';
import { clusterMeans } from './cluster-means.js';
import { compareSamples, type Comparison } from './compare-samples.js';
import { correctForMultipleTests } from './correct-for-multiple-tests.js';
import { pairBySeed, type SeededValue } from './pair-by-seed.js';
import type { PermutationTest } from './arrangements.js';
import { type StratifiedDifference, stratifiedDifference } from './stratified-difference.js';

export interface ConditionsOptions<Row> extends BootstrapOptions {
  /** The two conditions to compare. Differences are the first minus the second. */
  readonly conditions: readonly [a: string, b: string];
  readonly condition: (row: Row) => string;
  /** Values to compare, by the name of the measure. */
  readonly measures: Readonly<Record<string, (row: Row) => Measured>>;
  /**
   * Property that rows of both conditions share and that makes them pairs, such as the seed, or seed and seat. Rows of one
   * condition in the same pair are averaged first, as they do not count as several.
   * @default no paired difference
   */
  readonly pairBy?: (row: Row) => string;
  /**
   * Property that rows share and that makes them depend on one another, such as the couple of a run. If a side has several
   * clusters, the cluster is the unit of every interval and test: its mean counts once, however many rows it has. If each side
   * has a single one, rows are the units, and nothing is said about others.
   * @default every row by itself
   */
  readonly cluster?: (row: Row) => string;
  /**
   * Property to balance, such as the seat.
   * @default no balanced difference
   */
  readonly stratum?: (row: Row) => string;
}

/**
 * One condition on one measure. `n` and `missing` count rows; mean, median and interval are over clusters where these are the
 * units.
 */
export interface ConditionMean extends Summary {
  readonly condition: string;
  /** Number of clusters with a value; `null` if rows are the units. */
  readonly clusters: number | null;
  readonly interval: Interval | null;
  /** Reason why there is no interval. */
  readonly reason: NoIntervalReason | null;
}

/** A p-value corrected for testing all measures at once (Holm), separately for each kind of difference. */
export interface Corrected {
  readonly correctedPValue: number | null;
  /** Number of tests that the correction is for: one for each measure that varies at all. */
  readonly correctedOver: number;
}

/** Two conditions, pair by pair. */
export interface PairedComparison extends Comparison {
  /** Number of clusters that the pairs are in; `null` if pairs are the units. */
  readonly clusters: number | null;
  /** Number of pairs of each condition without a partner. */
  readonly unpaired: { readonly a: number; readonly b: number };
}

/** Two conditions on one measure; JSON-safe. */
export interface ConditionComparison {
  readonly measure: string;
  /** Whether any two values of either condition differ. A measure that never varies is shown, but neither tested nor counted. */
  readonly varies: boolean;
  readonly a: ConditionMean;
  readonly b: ConditionMean;
  /** All units against all units, regardless of seeds and seats; they are assumed to be independent. */
  readonly plain: Comparison & Corrected;
  /** Within strata, each weighted equally. */
  readonly balanced: (StratifiedDifference & Corrected) | null;
  /** Within pairs, or within the pairs of each cluster. */
  readonly paired: (PairedComparison & Corrected) | null;
}

/**
 * Two conditions on every measure: means with intervals, the difference plain, balanced and paired, with p-values corrected for the number
 * of measures that vary. A row has to be a run: seven seats of one game are not seven games; put their mean in one row, or only the seat in
 * question.
 * @throws StudyError where a condition has no row, naming those that have
 */
export function compareConditions<Row>(
  rows: readonly Row[],
  { conditions, condition, measures, pairBy, cluster, stratum, ...options }: ConditionsOptions<Row>,
): readonly ConditionComparison[] {
  const [a, b] = conditions.map((name) => rowsOf(rows, name, condition)) as [readonly Row[], readonly Row[]];
  const unit = cluster && [a, b].some((side) => new Set(side.map(cluster)).size > 1) ? cluster : null;
  const comparisons = Object.entries(measures).map(([measure, value]) => {
    const seeded = { ...options, seed: `${options.seed}/${measure}` };
    const unitsOf = (side: readonly Row[]): readonly Measured[] =>
      unit ? [...clusterMeans(side, { cluster: unit, value }).values()] : side.map(value);
    const varies = new Set(presentValues([...a, ...b].map(value))).size > 1;
    const tested = <Tested extends { readonly test: PermutationTest | null }>(comparison: Tested): Tested =>
      varies ? comparison : { ...comparison, test: null };
    return {
      measure,
      varies,
      a: meanOf(conditions[0], { rows: a.map(value), units: unit && unitsOf(a) }, seeded),
      b: meanOf(conditions[1], { rows: b.map(value), units: unit && unitsOf(b) }, seeded),
      plain: tested(compareSamples(unitsOf(a), unitsOf(b), seeded)),
      balanced: stratum ? tested(stratifiedDifference(a, b, { ...seeded, stratum, value })) : null,
      paired: pairBy ? tested(comparePairs(a, b, { ...seeded, pairBy, value, unit })) : null,
    };
  });
  const [plain, balanced, paired] = (['plain', 'balanced', 'paired'] as const).map((kind) => {
    const pValues = comparisons.map((each) => each[kind]?.test?.pValue ?? null);
    const corrected = correctForMultipleTests(pValues, { method: 'holm' });
    const correctedOver = pValues.filter((pValue) => pValue !== null).length;
    return (index: number): Corrected => ({ correctedPValue: corrected[index] ?? null, correctedOver });
  }) as [CorrectedOf, CorrectedOf, CorrectedOf];
  return comparisons.map((each, index) => ({
    ...each,
    plain: { ...each.plain, ...plain(index) },
    balanced: each.balanced && { ...each.balanced, ...balanced(index) },
    paired: each.paired && { ...each.paired, ...paired(index) },
  }));
}

type CorrectedOf = (index: number) => Corrected;

function rowsOf<Row>(rows: readonly Row[], name: string, condition: (row: Row) => string): readonly Row[] {
  const found = rows.filter((row) => condition(row) === name);
  if (found.length > 0) return found;
  const known = [...new Set(rows.map(condition))].sort();
  throw new StudyError(
    `No run is of the condition "${name}"; ${known.length === 0 ? 'there are no runs at all' : `there are ${known.join(', ')}`}.`,
  );
}

function meanOf(
  condition: string,
  { rows, units }: { readonly rows: readonly Measured[]; readonly units: readonly Measured[] | null },
  options: BootstrapOptions,
): ConditionMean {
  const { interval, reason } = bootstrapInterval(units ?? rows, { ...options, seed: `${options.seed}/${condition}` });
  const { n, missing } = summarize(rows);
  const summary = summarize(units ?? rows);
  return { condition, ...summary, n, missing, clusters: units && summary.n, interval, reason };
}

interface Pairing<Row> extends BootstrapOptions {
  readonly pairBy: (row: Row) => string;
  readonly value: (row: Row) => Measured;
  /** Cluster of a row, if clusters are the units. */
  readonly unit: ((row: Row) => string) | null;
}

function comparePairs<Row>(
  a: readonly Row[],
  b: readonly Row[],
  { pairBy, value, unit, ...options }: Pairing<Row>,
): PairedComparison {
  const averaged = (side: readonly Row[]): readonly SeededValue[] =>
    [...clusterMeans(side, { cluster: pairBy, value })].map(([seed, measured]) => ({ seed, value: measured }));
  const pairs = pairBySeed(averaged(a), averaged(b));
  const { unpaired } = pairs;
  if (unit === null) return { ...compareSamples(pairs.a, pairs.b, { ...options, paired: true }), clusters: null, unpaired };
  const clusterOf = new Map(a.map((row) => [pairBy(row), unit(row)]));
  const complete = pairs.seeds.flatMap((seed, index) => {
    const [one, other] = [pairs.a[index] ?? null, pairs.b[index] ?? null];
    return one === null || other === null ? [] : [{ cluster: clusterOf.get(seed) ?? seed, a: one, b: other }];
  });
  const sideOf = (side: 'a' | 'b'): readonly Measured[] => [
    ...clusterMeans(complete, { cluster: ({ cluster }) => cluster, value: (pair) => pair[side] }).values(),
  ];
  const compared = compareSamples(sideOf('a'), sideOf('b'), { ...options, paired: true });
  return { ...compared, pairs: complete.length, clusters: compared.pairs, unpaired };
}
