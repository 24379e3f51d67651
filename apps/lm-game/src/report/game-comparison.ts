import { chooseSeats, gameFacets, type GameRow, MEASURES, modelsOf } from '@entente/diplomacy-analysis';
import type { GameState } from '@entente/diplomacy-game';
import {
  chooseMeasures,
  comparisonTables,
  type SelectedSides,
  type SelectionRequest,
  selectSides,
  type SummarizedRun,
} from '@entente/run-console/session';
import { haveLines, linesOf } from '@entente/simulation-core/journal';
import { compareConditions, compareNaturally } from '@entente/studies';
import { type Column, inThree, REPORT_SEED, RUN_COLUMN, type Table } from '@entente/studies/tables';

/** A game as comparisons take it: with whether it has ended. */
export type ComparedGame = Pick<SummarizedRun<GameState>, 'runId' | 'header' | 'state' | 'status'>;

/** Two sides compared, and which games that is about. */
export interface GameComparison extends Pick<SelectedSides<ComparedGame>, 'selection' | 'differences'> {
  readonly tables: readonly Table[];
  /** Sentences about the measures that are shown; empty where all are. */
  readonly remarks: readonly string[];
}

const TITLES: Readonly<Record<keyof typeof MEASURES, string>> = {
  score: 'game score',
  centers: 'centres at the end',
  orderSuccess: 'order success',
};

type Measure = keyof typeof MEASURES;
const ALL_MEASURES = Object.keys(MEASURES) as readonly Measure[];

const LINES_NOTE = 'A line: a game and its forks; of forks the success of orders is of those since the fork.';

/**
 * Two sides on game score, centres and order success: their means, and how far they are apart over all games, balanced by seat, and paired:
 * by game where both sides are models that met in the same games, else by seed. A game and its forks depend on one another, so that they count
 * as one where forks are among the games.
 * @param wanted names of the measures to show. @default those of the study file, else all
 * @throws UsageError where a name fits no game that counts, where a game is on both sides, and for what nothing measures
 */
export function gameComparison(
  games: readonly ComparedGame[],
  sides: readonly [string, string],
  request: SelectionRequest<ComparedGame>,
  wanted?: readonly string[],
): GameComparison {
  const { kind, runs, selection, differences } = selectSides(games, sides, {
    ...request,
    modelsOf,
    facetsOf: gameFacets,
    modelsShareRuns: true,
  });
  const { names, remarks } = chooseMeasures(ALL_MEASURES, { wanted, selection });
  const { rows, seats } = chooseSeats(kind, runs, sides);
  const haveMet = runs[0].some((game) => runs[1].includes(game));
  const hasLines = runs.some(haveLines);
  const lineOf = linesOf(games);
  const lines = new Map(runs.flat().map((game) => [game.runId, lineOf(game)]));
  const comparisons = compareConditions(rows, {
    conditions: sides,
    condition: (row) => row.condition,
    measures: Object.fromEntries(names.map((name) => [name, MEASURES[name]])),
    pairBy: (row) => (haveMet ? row.run : `${row.seed} ${row.seat}`),
    // Strata take every game for one of its own, which games of one line are not.
    ...(hasLines
      ? { cluster: ({ run }: GameRow) => lines.get(run) ?? run }
      : !haveMet && { stratum: (row: GameRow) => row.seat }),
    seed: REPORT_SEED,
  });
  const missing = names.reduce((sum, name) => sum + rows.filter((row) => MEASURES[name](row) === null).length, 0);
  const missingNote = missing === 0 ? 'No value is missing.' : `${missing} of ${rows.length * names.length} values are missing.`;
  const tables = comparisonTables(comparisons, {
    noun: 'game',
    cluster: 'line',
    measures: TITLES,
    designs: { balanced: 'seat by seat', paired: haveMet ? 'game by game' : 'seed by seed' },
    counted: {
      balanced: 'seats that both had',
      paired: haveMet ? 'games that both played' : 'pairs of the same seed and seat',
    },
    meansNote: [seats, missingNote, ...(hasLines ? [LINES_NOTE] : [])].join(' '),
  });
  return { tables: [...tables, rowsTable(rows, names)], selection, differences, remarks };
}

/** Table of the compared games, for files; a row for each game. */
function rowsTable(rows: readonly GameRow[], names: readonly Measure[]): Table {
  const isShown = ({ key }: Column): boolean => !ALL_MEASURES.some((name) => name === key) || names.some((name) => name === key);
  return {
    name: 'comparison-rows',
    title: 'Games compared',
    columns: (
      [
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
      ] satisfies readonly Column[]
    ).filter(isShown),
    rows: rows
      .map((row) => ({ ...row }))
      .sort((one, other) => (one.condition === other.condition ? compareNaturally(one.seed, other.seed) : 0)),
  };
}
