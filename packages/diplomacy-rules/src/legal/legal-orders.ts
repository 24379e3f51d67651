import { namingWhatIsWrong } from '../name-what-is-wrong.js';
import type { MapOptions } from '../rules-options.js';
import { mapIndexOf } from '../rules-options.js';
import type { LegalOrder } from '../values/order.js';
import { parsePhase } from '../values/phase.js';
import type { Position } from '../values/position.js';
import type { ByPower, Power } from '../values/power.js';
import type { Unit } from '../values/unit.js';
import { adjustmentOrders } from './adjustment-orders.js';
import { movementOrdersOf } from './movement-orders.js';
import type { OrderableUnit } from './order-table.js';
import { retreatOrders } from './retreat-orders.js';

/** All legal orders of a position: for each power those of its units, in the sequence of the position. */
export type LegalOrders<P extends string = Power> = ByPower<readonly OrderableUnit[], P>;

/**
 * Lists every legal order of every power, including supports of foreign units, convoys and `VIA` moves. Supports for a fleet's move to a
 * province with coasts are listed without a coast and with each coast in reach. Each order is legal by itself; in Winter a power may not
 * use all of them.
 * @throws {InvalidPositionError} If a unit cannot stand in its place.
 */
export function legalOrders<P extends string = Power>(position: Position<P>, options: MapOptions<P> = {}): LegalOrders<P> {
  return namingWhatIsWrong({ position, options }, () => {
    const unitsOf = orderableUnits(position, options);
    const orders: Partial<Record<P, readonly OrderableUnit[]>> = {};
    for (const power of mapIndexOf(options).powers) orders[power] = unitsOf(power);
    return orders as LegalOrders<P>;
  });
}

/** Returns the part of `legalOrders` for one power. */
export function legalOrdersOfPower<P extends string = Power>(
  position: Position<P>,
  power: P,
  options: MapOptions<P> = {},
): readonly OrderableUnit[] {
  return namingWhatIsWrong({ position, options }, () => orderableUnits(position, options)(power));
}

/** Returns the part of `legalOrders` for one unit of any power. Empty if it is not on the board or cannot be ordered in this phase. */
export function legalOrdersOfUnit<P extends string = Power>(
  position: Position<P>,
  unit: Unit,
  options: MapOptions<P> = {},
): readonly LegalOrder[] {
  return namingWhatIsWrong({ position, options }, () => ordersOf(position, unit, options));
}

function ordersOf<P extends string>(position: Position<P>, unit: Unit, options: MapOptions<P>): readonly LegalOrder[] {
  const unitsOf = orderableUnits(position, options);
  for (const power of mapIndexOf(options).powers) {
    const isOwner = position.units[power].includes(unit) || Object.hasOwn(position.retreats[power], unit);
    const found = isOwner ? unitsOf(power).find((orderable) => orderable.unit === unit) : undefined;
    if (found !== undefined) return found.orders;
  }
  return [];
}

function orderableUnits<P extends string>(position: Position<P>, options: MapOptions<P>): (power: P) => readonly OrderableUnit[] {
  const index = mapIndexOf(options);
  const movement = movementOrdersOf(index);
  movement.read(position.units);
  switch (parsePhase(position.phase)?.type) {
    case 'M':
      return (power) => movement.unitsOf(power);
    case 'R':
      return (power) => retreatOrders(index, position, power);
    case 'A':
      return (power) => adjustmentOrders(index, position, power);
    case undefined:
      return () => [];
  }
}
