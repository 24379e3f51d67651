import type { Row, Table } from '@entente/run-console';
import { compareConditions, type Interval } from '@entente/studies';
import type { ReportedGame } from '../games/reported-game.js';
import { chooseSides } from './choose-sides.js';
import { type GameRow, MEASURES } from './game-rows.js';

/** Every interval of a report is drawn with this seed, so that the same runs give the same report. */
export const REPORT_SEED = 'report';

const TITLES: Readonly<Record<keyof typeof MEASURES, string>> = {
  score: 'game score',
  centers: 'centres at the end',
  orderSuccess: 'order success',
};

const DESIGNS = { plain: 'all games', balanced: 'seat by seat', paired: 'seed by seed' } as const;

/**
 * Two sides on game score, centres and order success: their means, and how far they are apart over all games, balanced by seat, and paired
 * by seed. @throws UsageError where a name fits no game
 */
export function comparisonTables(games: readonly ReportedGame[], sides: readonly [string, string]): readonly Table[] {
  const { rows, seats } = chooseSides(games, sides);
  const comparisons = compareConditions(rows, {
    conditions: sides,
    condition: (row) => row.condition,
    measures: MEASURES,
    pairBy: (row) => `${row.seed} ${row.seat}`,
    stratum: (row) => row.seat,
    seed: REPORT_SEED,
  });
  const missing = Object.values(MEASURES).reduce((sum, value) => sum + rows.filter((row) => value(row) === null).length, 0);
  const missingNote =
    missing === 0 ? 'No value is missing.' : `${missing} of ${rows.length * 3} values are missing: games that are not over.`;
  return [
    {
      name: 'comparison-means',
      title: `${sides[0]} against ${sides[1]}: means`,
      columns: [
        { key: 'measure', title: 'measure' },
        { key: 'condition', title: 'of', shrinks: true },
        { key: 'games', title: 'games', align: 'right' },
        { key: 'missing', title: 'missing', align: 'right', leftOut: 2 },
        { key: 'mean', title: 'mean', align: 'right', format: inThree },
        { key: 'low', title: 'from', align: 'right', format: inThree },
        { key: 'high', title: 'to', align: 'right', format: inThree },
        { key: 'median', title: 'median', align: 'right', format: inThree, leftOut: 1 },
      ],
      rows: comparisons.flatMap(({ measure, a, b }) =>
        [a, b].map((side): Row => ({
          measure: titleOf(measure),
          condition: side.condition,
          games: side.n,
          missing: side.missing,
          mean: side.mean,
          ...endsOf(side.interval),
          median: side.median,
        })),
      ),
      note: `From, to: 95 % interval (bootstrap). ${seats} ${missingNote}`,
    },
    {
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
      rows: comparisons.flatMap(({ measure, plain, balanced, paired }) => [
        {
          measure: titleOf(measure),
          design: DESIGNS.plain,
          n: plain.a.n + plain.b.n,
          difference: plain.difference,
          ...endsOf(plain.interval),
          pValue: plain.test?.pValue ?? null,
          corrected: plain.correctedPValue,
          effect: plain.effect.size,
          left: plain.a.missing + plain.b.missing,
        },
        {
          measure: titleOf(measure),
          design: DESIGNS.balanced,
          n: balanced?.strata.length ?? null,
          difference: balanced?.difference ?? null,
          ...endsOf(balanced?.interval ?? null),
          pValue: balanced?.test?.pValue ?? null,
          corrected: balanced?.correctedPValue ?? null,
          effect: null,
          left: balanced?.missing.length ?? null,
        },
        {
          measure: titleOf(measure),
          design: DESIGNS.paired,
          n: paired?.pairs ?? null,
          difference: paired?.difference ?? null,
          ...endsOf(paired?.interval ?? null),
          pValue: paired?.test?.pValue ?? null,
          corrected: paired?.correctedPValue ?? null,
          effect: paired?.effect.size ?? null,
          left: paired ? paired.unpaired.a + paired.unpaired.b : null,
        },
      ]),
      note: 'n: games, seats that both had, pairs of the same seed and seat. p: permutation test; corrected over the measures (Holm). Effect: in standard deviations. A dash: too few to tell.',
    },
    rowsTable(rows),
  ];
}

/** What the comparison was made of, for files; a row a game. */
function rowsTable(rows: readonly GameRow[]): Table {
  return {
    name: 'comparison-rows',
    title: 'Games compared',
    columns: [
      { key: 'run', title: 'run', shrinks: true },
      { key: 'condition', title: 'of', shrinks: true },
      { key: 'seed', title: 'seed', leftOut: 1 },
      { key: 'seat', title: 'seat' },
      { key: 'model', title: 'model', shrinks: true, leftOut: 2 },
      { key: 'score', title: 'score', align: 'right', format: inThree },
      { key: 'centers', title: 'centres', align: 'right', format: inThree },
      { key: 'orderSuccess', title: 'success', align: 'right', format: inThree },
    ],
    rows: rows.map((row) => ({ ...row })),
  };
}

const titleOf = (measure: string): string => TITLES[measure as keyof typeof MEASURES];

const endsOf = (interval: Interval | null): { readonly low: number | null; readonly high: number | null } => ({
  low: interval?.low ?? null,
  high: interval?.high ?? null,
});

/** Three digits that matter: `0.412`, `3.14`, `21.5`. */
export function inThree(value: string | number): string {
  const number = Number(value);
  const size = Math.abs(number);
  const text = size >= 100 ? size.toFixed(0) : size >= 10 ? size.toFixed(1) : size >= 1 ? size.toFixed(2) : size.toFixed(3);
  return number < 0 && Number(text) !== 0 ? `−${text}` : text;
}
