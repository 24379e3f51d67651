/** Ids of the two people of a couple in prompts, facts and call paths. */
export const PARTNERS = ['A', 'B'] as const;
export type Partner = (typeof PARTNERS)[number];
export type ByPartner<Value> = { readonly [P in Partner]: Value };

/** A person in words; the prompts of the partner and of the director are built from them. */
export interface Character {
  readonly name: string;
  /** Free text: temperament, history, habits in love. 120 to 300 words work well. */
  readonly persona: string;
  /** Hope of this person for the relationship, one sentence. */
  readonly goal?: string | undefined;
}

export function otherPartner(partner: Partner): Partner {
  return partner === 'A' ? 'B' : 'A';
}

/** Builds one value for each partner from a function of the id. */
export function byPartner<Value>(value: (partner: Partner) => Value): ByPartner<Value> {
  return { A: value('A'), B: value('B') };
}
