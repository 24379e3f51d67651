import { settleReply } from '@entente/llm-clients';
import type { Scope } from '@entente/simulation-core';
import { type Cast, type RelationshipFact, type RelationshipState, stageOf, toMissingReply } from '@entente/relationship';

/** What each partner privately brings into the scene. */
export async function giveContext(
  scope: Scope,
  state: RelationshipState,
  { director, settings }: Cast,
): Promise<readonly RelationshipFact[]> {
  if (!settings.context) return [];
  const stage = stageOf(state);
  const contexts = await settleReply(director.generateContext(scope, stage));
  if (!contexts.ok) return [{ type: 'context-missing', scene: stage.scene, ...toMissingReply(contexts.error) }];
  return [{ type: 'context-generated', scene: stage.scene, contexts: contexts.value }];
}
