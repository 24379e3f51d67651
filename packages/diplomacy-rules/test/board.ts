import type { ByPower, OrdersByPower, Phase, Position, Power, Province, Unit } from '../src/index.js';
import { POWERS } from '../src/index.js';
import { parseOrders } from '../src/notation/parse-orders.js';

/** Something for some of the powers. */
type Some<T> = { readonly [power in Power]?: T };

/** A position written in one line: whoever is left out has nothing. */
export function board(phase: Phase, units: Some<readonly Unit[]>, centers: Some<readonly Province[]> = {}): Position {
  const filled = <T>(some: Some<T>, empty: () => T) =>
    Object.fromEntries(POWERS.map((power) => [power, some[power] ?? empty()])) as ByPower<T>;
  return { phase, units: filled(units, () => []), centers: filled(centers, () => []), retreats: filled({}, () => ({})) };
}

/** Orders as they are written; fails where one is not understood. */
export function told(position: Position, texts: Some<readonly string[]>): OrdersByPower {
  const { orders, refused } = parseOrders(position, texts);
  if (refused.length > 0) throw new Error(refused.map(({ refusal }) => refusal.message).join(' '));
  return orders;
}
