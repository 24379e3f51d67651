import { drawSize, gameScores, resultOfGame, sumOfSquares, yearOfElimination } from '@entente/diplomacy-game/state';
import { POWERS } from '@entente/diplomacy-rules';
import { type Column, type Row, RUN_COLUMN, type Table } from '@entente/studies/tables';
import { modelOf, nameOfPower, type ReportedGame } from '../games/reported-game.js';

/** Table of standings: a row for each power, the one with the most centres first. Only finished games have scores. */
export function standingsTable(games: readonly ReportedGame[]): Table {
  const unfinished = games.filter(({ state }) => state.ended === null).length;
  const rows = games.flatMap((game) => standingsOf(game));
  return {
    name: 'standings',
    title: 'Standings',
    columns: [
      ...gameColumns(games),
      { key: 'power', title: 'power', meaning: 'Power that the row is about.', unit: 'text' },
      { key: 'model', title: 'model', meaning: 'Model or bot that played it last.', unit: 'text' },
      { key: 'centers', title: 'centres', meaning: 'Centres at the end, or so far.', unit: 'centres', align: 'right' },
      { key: 'units', title: 'units', meaning: 'Units on the board, dislodged ones included.', unit: 'units', align: 'right' },
      {
        key: 'result',
        title: 'result',
        meaning: 'Standing of the power at the end.',
        unit: 'solo, draw, eliminated, survived or playing',
      },
      {
        key: 'eliminated',
        title: 'out in',
        meaning: 'Year in which the power lost its last unit and centre.',
        unit: 'year',
        absent: 'the power is in the game',
        nothing: '',
        align: 'right',
      },
      {
        key: 'score',
        title: 'score',
        meaning:
          'Last possible year since 1900 plus centres; a solo adds 18 and the years to spare, the eliminated have their year.',
        unit: 'points',
        absent: 'the game is not over',
        align: 'right',
        format: (value) => Number(value).toFixed(0),
      },
      {
        key: 'sumOfSquares',
        title: 'squares',
        meaning: 'Squared centres of the power among those of all; a solo takes all.',
        unit: 'share, 0 to 1',
        absent: 'the game is not over',
        align: 'right',
        format: inPercent,
      },
      {
        key: 'drawSize',
        title: 'draw size',
        meaning: 'Equal share among those in the draw, or all for the winner.',
        unit: 'share, 0 to 1',
        absent: 'the game is not over',
        align: 'right',
        format: inPercent,
      },
    ],
    rows,
    note: [
      'Score: last possible year since 1900 plus centres; a solo adds 18 and the years to spare, the eliminated have their year. Squares and draw size: shares of the game.',
      unfinished === 0
        ? 'No score is missing.'
        : `${unfinished} of ${games.length} games ${unfinished === 1 ? 'is' : 'are'} not over and ${unfinished === 1 ? 'has' : 'have'} no scores yet.`,
    ].join(' '),
  };
}

/** The column that tells games apart, where there are several. */
export const gameColumns = (games: readonly unknown[]): readonly Column[] => (games.length > 1 ? [RUN_COLUMN] : []);

function standingsOf({ runId, header, state }: ReportedGame): readonly Row[] {
  const { settings, ended, position } = state;
  const isOver = ended !== null && settings !== null;
  const scores = isOver ? gameScores(state, settings.maxYear) : null;
  const squares = isOver ? sumOfSquares(state) : null;
  const shares = isOver ? drawSize(state) : null;
  const byCenters = POWERS.toSorted((one, other) => position.centers[other].length - position.centers[one].length);
  return byCenters.map((power): Row => {
    const eliminated = yearOfElimination(state, power);
    return {
      run: runId,
      seed: header.seed,
      power: nameOfPower(power),
      model: modelOf(state, power),
      centers: position.centers[power].length,
      units: position.units[power].length + Object.keys(position.retreats[power]).length,
      result: resultOf(state, power),
      eliminated,
      score: scores?.[power] ?? null,
      sumOfSquares: squares?.[power] ?? null,
      drawSize: shares?.[power] ?? null,
    };
  });
}

/** Result of a game for a power: `solo`, `draw`, `eliminated`, `survived`, or `playing` while it goes on. */
export function resultOf(state: ReportedGame['state'], power: (typeof POWERS)[number]): string {
  const result = resultOfGame(state);
  if (result?.kind === 'solo' && result.winner === power) return 'solo';
  if (result?.kind === 'draw' && result.powers.includes(power)) return 'draw';
  if (yearOfElimination(state, power) !== null) return 'eliminated';
  return state.ended === null ? 'playing' : 'survived';
}

/** Formats a share: `12.5 %`. */
export const inPercent = (value: string | number): string => `${(Number(value) * 100).toFixed(1)} %`;
