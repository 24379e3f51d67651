import { type Power, POWERS } from '@entente/diplomacy-rules';
import { haveLines, linesOf } from '@entente/simulation-core/journal';
import { clusterMeans, compareNaturally, leaderboard, type LeaderboardEntry, type Measured } from '@entente/studies';
import { FEW_NOTE, intervalCells, intervalColumns, inThree, REPORT_SEED, type Table } from '@entente/studies/tables';
import { modelOf, type ReportedGame } from '../games/reported-game.js';
import { modelsOf } from './choose-seats.js';
import { type GameRow, gameRow, MEASURES } from './game-rows.js';

/** Ranking of models, as plain data for files. */
export interface ModelLeaderboard {
  /** The study whose games these are, and the version of its file; `null` where no study made them. */
  readonly study: { readonly name: string; readonly versions: readonly (string | null)[] } | null;
  readonly games: number;
  /** Whether a game and its forks are among them; these count once, with their mean. */
  readonly lines: boolean;
  /** Number of recorded games that do not count, by reason. */
  readonly leftOut: Readonly<Record<string, number>>;
  /** Models that were only opponents of tested ones; they are not ranked. */
  readonly opponents: readonly string[];
  /** Whether the offline model had a part, so that the ranking is none of language models. */
  readonly offline: boolean;
  /** One value for each game: the mean over the model's seats, or the value of the tested seat where there is one. Intervals are of 95 %. */
  readonly boards: { readonly [measure in keyof typeof MEASURES]: readonly LeaderboardEntry[] };
}

/** Games whose models are ranked. */
export interface RankedGames extends Pick<ModelLeaderboard, 'study' | 'leftOut' | 'offline'> {
  readonly games: readonly ReportedGame[];
}

/**
 * Ranks models by game score, centres and order success. In games with a test seat only that seat is ranked: the others are opponents, and
 * their centres are those that the tested one has left them.
 */
export function modelLeaderboard({ games, study, leftOut, offline }: RankedGames): ModelLeaderboard {
  const rows = games.flatMap((game) => {
    const seats = rankedSeats(game);
    const models = new Set(seats.flatMap((power) => modelOf(game.state, power) ?? []));
    return [...models].map((model) =>
      gameRow(
        game,
        model,
        seats.filter((power) => modelOf(game.state, power) === model),
      ),
    );
  });
  const ranked = new Set(rows.map(({ condition }) => condition));
  const board = (measure: keyof typeof MEASURES): readonly LeaderboardEntry[] =>
    leaderboard(linesIn(rows, games), {
      by: ({ model }) => model,
      value: (line) => line[measure],
      seed: `${REPORT_SEED}/${measure}`,
    });
  return {
    study: study && { name: study.name, versions: study.versions },
    games: games.length,
    lines: haveLines(games),
    leftOut,
    opponents: [...new Set(games.flatMap(modelsOf))].filter((model) => !ranked.has(model)).sort(compareNaturally),
    offline,
    boards: { score: board('score'), centers: board('centers'), orderSuccess: board('orderSuccess') },
  };
}

/** Measures of a model in a game. A game and its forks depend on one another, so they count as one, with their mean. */
type Line = Readonly<Record<keyof typeof MEASURES, Measured>> & { readonly model: string };

function linesIn(rows: readonly GameRow[], games: readonly ReportedGame[]): readonly Line[] {
  const lineOf = linesOf(games);
  const lines = new Map(games.map((game) => [game.runId, lineOf(game)]));
  return [...new Set(rows.map(({ condition }) => condition))].flatMap((model) => {
    const own = rows.filter(({ condition }) => condition === model);
    const meansOf = (measure: keyof typeof MEASURES): ReadonlyMap<string, Measured> =>
      clusterMeans(own, { cluster: ({ run }) => lines.get(run) ?? run, value: MEASURES[measure] });
    const [score, centers, orderSuccess] = [meansOf('score'), meansOf('centers'), meansOf('orderSuccess')];
    return [...score.keys()].map((line): Line => ({
      model,
      score: score.get(line) ?? null,
      centers: centers.get(line) ?? null,
      orderSuccess: orderSuccess.get(line) ?? null,
    }));
  });
}

/** Returns the seat that a study tests, or all seats without a study. */
function rankedSeats({ header: { labels } }: ReportedGame): readonly Power[] {
  const tested = POWERS.filter((power) => power === labels['seat']);
  return tested.length > 0 ? tested : POWERS;
}

/** Formats the leaderboard by score as a table. */
export function leaderboardTable({ boards, games, lines, opponents }: ModelLeaderboard): Table {
  const missing = boards.score.reduce((sum, entry) => sum + entry.missing, 0);
  const otherOf = (measure: 'centers' | 'orderSuccess', name: string): number | null =>
    boards[measure].find((entry) => entry.name === name)?.mean ?? null;
  return {
    name: 'leaderboard',
    title: 'Models',
    runs: games,
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
      ...intervalColumns({ unit: 'points', absent: 'there are too few games', of: 'the score' }),
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
      ...intervalCells(interval),
      centers: otherOf('centers', name),
      orderSuccess: otherOf('orderSuccess', name),
      missing: without,
    })),
    note: [
      'By mean game score with its 95 % interval (bootstrap); a value a game, the mean over the seats that a model played in it.',
      ...(lines ? ['A game and its forks depend on one another and count as one, with their mean.'] : []),
      missing === 0 ? 'No score is missing.' : 'Missing: games that are not over.',
      ...(opponents.length > 0 ? [`Not ranked, for they are what is played against: ${opponents.join(', ')}.`] : []),
      'Intervals that overlap do not say that two are equal: --compare tells.',
      ...(boards.score.some(({ interval }) => interval?.few) ? [FEW_NOTE] : []),
    ].join(' '),
  };
}
