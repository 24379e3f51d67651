import { byPartner, type ByPartner, type Character, type Partner, PARTNERS } from '../ports/partners.js';
import type { CoupleFacts, PartnerLife } from '../state/couple-facts.js';

/** A person as data, whoever it is coupled with. */
export interface Persona extends Character {
  /** Short, for studies and couples: `maya`. */
  readonly id: string;
  /** Facts that scenarios depend on; age and occupation stand on the persona itself. */
  readonly life: Omit<PartnerLife, 'age' | 'occupation'>;
  /** Memories from before the first scene. */
  readonly memories: readonly string[];
  /** Group of a table, for pairing by group. */
  readonly group?: string | undefined;
}

/** Two people and what is true of them. Pairs follow the order of `partners`. */
export interface Couple {
  /** Short, for command lines and run names: `maya-jonas`. */
  readonly id: string;
  readonly partners: readonly [Persona, Persona];
  readonly facts: Omit<CoupleFacts, 'knows' | 'lives'>;
  /** Traits of the other that each has seen before the first scene. */
  readonly knows: readonly [string, string];
  /** Secrets that each keeps before the first scene. */
  readonly secrets: readonly [readonly string[], readonly string[]];
}

/** Place in `Couple.partners` of the one who stands as A and of the one who stands as B. */
export type Roles = ByPartner<0 | 1>;

/** The first partner stands as A, the second one as B. */
export const AS_LISTED: Roles = { A: 0, B: 1 };

/** The couple with its partners in their roles. */
export interface CastCouple {
  readonly personas: ByPartner<Persona>;
  readonly couple: CoupleFacts;
  readonly secrets: ByPartner<readonly string[]>;
}

/** Puts the partners of a couple into their roles. */
export function castCouple({ partners, facts, knows, secrets }: Couple, roles: Roles): CastCouple {
  const personas = byPartner((partner) => partners[roles[partner]]);
  return {
    personas,
    couple: {
      ...facts,
      knows: byPartner((partner) => knows[roles[partner]]),
      lives: byPartner((partner) => lifeOf(personas[partner])),
    },
    secrets: byPartner((partner) => secrets[roles[partner]]),
  };
}

/** Roles of a couple by a number in [0, 1): as listed below one half, otherwise swapped. */
export function rolesFor(random: number): Roles {
  return random < 0.5 ? AS_LISTED : { A: 1, B: 0 };
}

/** Role of the partner at a place in `Couple.partners`. */
export function roleOf(roles: Roles, place: 0 | 1): Partner {
  return PARTNERS.find((partner) => roles[partner] === place)!;
}

function lifeOf({ age, occupation, life }: Persona): PartnerLife {
  const given = Object.entries({ ...life, age, occupation }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given);
}
