import { POWERS, type SavedPhase } from '@entente/diplomacy-rules';
import { orderGroupOf } from '../games/issued-orders.js';

/** An order with its result in the predecessor's words: `success`, `bounce`, `void: no effect`, `cut`, `dislodged`, ... */
export interface OrderResultLine {
  readonly order: string;
  readonly result: string;
}

/** Orders of a phase with their results, by power and kind of order. */
export type OrderResults = Readonly<Record<string, Readonly<Record<string, readonly OrderResultLine[]>>>>;

/** Builds `order_results` of a phase. As in the predecessor's files, it has only the first result of each order. */
export function orderResults({ orders, results = {} }: Pick<SavedPhase, 'orders' | 'results'>): OrderResults {
  return Object.fromEntries(
    POWERS.map((power) => {
      const byKind: Record<string, OrderResultLine[]> = {};
      for (const order of orders[power] ?? []) {
        const [type = '', place = ''] = order.split(' ');
        (byKind[orderGroupOf(order)] ??= []).push({ order, result: inWords(results[`${type} ${place}`]?.[0]) });
      }
      return [power, byKind];
    }),
  );
}

function inWords(code: string | undefined): string {
  if (code === undefined || code === '') return 'success';
  return code === 'void' ? 'void: no effect' : code;
}
