import type { Board } from '../judge/board.js';
import { NONE } from '../judge/board.js';
import type { UnitSpot } from '../map/map-index.js';
import type { Position } from '../values/position.js';
import { locationOfUnit } from '../values/unit.js';
import { orderTableOf } from './order-table.js';
import type { OrderableUnit } from './orderable-unit.js';

/** What a power can do in Winter: build in free home centres that it owns, remove units, or nothing where it has as many as centres. */
export function adjustmentOrders<P extends string>(board: Board<P>, position: Position<P>, power: P): readonly OrderableUnit[] {
  const { index } = board;
  const table = orderTableOf(index);
  const units = position.units[power];
  const centers = position.centers[power];
  if (units.length > centers.length) {
    return units.map((unit) => ({
      unit,
      location: locationOfUnit(unit),
      orders: [table.disband(index.spotOfUnit.get(unit) as UnitSpot)],
    }));
  }
  if (units.length === centers.length) return [];
  const own = index.powerNumbers.get(power);
  return index.provinces.flatMap(({ id }, province) => {
    const isSite = index.homeOf[province] === own && board.unitAt[province] === NONE && centers.includes(id);
    return isSite ? [{ location: id, orders: table.builds(province) }] : [];
  });
}
