import type { GameMap } from '../map/game-map.js';
import type { MoveOrder } from '../values/order.js';
import type { Unit } from '../values/unit.js';
import { provinceOf, provinceOfUnit, typeOfUnit } from '../values/unit.js';
import type { DrawnOrder } from './drawn-order.js';

/**
 * Returns the fleets that convoy an army, from shore to shore: the shortest chain among the fleets of its outcome, or without one among the
 * fleets ordered to convoy it. Empty for a move over land, and if the chain is incomplete.
 */
export function convoyRoute<P extends string>(
  map: GameMap<P>,
  move: DrawnOrder<P> & { readonly order: MoveOrder },
  orders: readonly DrawnOrder<P>[],
): readonly Unit[] {
  const { unit, to, viaConvoy } = move.order;
  if (typeOfUnit(unit) !== 'A') return [];
  const [from, destination] = [provinceOfUnit(unit), provinceOf(to)];
  const walks = Object.hasOwn(map.armyBorders, from) && map.armyBorders[from]?.includes(destination) === true;
  if (walks && !viaConvoy && move.fleets.length === 0) return [];
  const ordered = orders.flatMap(({ order }) =>
    order.kind === 'convoy' && provinceOfUnit(order.army) === from && provinceOf(order.to) === destination ? [order.unit] : [],
  );
  const fleets = move.fleets.length > 0 ? move.fleets : ordered;
  const touches = (one: string, other: string) =>
    Object.entries(map.fleetBorders).some(
      ([location, tos]) => provinceOf(location) === one && tos.some((place) => provinceOf(place) === other),
    );
  const queue: (readonly Unit[])[] = fleets.filter((fleet) => touches(from, provinceOfUnit(fleet))).map((fleet) => [fleet]);
  const reached = new Set(queue.flat());
  for (const chain of queue) {
    const last = provinceOfUnit(chain[chain.length - 1]!);
    if (touches(last, destination)) return chain;
    for (const fleet of fleets) {
      if (reached.has(fleet) || !touches(last, provinceOfUnit(fleet))) continue;
      reached.add(fleet);
      queue.push([...chain, fleet]);
    }
  }
  return [];
}
