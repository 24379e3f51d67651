import { inThree, type Table, RUN_COLUMN } from '@entente/run-console';
import { comparisonTables, REPORT_SEED } from '@entente/run-console/session';
import { compareConditions } from '@entente/studies';
import type { ReportedGame } from '../games/reported-game.js';
import { chooseSides } from './choose-sides.js';
import { type GameRow, MEASURES } from './game-rows.js';

const TITLES: Readonly<Record<keyof typeof MEASURES, string>> = {
  score: 'game score',
  centers: 'centres at the end',
  orderSuccess: 'order success',
};

/**
 * Two sides on game score, centres and order success: their means, and how far they are apart over all games, balanced by seat, and paired
 * by seed. @throws UsageError where a name fits no game
 */
export function gameComparison(games: readonly ReportedGame[], sides: readonly [string, string]): readonly Table[] {
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
  const tables = comparisonTables(comparisons, {
    noun: 'game',
    measures: TITLES,
    designs: { balanced: 'seat by seat', paired: 'seed by seed' },
    counted: { balanced: 'seats that both had', paired: 'pairs of the same seed and seat' },
    meansNote: `${seats} ${missingNote}`,
  });
  return [...tables, rowsTable(rows)];
}

/** What the comparison was made of, for files; a row a game. */
function rowsTable(rows: readonly GameRow[]): Table {
  return {
    name: 'comparison-rows',
    title: 'Games compared',
    columns: [
      RUN_COLUMN,
      { key: 'condition', title: 'of', meaning: 'Side of the comparison that the row belongs to.', unit: 'text' },
      { key: 'seed', title: 'seed', meaning: 'Seed of the game.', unit: 'text' },
      { key: 'seat', title: 'seat', meaning: 'Power whose result it is, or all powers of the side.', unit: 'text' },
      { key: 'model', title: 'model', meaning: 'Model or bot that played the seat.', unit: 'text' },
      {
        key: 'score',
        title: 'score',
        meaning: 'Score of the seat at the end of the game.',
        unit: 'points',
        absent: 'the game is not over',
        align: 'right',
        format: inThree,
      },
      {
        key: 'centers',
        title: 'centres',
        meaning: 'Centres of the seat at the end.',
        unit: 'centres',
        absent: 'the game is not over',
        align: 'right',
        format: inThree,
      },
      {
        key: 'orderSuccess',
        title: 'success',
        meaning: 'Legal orders of the seat that succeeded.',
        unit: 'share, 0 to 1',
        absent: 'no order was written',
        align: 'right',
        format: inThree,
      },
    ],
    rows: rows.map((row) => ({ ...row })),
  };
}
