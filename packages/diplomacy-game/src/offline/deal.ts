import type { Power, Province } from '@entente/diplomacy-rules';

/** What two powers can agree on, told the same way whoever of the two speaks. Deals hold for the phase in which they are made. */
export type Deal =
  | { readonly kind: 'peace' }
  | { readonly kind: 'alliance'; readonly against: Power }
  | { readonly kind: 'demilitarized'; readonly province: Province }
  /** `by` gives an order, mostly a support or a convoy, for the sake of the other one. */
  | { readonly kind: 'order'; readonly by: Power; readonly order: string }
  /** Who takes which centre, the powers in alphabetical order. */
  | {
      readonly kind: 'share';
      readonly shares: readonly [Share, Share];
    };

export interface Share {
  readonly power: Power;
  readonly province: Province;
}

/** A deal that shares out two centres. */
export const shareOf = (one: Share, other: Share): Deal => ({
  kind: 'share',
  shares: one.power < other.power ? [one, other] : [other, one],
});

/** Equal for deals that mean the same between the same two powers. */
export function dealKey(deal: Deal): string {
  switch (deal.kind) {
    case 'peace':
      return 'peace';
    case 'alliance':
      return `against ${deal.against}`;
    case 'demilitarized':
      return `empty ${deal.province}`;
    case 'order':
      return `${deal.by} ${deal.order}`;
    case 'share':
      return deal.shares.map(({ power, province }) => `${power} ${province}`).join(' ');
  }
}
