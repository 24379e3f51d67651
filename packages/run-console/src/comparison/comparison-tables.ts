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
      { key: 'measure', title: 'measure' },
      { key: 'condition', title: 'of', shrinks: true },
      { key: runs, title: runs, align: 'right' },
      { key: 'missing', title: 'missing', align: 'right', leftOut: 2 },
      { key: 'mean', title: 'mean', align: 'right', format: inThree },
      { key: 'low', title: 'from', align: 'right', format: inThree },
      { key: 'high', title: 'to', align: 'right', format: inThree },
      { key: 'median', title: 'median', align: 'right', format: inThree, leftOut: 1 },
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
      { key: 'measure', title: 'measure' },
      { key: 'design', title: 'compared' },
      { key: 'n', title: 'n', align: 'right' },
      { key: 'difference', title: 'difference', align: 'right', format: inThree },
      { key: 'low', title: 'from', align: 'right', format: inThree },
      { key: 'high', title: 'to', align: 'right', format: inThree },
      { key: 'pValue', title: 'p', align: 'right', format: inThree, leftOut: 2 },
      { key: 'corrected', title: 'p corrected', align: 'right', format: inThree },
      { key: 'effect', title: 'effect', align: 'right', format: inThree, leftOut: 1 },
      { key: 'left', title: 'left out', align: 'right', leftOut: 3 },
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
