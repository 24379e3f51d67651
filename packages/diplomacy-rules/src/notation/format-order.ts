import type { Order } from '../values/order.js';

/** The canonical text of an order, which every program of the field reads: `A PAR - BUR`, `F NTH C A LON - BEL`, `F STP/NC B`. */
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
