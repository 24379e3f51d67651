import type { IssuedOrder } from './issued-orders.js';

/** Numbers of orders by result. A unit that bounced and was dislodged counts under both, so the parts may add up to more than `written`. */
export interface OrderTally {
  /** Orders that powers wrote and that were legal. */
  readonly written: number;
  readonly succeeded: number;
  readonly bounced: number;
  readonly cut: number;
  /** Support or convoy of something that was not ordered. */
  readonly void: number;
  /** The convoy was missing, broken or caught in a paradox. */
  readonly withoutConvoy: number;
  readonly dislodged: number;
  /** Units without an order, for which the rules filled in; part of none of the figures above. */
  readonly filledIn: number;
}

/** Counts orders by result. */
export function tallyOrders(orders: readonly IssuedOrder[]): OrderTally {
  const written = orders.filter((order) => order.written);
  const withResult = (...results: IssuedOrder['results']): number =>
    written.filter((order) => results.some((result) => order.results.includes(result))).length;
  return {
    written: written.length,
    succeeded: written.filter(({ succeeded }) => succeeded).length,
    bounced: withResult('bounce'),
    cut: withResult('cut'),
    void: withResult('void'),
    withoutConvoy: withResult('no convoy', 'disrupted'),
    dislodged: withResult('dislodged'),
    filledIn: orders.length - written.length,
  };
}

/** Share of written orders that succeeded, 0 to 1; `null` where none was written. */
export const successShare = ({ succeeded, written }: Pick<OrderTally, 'succeeded' | 'written'>): number | null =>
  written === 0 ? null : succeeded / written;
