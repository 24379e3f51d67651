import { hasBrokenUp, type Partner, type RelationshipState, roleOf } from '@entente/relationship';

/** Places of partners in the file of their couple. */
export const PLACES = ['first', 'second'] as const;
export type Place = (typeof PLACES)[number];

/** Partner as readers know them: by name and by place in the couple's file. */
export interface PlacedPartner {
  readonly place: Place;
  /** Null until the couple is introduced. */
  readonly name: string | null;
  /** Role in this run, as prompts and call paths have it; drawn for each run. */
  readonly role: Partner;
}

/** Both partners of a run, in the order of the couple's file. */
export function placedPartners({ partners, roles }: Pick<RelationshipState, 'partners' | 'roles'>): readonly PlacedPartner[] {
  return PLACES.map((place, index) => {
    const role = roleOf(roles, index === 0 ? 0 : 1);
    return { place, name: partners?.[role].name ?? null, role };
  });
}

/** Names of a couple, in the order of its file: `Maya & Jonas`; null until it is introduced. */
export function coupleTitle(state: Pick<RelationshipState, 'partners' | 'roles'>): string | null {
  const names = placedPartners(state).flatMap(({ name }) => name ?? []);
  return names.length === 2 ? names.join(' & ') : null;
}

/** Scene in which one of the two ended it; null if nobody did, or if a later scene brought them together again. */
export function breakUpScene({ relation, scenes }: Pick<RelationshipState, 'relation' | 'scenes'>): number | null {
  if (!hasBrokenUp(relation)) return null;
  return scenes.findLast(({ deltas }) => deltas.some(({ state, to }) => state === 'breakup' && to === 'hard'))?.scene ?? null;
}
