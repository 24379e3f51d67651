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
      { key: 'rank', title: 'rank', align: 'right' },
      { key: 'model', title: 'model', shrinks: true },
      { key: 'games', title: 'games', align: 'right' },
      { key: 'score', title: 'score', align: 'right', format: inThree },
      { key: 'low', title: 'from', align: 'right', format: inThree },
      { key: 'high', title: 'to', align: 'right', format: inThree },
      { key: 'centers', title: 'centres', align: 'right', format: inThree, leftOut: 2 },
      { key: 'orderSuccess', title: 'order success', align: 'right', format: inThree, leftOut: 1 },
      { key: 'missing', title: 'missing', align: 'right', leftOut: 3 },
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
