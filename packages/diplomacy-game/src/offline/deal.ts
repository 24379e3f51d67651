import type { Power, Province } from '@entente/diplomacy-rules';

/** An agreement between two powers, in the same form for both. Deals hold for the phase in which they are made. */
export type Deal =
  | { readonly kind: 'peace' }
  | { readonly kind: 'alliance'; readonly against: Power }
  | { readonly kind: 'demilitarized'; readonly province: Province }
  /** `by` gives an order, mostly a support or a convoy, for the benefit of the other power. */
  | { readonly kind: 'order'; readonly by: Power; readonly order: string }
  /** Centre that each power takes, the powers in alphabetical order. */
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

/** Key that is equal for deals with the same meaning between the same two powers. */
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
