import { inParallel, type Scope } from '@entente/simulation-core';
import { type AppraisedMemory, type Cast, type Partner, PARTNERS, type RelationshipFact } from '@entente/relationship';

/**
 * Before the first scene, what both bring along from their lives so far, with what it feels like. Nothing is asked where no memory ever
 * comes to mind: recall alone reads them.
 */
export async function appraisePast(
  scope: Scope,
  scene: number,
  { actors, settings }: Cast,
): Promise<readonly RelationshipFact[]> {
  if (scene !== 1 || settings.recalledMemories === 0) return [];
  const pasts = await inParallel(scope, PARTNERS, async (partner, branch) => {
    const { memories } = actors[partner];
    return memories.length > 0 ? actors[partner].batchAppraiseMemory(branch, memories) : [];
  });
  return PARTNERS.flatMap((partner) => keptPast(partner, pasts[partner]));
}

function keptPast(partner: Partner, past: readonly AppraisedMemory[]): readonly RelationshipFact[] {
  if (past.length === 0) return [];
  const memories = past.map(({ text, emotions }, index) => ({
    id: `past-${index + 1}`,
    text,
    emotions,
    origin: { kind: 'past' as const },
  }));
  // Memories that went missing with the same answer share one object: it counts once.
  const failures = new Set(past.flatMap(({ missing }) => (missing ? [missing] : [])));
  const missing = [...failures].map((failure) => ({ type: 'memory-appraisal-missing' as const, scene: 0, partner, ...failure }));
  return [{ type: 'memories-kept', scene: 0, partner, memories }, ...missing];
}
