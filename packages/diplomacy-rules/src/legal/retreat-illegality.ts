import type { MapIndex } from '../map/map-index.js';
import type { Illegality } from '../values/illegality.js';
import type { Order } from '../values/order.js';
import type { Position } from '../values/position.js';
import type { Location, Unit } from '../values/unit.js';
import { provinceOf, provinceOfUnit, typeOfUnit } from '../values/unit.js';

/** A retreat order, read: the dislodged unit, and its destination (`null` to disband). */
export interface Retreat {
  readonly unit: Unit;
  readonly to: Location | null;
}

/** Reads a retreat order of a power, or returns why it is illegal. */
export function readRetreat<P extends string>(
  index: MapIndex<P>,
  position: Position<P>,
  power: P,
  order: Order,
): Retreat | Illegality {
  if (order.kind !== 'retreat' && order.kind !== 'disband') return { kind: 'wrong-phase', order };
  const named = provinceOfUnit(order.unit);
  if (!index.locationNumbers.has(named)) return { kind: 'unknown-location', order, location: named };
  const unit = findUnit(Object.keys(position.retreats[power]) as Unit[], order.unit);
  if (unit === undefined) {
    const owner = index.powers.find(
      (other) => other !== power && findUnit(Object.keys(position.retreats[other]) as Unit[], order.unit) !== undefined,
    );
    return owner === undefined ? { kind: 'not-dislodged', order } : { kind: 'foreign-unit', order, power: owner };
  }
  if (order.kind === 'disband') return { unit, to: null };
  if (!index.locationNumbers.has(order.to)) return { kind: 'unknown-location', order, location: order.to };
  const places = position.retreats[power][unit] ?? [];
  const to = retreatDestination(places, unit, order.to);
  if (to === undefined) return { kind: 'retreat-barred', order, unit, location: order.to };
  return to === null ? { kind: 'coast-missing', order, location: order.to } : { unit, to };
}

/** Returns the unit of a list that an order names, whatever its coast. */
export const findUnit = (units: readonly Unit[], named: Unit): Unit | undefined =>
  units.includes(named)
    ? named
    : units.find((unit) => provinceOfUnit(unit) === provinceOfUnit(named) && typeOfUnit(unit) === typeOfUnit(named));

/**
 * Returns the destination of a retreat: a coast is filled in if only one fits, and dropped for an army. `null` if several fit, `undefined`
 * if the unit may not go there.
 */
function retreatDestination(places: readonly Location[], unit: Unit, to: Location): Location | null | undefined {
  if (places.includes(to)) return to;
  if (typeOfUnit(unit) === 'A') return places.includes(provinceOf(to)) ? provinceOf(to) : undefined;
  if (to !== provinceOf(to)) return undefined;
  const coasts = places.filter((place) => provinceOf(place) === to);
  return coasts.length > 1 ? null : coasts[0];
}
