import { settleReply } from '@entente/llm-clients';
import {
  type BeatAppraised,
  type BeatNarrated,
  type Cast,
  otherPartner,
  type RelationshipFact,
  type RelationshipState,
  type ReplyMissing,
  stageOf,
  toMissingReply,
} from '@entente/relationship';
import type { Scope } from '@entente/simulation-core';

/** Narrates the next beat and decides whose move it is. */
export async function narrateBeat(
  scope: Scope,
  state: RelationshipState,
  beat: number,
  { director, settings }: Cast,
): Promise<readonly (BeatNarrated | ReplyMissing)[]> {
  const stage = stageOf(state);
  const told = await settleReply(director.progress(scope, stage, { offerOptions: settings.choices === 'offered' }));
  if (!told.ok) return [{ type: 'beat-missing', scene: stage.scene, beat, ...toMissingReply(told.error) }];
  return [{ type: 'beat-narrated', scene: stage.scene, beat, ...told.value }];
}

/** Appraises a beat for the one whose move it is (`actor`) or for the one who watches (`partner`). */
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

/** Chooses an action for the one whose move it is: freely, or from the options that the director offered. */
export async function chooseAction(
  scope: Scope,
  state: RelationshipState,
  { scene, beat, actor, question, options }: BeatNarrated,
  felt: readonly RelationshipFact[],
  { actors, settings }: Cast,
): Promise<readonly RelationshipFact[]> {
  const { history } = state.minds[actor];
  const made = { type: 'choice-made', scene, beat, partner: actor } as const;
  if (settings.choices === 'offered') {
    const taken = await settleReply(actors[actor].act(scope, history, { question, options }));
    if (!taken.ok) return [{ type: 'choice-missing', scene, beat, partner: actor, ...toMissingReply(taken.error) }];
    const { option } = taken.value;
    return [{ ...made, action: options.find(({ id }) => id === option)?.action ?? option, option }];
  }
  const appraisal = felt.find((fact) => fact.type === 'beat-appraised') ?? null;
  const chosen = await settleReply(actors[actor].makeChoices(scope, history, appraisal));
  if (!chosen.ok) return [{ type: 'choice-missing', scene, beat, partner: actor, ...toMissingReply(chosen.error) }];
  return [{ ...made, action: chosen.value.action, option: null }];
}
