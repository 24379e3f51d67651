import { settleReply } from '@entente/llm-clients';
import type { Scope } from '@entente/simulation-core';
import {
  type BeatNarrated,
  type Cast,
  type RelationshipFact,
  type RelationshipState,
  toMissingReply,
} from '@entente/relationship';

/** What the one whose move it is does: freely, or out of the options the director offered. */
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
