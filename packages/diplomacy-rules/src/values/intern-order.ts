import { formatOrder } from '../notation/format-order.js';
import type { Order } from './order.js';

/** Far more than a game ever sees; only text made to fill memory gets here, and then sharing begins anew. */
const LIMIT = 100_000;

const orders = new Map<string, Order>();

/** The one frozen object that stands for an order: orders with the same canonical text give the same object. */
export function internOrder(order: Order): Order {
  const text = formatOrder(order);
  const known = orders.get(text);
  if (known !== undefined) return known;
  if (orders.size >= LIMIT) orders.clear();
  const shared = Object.freeze({ ...order });
  orders.set(text, shared);
  return shared;
}
