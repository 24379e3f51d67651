import { settleReply } from '@entente/llm-clients';
import {
  type Appraisal,
  type BeatAppraised,
  type BeatNarrated,
  type Cast,
  otherPartner,
  type Partner,
  PARTNERS,
  perspectiveOf,
  type RelationshipFact,
  type RelationshipState,
  type ReplyMissing,
  sceneUnderWay,
  stageOf,
  toMissingReply,
} from '@entente/relationship';
import type { Scope } from '@entente/simulation-core';

/** Narrates the next beat and decides whose move it is. Without a usable narration the moment goes on untold, and the partners take turns. */
export async function narrateBeat(
  scope: Scope,
  state: RelationshipState,
  beat: number,
  { director, settings }: Cast,
): Promise<readonly (BeatNarrated | ReplyMissing)[]> {
  const stage = stageOf(state);
  const beats = settings.interactionsPerScene;
  const place = { beat, beats, mayAct: mayActOf(state, beats - beat + 1), offerOptions: settings.choices === 'offered' };
  const told = await settleReply(director.progress(scope, stage, place));
  if (!told.ok)
    return [
      { type: 'beat-missing', scene: stage.scene, beat, ...toMissingReply(told.error) },
      { type: 'beat-narrated', scene: stage.scene, beat, ...UNTOLD, actor: nextInTurn(state, place.mayAct, scope) },
    ];
  return [{ type: 'beat-narrated', scene: stage.scene, beat, ...told.value }];
}

/** A beat of which the director told nothing: no narration, no question, no options. */
const UNTOLD = { narrative: '', onlySees: { A: '', B: '' }, question: '', options: [] } as const;

/** The one of those who may move who did not move last; drawn before the first move of the scene. */
function nextInTurn(state: RelationshipState, mayAct: readonly Partner[], scope: Scope): Partner {
  const last = sceneUnderWay(state)?.beats.at(-1)?.actor;
  const waiting = mayAct.filter((partner) => partner !== last);
  const [first, second] = waiting.length > 0 ? waiting : mayAct;
  return second === undefined || scope.random() < 0.5 ? first! : second;
}

/** Partners who may move: those without a move so far, once there are only as many beats left as they need. */
function mayActOf(state: RelationshipState, beatsLeft: number): readonly Partner[] {
  const beats = sceneUnderWay(state)?.beats ?? [];
  const waiting = PARTNERS.filter((partner) => !beats.some(({ actor }) => actor === partner));
  return waiting.length > 0 && waiting.length >= beatsLeft ? waiting : PARTNERS;
}

/** Appraises the moment for the one whose move it is, unless nothing happened since this one appraised the other's last deed. */
export async function appraiseMoment(
  scope: Scope,
  state: RelationshipState,
  { scene, beat, actor, narrative, onlySees }: BeatNarrated,
  cast: Cast,
): Promise<readonly (BeatAppraised | ReplyMissing)[]> {
  const isNews = narrative !== '' || onlySees[actor] !== '';
  if (!isNews && feltAtLastDeed(state, { beat, partner: actor })) return [];
  return appraise(scope, state, { scene, beat, partner: actor }, cast);
}

/** Feeling of a partner at the other's move in the beat before; undefined where it made that move itself or was not appraised. */
function feltAtLastDeed(
  state: RelationshipState,
  { beat, partner }: Pick<BeatAppraised, 'beat' | 'partner'>,
): Appraisal | undefined {
  const before = sceneUnderWay(state)?.beats.find((candidate) => candidate.beat === beat - 1);
  return before?.actor === otherPartner(partner) ? before.appraisals[partner] : undefined;
}

/** Appraises the deed for the other one. */
export async function appraiseDeed(
  scope: Scope,
  state: RelationshipState,
  { scene, beat, actor }: BeatNarrated,
  cast: Cast,
): Promise<readonly (BeatAppraised | ReplyMissing)[]> {
  return cast.settings.partnerAppraisal ? appraise(scope, state, { scene, beat, partner: otherPartner(actor) }, cast) : [];
}

async function appraise(
  scope: Scope,
  state: RelationshipState,
  about: Pick<BeatAppraised, 'scene' | 'beat' | 'partner'>,
  { actors }: Cast,
): Promise<readonly (BeatAppraised | ReplyMissing)[]> {
  const felt = await settleReply(actors[about.partner].appraise(scope, perspectiveOf(state, about.partner)));
  if (!felt.ok) return [{ type: 'appraisal-missing', ...about, ...toMissingReply(felt.error) }];
  const { emotions, thought } = felt.value;
  return [{ type: 'beat-appraised', ...about, emotions, thought }];
}

/** Makes the move of the one whose turn it is: freely, or out of the options that the director offered, and otherwise in the same way. */
export async function chooseAction(
  scope: Scope,
  state: RelationshipState,
  { scene, beat, actor, question, options }: BeatNarrated,
  felt: readonly RelationshipFact[],
  { actors, settings }: Cast,
): Promise<readonly RelationshipFact[]> {
  const history = perspectiveOf(state, actor);
  const move = {
    question,
    appraisal: appraisalIn(felt) ?? (felt.length === 0 ? (feltAtLastDeed(state, { beat, partner: actor }) ?? null) : null),
    isLast: beat === settings.interactionsPerScene,
  };
  const chosen = await settleReply(
    settings.choices === 'offered'
      ? actors[actor].act(scope, history, { ...move, options })
      : actors[actor].makeChoices(scope, history, move),
  );
  if (!chosen.ok) return [{ type: 'choice-missing', scene, beat, partner: actor, ...toMissingReply(chosen.error) }];
  const { deed, words, tone, reason, option } = chosen.value;
  return [{ type: 'choice-made', scene, beat, partner: actor, deed, words, tone, reason, option }];
}

function appraisalIn(felt: readonly RelationshipFact[]): Appraisal | null {
  const fact = felt.find(({ type }) => type === 'beat-appraised');
  return fact?.type === 'beat-appraised' ? { emotions: fact.emotions, thought: fact.thought } : null;
}
