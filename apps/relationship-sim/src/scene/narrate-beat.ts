import { settleReply } from '@entente/llm-clients';
import type { Scope } from '@entente/simulation-core';
import {
  type BeatNarrated,
  type Cast,
  type RelationshipState,
  type ReplyMissing,
  stageOf,
  toMissingReply,
} from '@entente/relationship';

/** What happens next, and whose move it is. */
export async function narrateBeat(
  scope: Scope,
  state: RelationshipState,
  beat: number,
  { director, settings }: Cast,
): Promise<BeatNarrated | (ReplyMissing & { readonly type: 'beat-missing' })> {
  const stage = stageOf(state);
  const told = await settleReply(director.progress(scope, stage, { offerOptions: settings.choices === 'offered' }));
  if (!told.ok) return { type: 'beat-missing', scene: stage.scene, beat, ...toMissingReply(told.error) };
  return { type: 'beat-narrated', scene: stage.scene, beat, ...told.value };
}
