import type { RelationshipFact, RelationshipState } from '@entente/relationship';

/** Facts of secrets that were told; an id that nobody keeps is left out. */
export function toldFacts(
  { secrets }: RelationshipState,
  scene: number,
  told: readonly { readonly id: string; readonly quote: string }[],
): readonly RelationshipFact[] {
  return told.flatMap(({ id, quote }) => {
    const secret = secrets.find((candidate) => candidate.id === id && candidate.told === null);
    return secret ? [{ type: 'secret-told', scene, partner: secret.owner, id, quote } as const] : [];
  });
}
