import type { Table } from '@entente/studies/tables';
import type { ReportedGame } from '../games/reported-game.js';
import { centersByGameTable } from './centers-by-game-table.js';
import { centersTable } from './centers-table.js';
import { ordersByKindTable, ordersByModelTable, orderTextsTable } from './order-tables.js';
import { droppedTable, pressTable } from './press-tables.js';
import { relationshipsTable } from './relationships-table.js';
import { standingsTable } from './standings-table.js';

/**
 * Builds the tables of games.
 * @param pooled games over which means and sums are taken; standings show each of `games` separately
 */
export function gameTables(games: readonly ReportedGame[], pooled = games): readonly Table[] {
  return [
    standingsTable(games),
    centersByGameTable(games),
    ...[
      centersTable(pooled),
      ordersByKindTable(pooled),
      ordersByModelTable(pooled),
      orderTextsTable(pooled),
      pressTable(pooled),
      droppedTable(pooled),
      relationshipsTable(pooled),
    ].map((table) => ({ ...table, runs: pooled.length })),
  ];
}
