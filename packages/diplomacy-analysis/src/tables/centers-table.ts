import { type Power, POWERS } from '@entente/diplomacy-rules';
import { haveLines } from '@entente/simulation-core/journal';
import { type Column, type Row, sparkline, type Table } from '@entente/studies/tables';
import { centersByYear } from '../games/centers-by-year.js';
import { countedYears } from '../games/own-phases.js';
import { nameOfPower, type ReportedGame } from '../games/reported-game.js';

/** Mean number of a power's centres at the end of each year. */
export interface CentersCurve {
  readonly power: Power;
  /** Oldest first; every curve has the same years. `games` is the number of games that reached the end of the year. */
  readonly years: readonly { readonly year: number; readonly centers: number | null; readonly games: number }[];
}

/** Computes centres by year, over one game or as means over several: each year over the games that reached its end; forks count since the fork. */
export function centersCurves(games: readonly ReportedGame[]): readonly CentersCurve[] {
  const counts = countedYears(games);
  const played = games.map(
    (game) =>
      new Map(
        centersByYear(game.state)
          .filter(({ year }) => counts(game, year))
          .map(({ year, centers }) => [year, centers]),
      ),
  );
  const years = [...new Set(played.flatMap((game) => [...game.keys()]))].sort((one, other) => one - other);
  return POWERS.map((power) => ({
    power,
    years: years.map((year) => {
      const known = played.flatMap((game) => game.get(year)?.[power] ?? []);
      return {
        year,
        centers: known.length === 0 ? null : known.reduce((sum, count) => sum + count, 0) / known.length,
        games: known.length,
      };
    }),
  }));
}

/** Table of centres at the end of each year: a row for each power, with a curve for the terminal. */
export function centersTable(games: readonly ReportedGame[]): Table {
  const curves = centersCurves(games);
  const years = curves[0]?.years ?? [];
  const most = Math.max(1, ...curves.flatMap((curve) => curve.years.map(({ centers }) => centers ?? 0)));
  const rows = curves.map(({ power, years: values }): Row => ({
    power: nameOfPower(power),
    curve: sparkline(
      values.map(({ centers }) => centers),
      { min: 0, max: most },
    ),
    ...Object.fromEntries(values.map(({ year, centers }) => [String(year), centers])),
  }));
  const short = years.filter((year) => year.games < games.length);
  return {
    name: 'centers',
    title: 'Centres by year',
    columns: [
      { key: 'power', title: 'power', meaning: 'Power that the row is about.', unit: 'text' },
      {
        key: 'curve',
        title: `0 to ${Number.isInteger(most) ? most : most.toFixed(1)}`,
        meaning: 'Centres by year as a picture.',
        unit: 'picture',
        pictorial: true,
      },
      ...years.map(({ year }, at): Column => ({
        key: String(year),
        title: at === 0 ? 'start' : String(year),
        meaning: at === 0 ? 'Centres at the beginning.' : `Centres at the end of ${year}; a mean where there are several games.`,
        unit: 'centres',
        absent: 'no game got so far',
        align: 'right',
        format: games.length === 1 ? String : (value) => Number(value).toFixed(1),
      })),
    ],
    rows,
    note: [
      games.length === 1 ? 'After each Fall.' : `After each Fall, means over ${games.length} games.`,
      short.length === 0
        ? 'None is missing.'
        : `${haveLines(games) ? 'What forks inherited counts once, in their parent' : 'Not every game was played so long'}: ${short.map(({ year, games: count }) => `${year} is of ${count}`).join(', ')}.`,
    ].join(' '),
  };
}
