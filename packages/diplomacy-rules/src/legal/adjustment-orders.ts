import type { MapIndex } from '../map/map-index.js';
import { provinceNumber } from '../map/map-index.js';
import type { Position } from '../values/position.js';
import { locationOfUnit } from '../values/unit.js';
import { countAdjustments } from './adjustments-due.js';
import type { OrderableUnit } from './order-table.js';
import { orderTableOf } from './order-table.js';

/**
 * Lists the orders of a power in Winter: builds in free home centres that it owns, or removals, or none if it has as many units as centres.
 */
export function adjustmentOrders<P extends string>(
  index: MapIndex<P>,
  position: Position<P>,
  power: P,
): readonly OrderableUnit[] {
  const table = orderTableOf(index);
  const { count, sites } = countAdjustments(index, position, power);
  if (count > 0) return sites.map((site) => ({ location: site, orders: table.builds(provinceNumber(index, site)) }));
  if (count === 0) return [];
  return position.units[power].map((unit) => ({
    unit,
    location: locationOfUnit(unit),
    orders: [table.disband(index.spotOfUnit.get(unit)!)],
  }));
}
