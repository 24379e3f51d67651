import type { GameMap } from '../map/game-map.js';
import type { Order, OrdersByPower } from '../values/order.js';
import type { OrderResult, Outcome } from '../values/outcome.js';
import type { Unit } from '../values/unit.js';

/** An order to draw, and what is known of its fate. */
export interface DrawnOrder<P extends string> {
  readonly power: P;
  readonly order: Order;
  /** Empty for a success, and where nothing is known. */
  readonly results: readonly OrderResult[];
  /** The fleets that carried it, in their order, where the outcome says so. */
  readonly fleets: readonly Unit[];
  /** Whether it fills in for an order that nobody gave: then only its fate shows. */
  readonly isFilledIn: boolean;
}

/** The unit of an order; `null` for a waived build. */
export const unitOfOrder = (order: Order): Unit | null => (order.kind === 'waive' ? null : order.unit);

/** The orders to draw: those that have outcomes with them, then those given of which nothing is known. */
export function drawnOrders<P extends string>(
  map: GameMap<P>,
  orders: OrdersByPower<P> = {},
  outcomes: readonly Outcome<P>[] = [],
): readonly DrawnOrder<P>[] {
  const judged = outcomes.map(({ power, order, results, reasons }): DrawnOrder<P> => ({
    power,
    order,
    results,
    fleets: reasons.flatMap((reason) => (reason.kind === 'convoyed' ? reason.fleets : [])),
    isFilledIn: order.kind === 'hold' && reasons.some(({ kind }) => kind === 'no-order'),
  }));
  const known = new Set(judged.map(({ power, order }) => `${power} ${JSON.stringify(order)}`));
  const open = map.powers.flatMap(({ id }) =>
    ((orders as { readonly [power in P]?: readonly Order[] })[id] ?? [])
      .filter((order) => !known.has(`${id} ${JSON.stringify(order)}`))
      .map((order): DrawnOrder<P> => ({ power: id, order, results: [], fleets: [], isFilledIn: false })),
  );
  const powers = new Set<string>(map.powers.map(({ id }) => id));
  return [...judged.filter(({ power }) => powers.has(power)), ...open];
}
