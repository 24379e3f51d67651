import { POWERS } from '@entente/diplomacy-rules';
import { inThree, type Table } from '@entente/run-console';
import { REPORT_SEED } from '@entente/run-console/session';
import { leaderboard, type LeaderboardEntry } from '@entente/studies';
import { modelOf, type ReportedGame } from '../games/reported-game.js';
import { gameRow, MEASURES } from './game-rows.js';

/** Models by what they reached, for files; JSON-safe. */
export interface ModelLeaderboard {
  readonly games: number;
  /** Whether the offline model had a part, so that nothing here says anything about language models. */
  readonly offline: boolean;
  /** A value a game: the mean over the seats that a model played in it. Intervals are of 95 %. */
  readonly boards: { readonly [measure in keyof typeof MEASURES]: readonly LeaderboardEntry[] };
}

/** Models by game score, centres and order success. Games that are not over count as missing. */
export function modelLeaderboard(games: readonly ReportedGame[], offline: boolean): ModelLeaderboard {
  const rows = games.flatMap((game) => {
    const models = new Set(POWERS.flatMap((power) => modelOf(game.state, power) ?? []));
    return [...models].map((model) =>
      gameRow(
        game,
        model,
        POWERS.filter((power) => modelOf(game.state, power) === model),
      ),
    );
  });
  const board = (measure: keyof typeof MEASURES): readonly LeaderboardEntry[] =>
    leaderboard(rows, { by: (row) => row.condition, value: MEASURES[measure], seed: `${REPORT_SEED}/${measure}` });
  return {
    games: games.length,
    offline,
    boards: { score: board('score'), centers: board('centers'), orderSuccess: board('orderSuccess') },
  };
}

/** The leaderboard by score, for people. */
export function leaderboardTable({ boards }: ModelLeaderboard): Table {
  const missing = boards.score.reduce((sum, entry) => sum + entry.missing, 0);
  const otherOf = (measure: 'centers' | 'orderSuccess', name: string): number | null =>
    boards[measure].find((entry) => entry.name === name)?.mean ?? null;
  return {
    name: 'leaderboard',
    title: 'Models',
    columns: [
      {
        key: 'rank',
        title: 'rank',
        meaning: 'Place by mean score, 1 the highest.',
        unit: 'place',
        absent: 'no game of the model is over',
        align: 'right',
      },
      { key: 'model', title: 'model', meaning: 'Model or bot.', unit: 'text' },
      { key: 'games', title: 'games', meaning: 'Games of the model that are over.', unit: 'games', align: 'right' },
      {
        key: 'score',
        title: 'score',
        meaning: 'Mean game score; a value a game, the mean over the seats of the model.',
        unit: 'points',
        absent: 'no game is over',
        align: 'right',
        format: inThree,
      },
      {
        key: 'low',
        title: 'from',
        meaning: 'Lower end of the 95 % interval of the score (bootstrap).',
        unit: 'points',
        absent: 'there are too few games',
        align: 'right',
        format: inThree,
      },
      {
        key: 'high',
        title: 'to',
        meaning: 'Upper end of the 95 % interval of the score (bootstrap).',
        unit: 'points',
        absent: 'there are too few games',
        align: 'right',
        format: inThree,
      },
      {
        key: 'centers',
        title: 'centres',
        meaning: 'Mean number of centres at the end.',
        unit: 'centres',
        absent: 'no game is over',
        align: 'right',
        format: inThree,
      },
      {
        key: 'orderSuccess',
        title: 'order success',
        meaning: 'Mean share of legal orders that succeeded.',
        unit: 'share, 0 to 1',
        absent: 'no order was written',
        align: 'right',
        format: inThree,
      },
      { key: 'missing', title: 'missing', meaning: 'Games of the model that are not over.', unit: 'games', align: 'right' },
    ],
    rows: boards.score.map(({ name, rank, mean, interval, n, missing: without }) => ({
      rank,
      model: name,
      games: n,
      score: mean,
      low: interval?.low ?? null,
      high: interval?.high ?? null,
      centers: otherOf('centers', name),
      orderSuccess: otherOf('orderSuccess', name),
      missing: without,
    })),
    note: [
      'By mean game score with its 95 % interval (bootstrap); a value a game, the mean over the seats that a model played in it.',
      missing === 0 ? 'No score is missing.' : `Missing: games that are not over.`,
      'Intervals that overlap do not say that two are equal: --compare tells.',
    ].join(' '),
  };
}
