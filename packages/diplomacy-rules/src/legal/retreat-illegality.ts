import type { MapIndex } from '../map/map-index.js';
import type { Illegality } from '../values/illegality.js';
import type { Order } from '../values/order.js';
import type { Position } from '../values/position.js';
import type { Location, Unit } from '../values/unit.js';
import { provinceOf, provinceOfUnit, typeOfUnit } from '../values/unit.js';

/** A retreat order put in the terms of the position: which dislodged unit it is about, and where it goes (`null`: it disbands). */
export interface Retreat {
  readonly unit: Unit;
  readonly to: Location | null;
}

/** Which dislodged unit of a power an order is about and what it makes of it, or why it may not. */
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

/** The unit of a list that an order names; its coast does not matter. */
export const findUnit = (units: readonly Unit[], named: Unit): Unit | undefined =>
  units.includes(named)
    ? named
    : units.find((unit) => provinceOfUnit(unit) === provinceOfUnit(named) && typeOfUnit(unit) === typeOfUnit(named));

/** Where a retreat ends: a coast is filled in where one fits, dropped for an army. `null` if several fit, `undefined` if it may not go there. */
function retreatDestination(places: readonly Location[], unit: Unit, to: Location): Location | null | undefined {
  if (places.includes(to)) return to;
  if (typeOfUnit(unit) === 'A') return places.includes(provinceOf(to)) ? provinceOf(to) : undefined;
  if (to !== provinceOf(to)) return undefined;
  const coasts = places.filter((place) => provinceOf(place) === to);
  return coasts.length > 1 ? null : coasts[0];
}
