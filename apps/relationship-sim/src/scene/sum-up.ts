import { settleReply } from '@entente/llm-clients';
import type { Scope } from '@entente/simulation-core';
import { type Cast, type RelationshipFact, type RelationshipState, stageOf, toMissingReply } from '@entente/relationship';

/** What the scene came to, for the scenes after it; where the director has no summary, the scene's last lines stand in. */
export async function sumUp(scope: Scope, state: RelationshipState, { director }: Cast): Promise<readonly RelationshipFact[]> {
  const stage = stageOf(state);
  const { scene, opening, transcript } = stage;
  const summed = await settleReply(director.summarize(scope, stage));
  if (summed.ok) return [{ type: 'scene-summarized', scene, summary: summed.value.summary }];
  const standIn = [opening.conflict, ...transcript.slice(-2)].join(' ');
  return [
    { type: 'summary-missing', scene, ...toMissingReply(summed.error) },
    { type: 'scene-summarized', scene, summary: standIn },
  ];
}
