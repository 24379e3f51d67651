import type { GameMap } from '../map/game-map.js';
import type { Order, OrdersByPower } from '../values/order.js';
import type { OrderResult, Outcome } from '../values/outcome.js';
import type { Unit } from '../values/unit.js';

/** An order to draw, with its results if known. */
export interface DrawnOrder<P extends string> {
  readonly power: P;
  readonly order: Order;
  /** Empty for a success, and if nothing is known. */
  readonly results: readonly OrderResult[];
  /** Fleets that convoyed it, in the order of the outcome, if it lists them. */
  readonly fleets: readonly Unit[];
  /** Whether it stands in for a missing order. Then only its results are drawn. */
  readonly isFilledIn: boolean;
}

/** Returns the unit of an order, or `null` for a waived build. */
export const unitOfOrder = (order: Order): Unit | null => (order.kind === 'waive' ? null : order.unit);

/** Returns the orders to draw: those with outcomes, then the others. */
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
