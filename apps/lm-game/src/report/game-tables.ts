import type { Table } from '@entente/run-console';
import type { ReportedGame } from './games/reported-game.js';
import { centersTable } from './tables/centers-table.js';
import { ordersByKindTable, ordersByModelTable, orderTextsTable } from './tables/order-tables.js';
import { droppedTable, pressTable } from './tables/press-tables.js';
import { relationshipsTable } from './tables/relationships-table.js';
import { standingsTable } from './tables/standings-table.js';

/** What games came to, as tables; `RunKind.tables`. */
export function gameTables(games: readonly ReportedGame[]): readonly Table[] {
  return [
    standingsTable(games),
    centersTable(games),
    ordersByKindTable(games),
    ordersByModelTable(games),
    orderTextsTable(games),
    pressTable(games),
    droppedTable(games),
    relationshipsTable(games),
  ];
}
