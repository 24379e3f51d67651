/** The two people of a couple, by the short ids that prompts, facts and call paths use. */
export const PARTNERS = ['A', 'B'] as const;
export type Partner = (typeof PARTNERS)[number];
export type ByPartner<Value> = { readonly [P in Partner]: Value };

/** Who somebody is, in words: what the partner's own prompts and the director's are built from. */
export interface Character {
  readonly name: string;
  /** Free text: temperament, history, habits in love. 120 to 300 words work well. */
  readonly persona: string;
  /** What this person hopes for from the relationship, one sentence. */
  readonly goal?: string;
}

export function otherPartner(partner: Partner): Partner {
  return partner === 'A' ? 'B' : 'A';
}

/** One value for each partner, from a function of the partner's id. */
export function byPartner<Value>(value: (partner: Partner) => Value): ByPartner<Value> {
  return { A: value('A'), B: value('B') };
}
