import { type Column, type Row, sparkline, type Table } from '@entente/studies/tables';
import { countedYears } from '../games/own-phases.js';
import { relationshipsOverTime } from '../games/relationships-over-time.js';
import { nameOfPower, type ReportedGame } from '../games/reported-game.js';

const signed = (value: string | number): string => {
  const number = Number(value);
  const text = Number.isInteger(number) ? String(Math.abs(number)) : Math.abs(number).toFixed(1);
  return `${number > 0 ? '+' : number < 0 ? '−' : ''}${text}`;
};

/** Table of mean relationships between powers at the end of each year, -2 (enemy) to 2 (ally). */
export function relationshipsTable(games: readonly ReportedGame[]): Table {
  const pairs = new Map<string, { readonly from: string; readonly towards: string; readonly years: Map<number, number[]> }>();
  const years = new Set<number>();
  let possible = 0;
  let known = 0;
  const counts = countedYears(games);
  for (const game of games) {
    for (const { from, towards, byYear } of relationshipsOverTime(game.state)) {
      const pair = pairs.get(`${from} ${towards}`) ?? {
        from: nameOfPower(from),
        towards: nameOfPower(towards),
        years: new Map<number, number[]>(),
      };
      pairs.set(`${from} ${towards}`, pair);
      for (const { year, steps } of byYear) {
        if (!counts(game, year)) continue;
        years.add(year);
        possible++;
        if (steps === null) continue;
        known++;
        pair.years.set(year, [...(pair.years.get(year) ?? []), steps]);
      }
    }
  }
  const inOrder = [...years].sort((one, other) => one - other);
  const rows = [...pairs.values()]
    .filter((pair) => pair.years.size > 0)
    .map(({ from, towards, years: steps }): Row => {
      const values = inOrder.map((year) => meanOf(steps.get(year) ?? []));
      return {
        from,
        towards,
        curve: sparkline(values, { min: -2, max: 2 }),
        ...Object.fromEntries(inOrder.map((year, at) => [String(year), values[at] ?? null])),
      };
    });
  return {
    name: 'relationships',
    title: 'Relationships at the end of each year',
    columns: [
      { key: 'from', title: 'power', meaning: 'Power whose view it is.', unit: 'text' },
      { key: 'towards', title: 'stands to', meaning: 'Power that it is about.', unit: 'text' },
      { key: 'curve', title: '−2 to 2', meaning: 'The view by year as a picture.', unit: 'picture', pictorial: true },
      ...inOrder.map((year, at): Column => ({
        key: String(year),
        title: at === 0 ? 'start' : String(year),
        meaning: `Stance of the first power towards the second ${at === 0 ? 'at the beginning' : `at the end of ${year}`}; a mean where there are several games.`,
        unit: 'steps, -2 (enemy) to 2 (ally)',
        absent: 'one of the two was gone, or whoever plays keeps no such record',
        align: 'right',
        format: signed,
      })),
    ],
    rows,
    note: [
      `In the words of the first power: −2 enemy, −1 unfriendly, 0 neutral, +1 friendly, +2 ally${games.length > 1 ? `; means over ${games.length} games` : ''}.`,
      known === possible
        ? 'None is missing.'
        : `${possible - known} of ${possible} are missing: one of the two was gone, or whoever plays keeps no such record (bots, people).`,
    ].join(' '),
  };
}

const meanOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
