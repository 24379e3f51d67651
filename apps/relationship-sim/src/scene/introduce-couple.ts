import { byPartner, type Cast, type RelationshipFact } from '@entente/relationship';

/** Who they are and what was turned how. */
export function introduceCouple({ actors, settings }: Cast): readonly RelationshipFact[] {
  const partners = byPartner((partner) => {
    const { name, persona, goal } = actors[partner];
    return { name, persona, ...(goal !== undefined && { goal }) };
  });
  return [{ type: 'couple-introduced', partners, settings }];
}
