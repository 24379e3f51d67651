import type { ConditionComparison, Interval } from '@entente/studies';
import { inThree } from '../text/in-three.js';
import type { Row, Table } from '../text/table.js';

/** Every interval of a report is drawn with this seed, so that the same runs give the same report. */
export const REPORT_SEED = 'report';

export interface ComparisonWords {
  /** What one run is called: `game`. */
  readonly noun: string;
  /** How people call each measure. */
  readonly measures: Readonly<Record<string, string>>;
  /** How balanced and paired differences are called: `seat by seat`. */
  readonly designs: { readonly balanced: string; readonly paired: string };
  /** What `n` counts where differences are balanced or paired: `seats that both had`. */
  readonly counted: { readonly balanced: string; readonly paired: string };
  /** What the means are over, and what is missing from them: sentences. */
  readonly meansNote: string;
}

/** Two conditions on every measure: their means, and how far they are apart, plain, balanced and paired, as far as they were compared so. */
export function comparisonTables(comparisons: readonly ConditionComparison[], words: ComparisonWords): readonly Table[] {
  const [first] = comparisons;
  const sides = [first?.a.condition ?? '', first?.b.condition ?? ''] as const;
  return [meansTable(comparisons, sides, words), differencesTable(comparisons, sides, words)];
}

type Sides = readonly [string, string];

function meansTable(comparisons: readonly ConditionComparison[], sides: Sides, words: ComparisonWords): Table {
  const runs = `${words.noun}s`;
  return {
    name: 'comparison-means',
    title: `${sides[0]} against ${sides[1]}: means`,
    columns: [
      { key: 'measure', title: 'measure', meaning: 'Name of what is measured.', unit: 'text' },
      { key: 'condition', title: 'of', meaning: 'Name of the side that the row is about.', unit: 'text' },
      { key: runs, title: runs, meaning: `Number of ${runs} with a value.`, unit: runs, align: 'right' },
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
      {
        key: 'low',
        title: 'from',
        meaning: 'Lower end of the 95 % interval (bootstrap).',
        unit: 'that of the measure',
        absent: 'there are too few values',
        align: 'right',
        format: inThree,
      },
      {
        key: 'high',
        title: 'to',
        meaning: 'Upper end of the 95 % interval (bootstrap).',
        unit: 'that of the measure',
        absent: 'there are too few values',
        align: 'right',
        format: inThree,
      },
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
        missing: side.missing,
        mean: side.mean,
        ...endsOf(side.interval),
        median: side.median,
      })),
    ),
    note: `From, to: 95 % interval (bootstrap). ${words.meansNote}`,
  };
}

function differencesTable(comparisons: readonly ConditionComparison[], sides: Sides, words: ComparisonWords): Table {
  const { noun, designs, counted } = words;
  const has = (design: 'balanced' | 'paired'): boolean => comparisons.some((comparison) => comparison[design] !== null);
  const counts = [`${noun}s`, ...(has('balanced') ? [counted.balanced] : []), ...(has('paired') ? [counted.paired] : [])];
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
        unit: 'number',
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
      {
        key: 'low',
        title: 'from',
        meaning: 'Lower end of the 95 % interval (bootstrap).',
        unit: 'that of the measure',
        absent: 'there are too few values',
        align: 'right',
        format: inThree,
      },
      {
        key: 'high',
        title: 'to',
        meaning: 'Upper end of the 95 % interval (bootstrap).',
        unit: 'that of the measure',
        absent: 'there are too few values',
        align: 'right',
        format: inThree,
      },
      {
        key: 'pValue',
        title: 'p',
        meaning: 'Probability of a difference at least as great if the sides did not differ (permutation test).',
        unit: 'probability, 0 to 1',
        absent: 'there are too few values',
        align: 'right',
        format: inThree,
      },
      {
        key: 'corrected',
        title: 'p corrected',
        meaning: 'The same, corrected for the number of measures (Holm).',
        unit: 'probability, 0 to 1',
        absent: 'there are too few values',
        align: 'right',
        format: inThree,
      },
      {
        key: 'effect',
        title: 'effect',
        meaning: 'Difference in standard deviations.',
        unit: 'standard deviations',
        absent: 'there are too few values',
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
    rows: comparisons.flatMap(({ measure, plain, balanced, paired }): readonly Row[] => [
      {
        measure: words.measures[measure] ?? measure,
        design: `all ${noun}s`,
        n: plain.a.n + plain.b.n,
        ...differenceOf(plain),
        effect: plain.effect.size,
        left: plain.a.missing + plain.b.missing,
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
              n: paired.pairs,
              ...differenceOf(paired),
              effect: paired.effect.size,
              left: paired.unpaired.a + paired.unpaired.b,
            },
          ]
        : []),
    ]),
    note: `n: ${counts.join(', ')}. p: permutation test; corrected over the measures (Holm). Effect: in standard deviations. A dash: too few to tell.`,
  };
}

function differenceOf({
  difference,
  interval,
  test,
  correctedPValue,
}: Pick<ConditionComparison['plain'], 'difference' | 'interval' | 'test' | 'correctedPValue'>): Row {
  return { difference, ...endsOf(interval), pValue: test?.pValue ?? null, corrected: correctedPValue };
}

const endsOf = (interval: Interval | null): { readonly low: number | null; readonly high: number | null } => ({
  low: interval?.low ?? null,
  high: interval?.high ?? null,
});
