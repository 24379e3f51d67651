import { settleReply } from '@entente/llm-clients';
import { inParallel, type Scope } from '@entente/simulation-core';
import {
  type Cast,
  PARTNERS,
  type RelationshipFact,
  type RelationshipState,
  sceneUnderWay,
  toMissingReply,
} from '@entente/relationship';

/** What both conclude from the scene, each alone. */
export async function lookBack(
  scope: Scope,
  state: RelationshipState,
  { actors, settings }: Cast,
): Promise<readonly RelationshipFact[]> {
  const scene = sceneUnderWay(state);
  if (settings.reflection === 'off' || !scene || scene.beats.length === 0) return [];
  const replies = await inParallel(scope, PARTNERS, (partner, branch) =>
    settleReply(actors[partner].reflect(branch, state.minds[partner].history)),
  );
  return PARTNERS.map((partner): RelationshipFact => {
    const reply = replies[partner];
    const about = { scene: scene.scene, partner };
    if (!reply.ok) return { type: 'reflection-missing', ...about, ...toMissingReply(reply.error) };
    return { type: 'reflection-made', ...about, reflection: reply.value.reflection };
  });
}
