import { POWERS } from '@entente/diplomacy-rules';
import type { Table } from '@entente/studies/tables';
import { centersByYear } from '../games/centers-by-year.js';
import { nameOfPower, type ReportedGame } from '../games/reported-game.js';

/** Table of centres at the end of each year in each game, a row for each power: the data behind means by condition. For files. */
export function centersByGameTable(games: readonly ReportedGame[]): Table {
  return {
    name: 'centers-by-game',
    title: 'Centres by game and year',
    columns: [
      { key: 'run', title: 'run', meaning: 'Run of the game.', unit: 'text' },
      {
        key: 'condition',
        title: 'condition',
        meaning: 'Condition of the study.',
        unit: 'text',
        absent: 'the run is of no condition',
      },
      { key: 'forkedFrom', title: 'forked from', meaning: 'Parent of a fork.', unit: 'text', absent: 'the run is no fork' },
      { key: 'power', title: 'power', meaning: 'Power that the row is about.', unit: 'text' },
      { key: 'year', title: 'year', meaning: 'Year, the one before the first for the beginning.', unit: 'year', align: 'right' },
      { key: 'centers', title: 'centres', meaning: 'Centres at the end of the year.', unit: 'centres', align: 'right' },
    ],
    rows: games.flatMap(({ runId, header, state }) =>
      centersByYear(state).flatMap(({ year, centers }) =>
        POWERS.map((power) => ({
          ...{ run: runId, condition: header.labels['condition'] ?? null, forkedFrom: header.forkedFrom?.runId ?? null },
          ...{ power: nameOfPower(power), year, centers: centers[power] },
        })),
      ),
    ),
    forFiles: true,
  };
}
