import { DEFAULT_RELATIONSHIP_SETTINGS, type StorySoFar, UNKNOWN_COUPLE, UNKNOWN_RELATION } from '@entente/relationship';

/** History before the first scene of a couple about which nothing is known. */
export const NOTHING_SO_FAR: StorySoFar = {
  scene: 1,
  couple: UNKNOWN_COUPLE,
  relation: UNKNOWN_RELATION,
  story: [],
  secrets: [],
  resolutions: [],
  used: [],
  turningPoints: [],
  usedUp: [],
  commitment: { A: null, B: null },
  events: [],
  order: 'fixed',
  arc: DEFAULT_RELATIONSHIP_SETTINGS.arc,
};
