import type { ByPower, OrdersByPower, Phase, Position, Power, Province, Unit } from '../src/index.js';
import { POWERS } from '../src/index.js';
import { parseOrders } from '../src/notation/parse-orders.js';

/** A value for each of some powers. */
type Some<T> = { readonly [power in Power]?: T };

/** Creates a position in one line. Missing powers have nothing. */
export function board(phase: Phase, units: Some<readonly Unit[]>, centers: Some<readonly Province[]> = {}): Position {
  const filled = <T>(some: Some<T>, empty: () => T) =>
    Object.fromEntries(POWERS.map((power) => [power, some[power] ?? empty()])) as ByPower<T>;
  return { phase, units: filled(units, () => []), centers: filled(centers, () => []), retreats: filled({}, () => ({})) };
}

/** Parses orders; fails if one is not understood. */
export function told(position: Position, texts: Some<readonly string[]>): OrdersByPower {
  const { orders, refused } = parseOrders(position, texts);
  if (refused.length > 0) throw new Error(refused.map(({ refusal }) => refusal.message).join(' '));
  return orders;
}
