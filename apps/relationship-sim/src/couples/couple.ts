import type { Character } from '@entente/relationship';

/** A partner as data: who it is and what it remembers from before the first scene. */
export interface PartnerProfile extends Character {
  readonly memories: readonly string[];
}

/** Two people to simulate; the first becomes partner A, the second partner B. */
export interface Couple {
  /** Short, for command lines and run names: `maya-jonas`. */
  readonly id: string;
  readonly partners: readonly [PartnerProfile, PartnerProfile];
}
