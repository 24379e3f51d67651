import type { Order } from '../values/order.js';

/** Returns the canonical text of an order, which every Diplomacy program reads: `A PAR - BUR`, `F NTH C A LON - BEL`, `F STP/NC B`. */
export function formatOrder(order: Order): string {
  switch (order.kind) {
    case 'hold':
      return `${order.unit} H`;
    case 'move':
      return `${order.unit} - ${order.to}${order.viaConvoy ? ' VIA' : ''}`;
    case 'support-hold':
      return `${order.unit} S ${order.target}`;
    case 'support-move':
      return `${order.unit} S ${order.target} - ${order.to}`;
    case 'convoy':
      return `${order.unit} C ${order.army} - ${order.to}`;
    case 'retreat':
      return `${order.unit} R ${order.to}`;
    case 'disband':
      return `${order.unit} D`;
    case 'build':
      return `${order.unit} B`;
    case 'waive':
      return 'WAIVE';
    default:
      return order satisfies never;
  }
}

/** Maximum number of shared orders, far more than a game has. Only input made to fill memory reaches it; sharing then starts over. */
const LIMIT = 100_000;

const orders = new Map<string, Order>();

/** Returns the one frozen object for an order: orders with the same canonical text give the same object. */
export function internOrder(order: Order): Order {
  const text = formatOrder(order);
  const known = orders.get(text);
  if (known !== undefined) return known;
  if (orders.size >= LIMIT) orders.clear();
  const shared = Object.freeze({ ...order });
  orders.set(text, shared);
  return shared;
}
