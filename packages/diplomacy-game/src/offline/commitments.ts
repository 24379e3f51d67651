import type { Power, Province } from '@entente/diplomacy-rules';
import { provinceOf } from '@entente/diplomacy-rules';
import type { Agreement } from './agreements.js';
import type { Betrayals } from './decide-betrayals.js';
import type { Reading } from './read-prompt.js';
import { readOrderText } from './read-order-text.js';
import { isFriend, type Stance } from './stance.js';

/** Commitments of a power when it writes its orders. */
export interface Commitments {
  /** Orders that were promised, or that a promise of another power is for; all legal, one for each unit. */
  readonly orders: readonly string[];
  /** Provinces that it does not enter. */
  readonly closed: ReadonlySet<Province>;
  /** Powers whose units and centres are left alone. */
  readonly spared: ReadonlySet<Power>;
  /** The deals that all this follows from. */
  readonly honored: readonly Agreement[];
}

/** Derives commitments from the deals of a phase and from friendship, towards every power that is not betrayed. */
export function commitmentsOf(
  { board, self, legalOrders }: Reading,
  stance: Stance,
  { agreed, betrayals }: { readonly agreed: readonly Agreement[]; readonly betrayals: Betrayals },
): Commitments {
  const allowed = new Set(legalOrders);
  const orders = new Map<string, string>();
  const closed = new Set<Province>();
  const spared = new Set(
    stance.neighbors.map(({ power }) => power).filter((power) => isFriend(stance, power) && !betrayals.has(power)),
  );
  const honored: Agreement[] = [];
  const add = (text: string): boolean => {
    const { unit } = readOrderText(text);
    if (!allowed.has(text) || orders.has(unit)) return orders.get(unit) === text;
    orders.set(unit, text);
    return true;
  };
  for (const agreement of agreed) {
    const { deal, other } = agreement;
    if (betrayals.has(other)) continue;
    switch (deal.kind) {
      case 'peace':
      case 'alliance':
        spared.add(other);
        break;
      case 'demilitarized':
        closed.add(deal.province);
        break;
      case 'share':
        for (const { power, province } of deal.shares) if (power !== self) closed.add(province);
        break;
      case 'order': {
        if (!(deal.by === self ? [deal.order] : helpedOrders(deal.order)).some(add)) continue;
        break;
      }
    }
    honored.push(agreement);
  }
  if (board !== null) {
    for (const power of spared) {
      for (const center of board.centers[power]) closed.add(center);
      for (const unit of board.units[power]) closed.add(provinceOf(unit.slice(2)));
    }
  }
  // Explicit promises count for more than courtesies.
  for (const text of orders.values()) {
    const { to } = readOrderText(text);
    if (to !== undefined) closed.delete(provinceOf(to));
  }
  return { orders: [...orders.values()], closed, spared, honored };
}

/** Orders that make use of another power's support or convoy: `A PAR - BUR` for `A MAR S A PAR - BUR`. */
function helpedOrders(text: string): readonly string[] {
  const { target = '', to } = readOrderText(text);
  return to === undefined ? [`${target} H`] : [`${target} - ${to}`, `${target} - ${to} VIA`];
}
