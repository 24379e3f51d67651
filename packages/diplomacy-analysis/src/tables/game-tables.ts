import type { Table } from '@entente/studies/tables';
import type { ReportedGame } from '../games/reported-game.js';
import { centersTable } from './centers-table.js';
import { ordersByKindTable, ordersByModelTable, orderTextsTable } from './order-tables.js';
import { droppedTable, pressTable } from './press-tables.js';
import { relationshipsTable } from './relationships-table.js';
import { standingsTable } from './standings-table.js';

/**
 * Builds the tables of games.
 * @param together games of the means and sums; standings are of each game by itself
 */
export function gameTables(games: readonly ReportedGame[], together = games): readonly Table[] {
  return [
    standingsTable(games),
    ...[
      centersTable(together),
      ordersByKindTable(together),
      ordersByModelTable(together),
      orderTextsTable(together),
      pressTable(together),
      droppedTable(together),
      relationshipsTable(together),
    ].map((table) => ({ ...table, runs: together.length })),
  ];
}
