/** Ids of the two people of a couple in prompts, facts and call paths. */
export const PARTNERS = ['A', 'B'] as const;
export type Partner = (typeof PARTNERS)[number];
export type ByPartner<Value> = { readonly [P in Partner]: Value };

/** Attachment in close relationships, two dimensions from 1 (low) to 7 (high), as in Fraley, Waller and Brennan (2000). */
export interface Attachment {
  readonly anxiety: number;
  readonly avoidance: number;
}

export const PRONOUNS = ['she', 'he', 'they'] as const;
export type Pronouns = (typeof PRONOUNS)[number];

/** A person in words; the prompts of this partner and of the director are built from them. The other partner never reads them. */
export interface Character {
  readonly name: string;
  /** Free text: temperament, history, habits in love. 100 to 250 words work well. */
  readonly persona: string;
  readonly pronouns?: Pronouns | undefined;
  /** Years. */
  readonly age?: number | undefined;
  readonly occupation?: string | undefined;
  readonly traits?: readonly string[] | undefined;
  readonly values?: readonly string[] | undefined;
  readonly attachment?: Attachment | undefined;
  /** Hopes of this person for the relationship, a sentence each. */
  readonly goals?: readonly string[] | undefined;
  /** Reasons for which this person would end it, a sentence each. */
  readonly dealbreakers?: readonly string[] | undefined;
  /** Habits of the form `If …, …`. */
  readonly rules?: readonly string[] | undefined;
}

export function otherPartner(partner: Partner): Partner {
  return partner === 'A' ? 'B' : 'A';
}

/** Builds one value for each partner from a function of the id. */
export function byPartner<Value>(value: (partner: Partner) => Value): ByPartner<Value> {
  return { A: value('A'), B: value('B') };
}
