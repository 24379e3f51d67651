import type { Row } from '@entente/run-console';
import { type IssuedOrder, type OrderGroup } from '../games/issued-orders.js';
import { successShare, tallyOrders } from '../games/order-tally.js';

/** The predecessor's names for kinds of orders, in its order; `others` is what it could not read, which does not come up here. */
const KINDS: readonly (readonly [name: string, group: OrderGroup])[] = [
  ['moves', 'move'],
  ['holds', 'hold'],
  ['supports', 'support'],
  ['convoys', 'convoy'],
  ['builds', 'build'],
  ['disbands', 'disband'],
  ['waives', 'waive'],
  ['retreats', 'retreat'],
];

/**
 * The block `orders_moves_total` ... `orders_retreats_success_rate`: written orders by kind; a rate is a share from 0 to 1, and empty without
 * orders. The predecessor's `_invalid` is left out: what is not allowed never becomes an order here, and often has no kind.
 */
export function orderColumns(orders: readonly IssuedOrder[]): Row {
  return Object.fromEntries(
    KINDS.flatMap(([name, group]) => {
      const tally = tallyOrders(orders.filter((order) => order.group === group));
      const cells = {
        total: tally.written,
        success: tally.succeeded,
        bounce: tally.bounced,
        void: tally.void,
        success_rate: successShare(tally),
      };
      return Object.entries(cells).map(([what, value]) => [`orders_${name}_${what}`, value]);
    }),
  );
}
