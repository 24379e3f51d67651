import { hasBrokenUp, type RelationshipState } from '@entente/relationship';

/** Scene in which one of the two ended it; null if nobody did, or if a later scene brought them together again. */
export function breakUpScene({ relation, scenes }: Pick<RelationshipState, 'relation' | 'scenes'>): number | null {
  if (!hasBrokenUp(relation)) return null;
  return scenes.findLast(({ deltas }) => deltas.some(({ state, to }) => state === 'breakup' && to === 'hard'))?.scene ?? null;
}
