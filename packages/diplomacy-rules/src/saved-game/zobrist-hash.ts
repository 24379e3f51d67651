import { mapIndexOf } from '../rules-options.js';
import type { MapOptions } from '../rules-options.js';
import type { Position } from '../values/position.js';
import type { ByPower, Power } from '../values/power.js';
import type { Location, Province, Unit } from '../values/unit.js';
import { locationOfUnit } from '../values/unit.js';
import type { ZobristRow } from './zobrist-tables.js';
import { zobristTables } from './zobrist-tables.js';

/** Options of `zobristHash`. */
export interface ZobristOptions<P extends string> extends MapOptions<P> {
  /** Home centres of the powers. @default those of the map */
  readonly homes?: ByPower<readonly Province[], P> | undefined;
}

/**
 * Returns the hash of a position in the `diplomacy` Python package: a decimal number of up to 63 bits, as in `state.zobrist_hash` of a
 * saved game. It covers units, dislodged units, centres and homes, but neither the phase nor retreats.
 */
export function zobristHash<P extends string = Power>(position: Position<P>, options: ZobristOptions<P> = {}): string {
  const board = mapIndexOf(options);
  const tables = zobristTables(board);
  let high = 0;
  let low = 0;
  const toggle = (row: ZobristRow | undefined, location: Location) => {
    const column = tables.columns.get(location);
    if (row === undefined || column === undefined) return;
    high ^= row.high[column]!;
    low ^= row.low[column]!;
  };
  const toggleUnit = (types: readonly ZobristRow[], owner: ZobristRow | undefined, unit: Unit) => {
    toggle(types[unit.startsWith('A') ? 0 : 1], locationOfUnit(unit));
    toggle(owner, locationOfUnit(unit));
  };
  for (const { id: power, homes } of board.map.powers) {
    const row = tables.rows.get(power)!;
    for (const unit of position.units[power]) toggleUnit(tables.unitType, tables.units[row], unit);
    for (const unit of Object.keys(position.retreats[power]) as Unit[]) {
      toggleUnit(tables.dislodgedType, tables.dislodgedUnits[row], unit);
    }
    for (const center of position.centers[power]) toggle(tables.centers[row], center);
    for (const home of options.homes?.[power] ?? homes) toggle(tables.homes[row], home);
  }
  return ((BigInt(high >>> 0) << 32n) | BigInt(low >>> 0)).toString();
}
