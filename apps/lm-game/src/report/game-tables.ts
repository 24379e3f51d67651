import type { Table } from '@entente/studies/tables';
import type { ReportedGame } from './games/reported-game.js';
import { centersTable } from './tables/centers-table.js';
import { ordersByKindTable, ordersByModelTable, orderTextsTable } from './tables/order-tables.js';
import { droppedTable, pressTable } from './tables/press-tables.js';
import { relationshipsTable } from './tables/relationships-table.js';
import { standingsTable } from './tables/standings-table.js';

/**
 * What games came to, as tables; `RunKind.tables`.
 * @param together the games that means and sums are over; the standings are of each by itself
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
