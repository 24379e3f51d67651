import { indexMap } from '../src/map/map-index.js';
import type { GameMap } from '../src/map/game-map.js';
import type { Order } from '../src/values/order.js';
import type { Location, Unit } from '../src/values/unit.js';

/**
 * Generates every order of a movement phase with a canonical form: armies name no coast, fleets name one if they go to a province with
 * several, supports may name one. Few are legal.
 */
export function wellFormedOrders(map: GameMap<string>, unit: Unit, others: readonly Unit[]): readonly Order[] {
  const { locations, spotOfUnit, provinces } = indexMap(map);
  const type = unit.slice(0, 1);
  const canStand = (location: Location) => spotOfUnit.has(`${type} ${location}` as Unit);
  return [
    { kind: 'hold', unit },
    ...locations.filter(canStand).flatMap((to): readonly Order[] => [
      { kind: 'move', unit, to, viaConvoy: false },
      { kind: 'move', unit, to, viaConvoy: true },
    ]),
    ...others.flatMap((target): readonly Order[] => [
      { kind: 'support-hold', unit, target },
      ...locations
        .filter((to) => !to.includes('/') || target.startsWith('F'))
        .map((to): Order => ({ kind: 'support-move', unit, target, to })),
      ...provinces.map(({ id }): Order => ({ kind: 'convoy', unit, army: target, to: id })),
    ]),
  ];
}
