import { type Order, provinceOf, provinceOfUnit } from '@entente/diplomacy-rules';

/** Returns whether two orders tell a unit to do the same. Coasts and the word `VIA` do not matter: promises seldom name them. */
export function isSameOrder(one: Order, other: Order): boolean {
  if (one.kind === 'waive' || other.kind === 'waive') return one.kind === other.kind;
  if (one.kind !== other.kind || provinceOfUnit(one.unit) !== provinceOfUnit(other.unit)) return false;
  return aim(one) === aim(other);
}

/** Target of an order. */
function aim(order: Exclude<Order, { readonly kind: 'waive' }>): string {
  switch (order.kind) {
    case 'move':
    case 'retreat':
      return provinceOf(order.to);
    case 'support-hold':
      return provinceOfUnit(order.target);
    case 'support-move':
      return `${provinceOfUnit(order.target)} ${provinceOf(order.to)}`;
    case 'convoy':
      return `${provinceOfUnit(order.army)} ${provinceOf(order.to)}`;
    case 'hold':
    case 'disband':
    case 'build':
      return '';
  }
}
