import { withoutUndefined } from '@entente/llm-clients/contract';
import type { ConditionComparison } from '@entente/studies';
import {
  type Column,
  FEW_NOTE,
  formatPValue,
  intervalCells,
  intervalColumns,
  inThree,
  type Row,
  type Table,
} from '@entente/studies/tables';

export interface ComparisonWords {
  /** One run, in the singular: `tree`. */
  readonly noun: string;
  /** Title of each measure. */
  readonly measures: Readonly<Record<string, string>>;
  /** Names of the balanced and the paired way of comparing: `seat by seat`. */
  readonly designs: { readonly balanced: string; readonly paired: string };
  /** Units that `n` counts where differences are balanced or paired: `seats that both had`. */
  readonly counted: { readonly balanced: string; readonly paired: string };
  /** One cluster, in the singular, where runs are clustered: `family`. */
  readonly cluster?: string;
  /** Sentences about the values that the means are over, and those that are missing. */
  readonly meansNote: string;
}

/** Two conditions on every measure: their means, and how far they are apart, plain, balanced and paired, as far as they were compared so. */
export function comparisonTables(comparisons: readonly ConditionComparison[], words: ComparisonWords): readonly Table[] {
  const [first] = comparisons;
  const sides = [first?.a.condition ?? '', first?.b.condition ?? ''] as const;
  return [meansTable(comparisons, sides, words), differencesTable(comparisons, sides, words)];
}

type Sides = readonly [string, string];

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function meansTable(comparisons: readonly ConditionComparison[], sides: Sides, words: ComparisonWords): Table {
  const runs = `${words.noun}s`;
  const isClustered = comparisons.some(({ a }) => a.clusters !== null);
  const clusterNote = isClustered
    ? `${capitalized(runs)} of one ${words.cluster} depend on one another: every ${words.cluster} counts once, with its mean.`
    : null;
  return {
    name: 'comparison-means',
    title: `${sides[0]} against ${sides[1]}: means`,
    columns: [
      { key: 'measure', title: 'measure', meaning: 'Name of what is measured.', unit: 'text' },
      { key: 'condition', title: 'of', meaning: 'Name of the side that the row is about.', unit: 'text' },
      { key: runs, title: runs, meaning: `Number of ${runs} with a value.`, unit: runs, align: 'right' },
      ...(isClustered ? [clustersColumn(words)] : []),
      {
        key: 'missing',
        title: 'missing',
        meaning: 'Runs of the side without a value; the figures are over the others.',
        unit: 'runs',
        align: 'right',
      },
      {
        key: 'mean',
        title: 'mean',
        meaning: 'Arithmetic mean over the runs with a value.',
        unit: 'that of the measure',
        absent: 'no run has a value',
        align: 'right',
        format: inThree,
      },
      ...intervalColumns({ unit: 'that of the measure', absent: 'there are too few values' }),
      {
        key: 'median',
        title: 'median',
        meaning: 'Median over the runs with a value.',
        unit: 'that of the measure',
        absent: 'no run has a value',
        align: 'right',
        format: inThree,
      },
    ],
    rows: comparisons.flatMap(({ measure, a, b }) =>
      [a, b].map((side): Row => ({
        measure: words.measures[measure] ?? measure,
        condition: side.condition,
        [runs]: side.n,
        ...withoutUndefined({ clusters: isClustered ? side.clusters : undefined }),
        missing: side.missing,
        mean: side.mean,
        ...intervalCells(side.interval),
        median: side.median,
      })),
    ),
    note: [
      'From, to: 95 % interval (bootstrap).',
      words.meansNote,
      ...(clusterNote === null ? [] : [clusterNote]),
      ...(comparisons.some(({ a, b }) => a.interval?.few || b.interval?.few) ? [FEW_NOTE] : []),
    ].join(' '),
  };
}

const clustersColumn = ({ cluster = 'cluster' }: ComparisonWords): Column => ({
  key: 'clusters',
  title: `${cluster}s`,
  meaning: `Number of ${cluster}s with a value; each counts once, with its mean.`,
  unit: `${cluster}s`,
  align: 'right',
});

function differencesTable(comparisons: readonly ConditionComparison[], sides: Sides, words: ComparisonWords): Table {
  const { noun, designs, counted, cluster } = words;
  const has = (design: 'balanced' | 'paired'): boolean => comparisons.some((comparison) => comparison[design] !== null);
  const isClustered = comparisons.some(({ a }) => a.clusters !== null);
  const counts = [
    isClustered ? `${cluster}s, each with the mean of its ${noun}s` : `${noun}s`,
    ...(has('balanced') ? [counted.balanced] : []),
    ...(has('paired') ? [counted.paired] : []),
  ];
  const tests = (['plain', 'balanced', 'paired'] as const).flatMap((design) => comparisons[0]?.[design]?.correctedOver ?? []);
  const constant = comparisons.filter(({ varies }) => !varies).map(({ measure }) => words.measures[measure] ?? measure);
  return {
    name: 'comparison',
    title: `${sides[0]} less ${sides[1]}`,
    columns: [
      { key: 'measure', title: 'measure', meaning: 'Name of what is measured.', unit: 'text' },
      { key: 'design', title: 'compared', meaning: 'How runs of the two sides were set against each other.', unit: 'text' },
      {
        key: 'n',
        title: 'n',
        meaning: 'Number of runs, strata or pairs that the difference is over, by the way of comparing.',
        unit: 'number, or words where clusters are counted',
        align: 'right',
      },
      {
        key: 'difference',
        title: 'difference',
        meaning: 'First side less second side.',
        unit: 'that of the measure',
        absent: 'a side has no value',
        align: 'right',
        format: inThree,
      },
      ...intervalColumns({ unit: 'that of the measure', absent: 'there are too few values, or they do not vary' }),
      {
        key: 'pValue',
        title: 'p',
        meaning: 'Probability of a difference at least as great if the sides did not differ (permutation test).',
        unit: 'probability, 0 to 1',
        absent: 'there are too few values, or they do not vary',
        align: 'right',
        format: formatPValue,
      },
      {
        key: 'corrected',
        title: 'p corrected',
        meaning: 'The same, corrected for the number of measures that vary (Holm).',
        unit: 'probability, 0 to 1',
        absent: 'there are too few values, or they do not vary',
        align: 'right',
        format: formatPValue,
      },
      {
        key: 'effect',
        title: 'effect',
        meaning: 'Difference in standard deviations.',
        unit: 'standard deviations',
        absent: 'there are too few values, or they do not vary',
        align: 'right',
        format: inThree,
      },
      {
        key: 'left',
        title: 'left out',
        meaning: 'Runs, strata or pairs left out for want of a value or a counterpart.',
        unit: 'number',
        align: 'right',
      },
    ],
    rows: comparisons.flatMap(({ measure, a, b, plain, balanced, paired }): readonly Row[] => [
      {
        measure: words.measures[measure] ?? measure,
        design: isClustered ? `all ${cluster}s` : `all ${noun}s`,
        n: isClustered ? `${a.clusters} + ${b.clusters} ${cluster}s` : plain.a.n + plain.b.n,
        ...differenceOf(plain),
        effect: plain.effect.size,
        left: a.missing + b.missing,
      },
      ...(balanced
        ? [
            {
              measure: words.measures[measure] ?? measure,
              design: designs.balanced,
              n: balanced.strata.length,
              ...differenceOf(balanced),
              effect: null,
              left: balanced.missing.length,
            },
          ]
        : []),
      ...(paired
        ? [
            {
              measure: words.measures[measure] ?? measure,
              design: designs.paired,
              n: paired.clusters === null ? paired.pairs : pairsInClusters(paired.clusters, paired.pairs ?? 0, words),
              ...differenceOf(paired),
              effect: paired.effect.size,
              left: paired.unpaired.a + paired.unpaired.b,
            },
          ]
        : []),
    ]),
    note: [
      `n: ${counts.join(', ')}.`,
      `p: permutation test, which takes ${isClustered ? `${cluster}s` : `${noun}s, or pairs of them,`} for independent of one another;`,
      `corrected (Holm) over ${correctedOver(tests)}${tests.length > 1 ? ', each way of comparing by itself' : ''}.`,
      ...(constant.length === 0 ? [] : [`Never varies, so not tested: ${constant.join(', ')}.`]),
      'Effect: in standard deviations. A dash: too few to tell, or no variation.',
      ...(comparisons.some(({ plain, balanced, paired }) => [plain, balanced, paired].some((each) => each?.interval?.few))
        ? [FEW_NOTE]
        : []),
    ].join(' '),
  };
}

/** `3 families x 3 seeds` where all have the same number of pairs, otherwise `3 families, 8 pairs`. */
function pairsInClusters(clusters: number, pairs: number, { cluster = 'cluster' }: ComparisonWords): string {
  const each = pairs / clusters;
  return Number.isInteger(each)
    ? `${clusters} ${cluster}s x ${each} seed${each === 1 ? '' : 's'}`
    : `${clusters} ${cluster}s, ${pairs} pairs`;
}

/** `3 measures that vary`, or `3 or 2 measures that vary` where ways of comparing gave different numbers of tests. */
function correctedOver(tests: readonly number[]): string {
  const counts = [...new Set(tests)];
  return counts.length === 1 && counts[0] === 1 ? '1 measure that varies' : `${counts.join(' or ')} measures that vary`;
}

function differenceOf({
  difference,
  interval,
  test,
  correctedPValue,
}: Pick<ConditionComparison['plain'], 'difference' | 'interval' | 'test' | 'correctedPValue'>): Row {
  return { difference, ...intervalCells(interval), pValue: test?.pValue ?? null, corrected: correctedPValue };
}
