import type { Power, SavedPhase } from '@entente/diplomacy-rules';
import type { Row } from '@entente/studies/tables';
import { orderResults } from '../record/order-results.js';

/** The predecessor's kinds of orders with their plurals, in its order. Nothing here is of the kind `other`. */
const KINDS = [
  ['moves', 'move'],
  ['holds', 'hold'],
  ['supports', 'support'],
  ['convoys', 'convoy'],
  ['builds', 'build'],
  ['disbands', 'disband'],
  ['waives', 'waive'],
  ['others', 'other'],
  ['retreats', 'retreat'],
] as const;

/**
 * The block `orders_moves_total` ... `orders_retreats_success_rate`: orders by kind and by the first of their results, as `order_results` of the
 * saved game has them; rates are shares from 0 to 1, and empty without orders. `_invalid` is always 0, there as here: what is not allowed
 * never becomes an order.
 */
export function orderColumns(phases: readonly SavedPhase[], power: Power): Row {
  const orders = phases.flatMap((phase) => Object.entries(orderResults(phase)[power] ?? {}));
  return Object.fromEntries(
    KINDS.flatMap(([name, kind]) => {
      const results = orders.filter(([each]) => each === kind).flatMap(([, lines]) => lines.map(({ result }) => result));
      const count = (wanted: string): number => results.filter((result) => result === wanted).length;
      const success = count('success');
      const cells = {
        total: results.length,
        success,
        bounce: count('bounce'),
        void: count('void: no effect'),
        invalid: 0,
        success_rate: results.length === 0 ? null : success / results.length,
      };
      return Object.entries(cells).map(([what, value]) => [`orders_${name}_${what}`, value]);
    }),
  );
}
