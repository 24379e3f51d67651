import { InvalidPositionError } from '../errors.js';
import type { MapIndex } from '../map/map-index.js';
import type { Position } from '../values/position.js';
import type { Unit } from '../values/unit.js';
import { locationOfUnit } from '../values/unit.js';
import type { OrderableUnit } from './order-table.js';
import { orderTableOf } from './order-table.js';

/** Lists the orders of each dislodged unit of a power: its retreats in the position, and disbanding. */
export function retreatOrders<P extends string>(index: MapIndex<P>, position: Position<P>, power: P): readonly OrderableUnit[] {
  const table = orderTableOf(index);
  const dislodged = Object.entries((position.retreats[power] as Position<P>['retreats'][P] | undefined) ?? {}) as [
    Unit,
    readonly string[],
  ][];
  return dislodged.map(([unit, locations]) => {
    const place = `retreats.${power}["${unit}"]`;
    const spot = index.spotOfUnit.get(unit);
    if (spot === undefined) throw new InvalidPositionError(`${place}: ${unit} cannot stand there on this map.`, { place });
    const retreats = locations.map((location) => {
      const to = index.locationNumbers.get(location);
      if (to === undefined) throw new InvalidPositionError(`${place}: ${location} is not on the map.`, { place });
      return table.retreat(spot, to);
    });
    return { unit, location: locationOfUnit(unit), orders: [...retreats, table.disband(spot)] };
  });
}
