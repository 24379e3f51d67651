import { settleReply } from '@entente/llm-clients';
import type { Scope } from '@entente/simulation-core';
import {
  type BeatAppraised,
  type BeatNarrated,
  type Cast,
  otherPartner,
  type RelationshipState,
  type ReplyMissing,
  toMissingReply,
} from '@entente/relationship';

/** What the one whose move it is, or the one who watches, feels at a beat. */
export async function appraiseBeat(
  scope: Scope,
  state: RelationshipState,
  { scene, beat, actor }: BeatNarrated,
  role: 'actor' | 'partner',
  { actors, settings }: Cast,
): Promise<readonly (BeatAppraised | ReplyMissing)[]> {
  if (role === 'partner' && !settings.partnerAppraisal) return [];
  const partner = role === 'actor' ? actor : otherPartner(actor);
  const felt = await settleReply(actors[partner].appraise(scope, state.minds[partner].history));
  if (!felt.ok) return [{ type: 'appraisal-missing', scene, beat, partner, ...toMissingReply(felt.error) }];
  return [{ type: 'beat-appraised', scene, beat, partner, emotions: felt.value.emotions, thought: felt.value.thought }];
}
