import { settleReply } from '@entente/llm-clients';
import {
  asSentence,
  type BeatRecord,
  type Cast,
  type CommitmentQuestion,
  type Emotions,
  type LongTermMemory,
  nameOfPartner,
  type Partner,
  PARTNERS,
  perspectiveOf,
  type RelationshipFact,
  type RelationshipState,
  type SceneRecord,
  sceneUnderWay,
  type Stage,
  stageOf,
  toMissingReply,
} from '@entente/relationship';
import { inParallel, type Scope } from '@entente/simulation-core';
import { toldFacts } from './open-scene.js';

/** Maximum number of moments of a scene that a partner keeps for good: those felt most strongly. */
const MOMENTS_KEPT = 3;

/** Judgements to ask for, one for each partner; none if the scene was cut short before its first beat. */
export function judgementsOf(state: RelationshipState): readonly Pick<CommitmentQuestion, 'scene' | 'partner'>[] {
  const scene = sceneUnderWay(state);
  if (!scene || scene.beats.length === 0) return [];
  return PARTNERS.map((partner) => ({ scene: scene.scene, partner }));
}

/** Tells what comes of the last move. */
export async function closeScene(
  scope: Scope,
  state: RelationshipState,
  { director, settings }: Cast,
): Promise<readonly RelationshipFact[]> {
  const { scene, beats } = sceneUnderWay(state) ?? {};
  if (!settings.closing || scene === undefined || beats?.length === 0) return [];
  const closed = await settleReply(director.closeScene(scope, stageOf(state)));
  if (!closed.ok) return [{ type: 'closing-missing', scene, ...toMissingReply(closed.error) }];
  const { narrative, onlySees } = closed.value;
  return [{ type: 'scene-closed', scene, narrative, onlySees }];
}

/** Reads off the scene what changed: states of the relationship, facts of the couple, secrets that were told. */
export async function assessScene(
  scope: Scope,
  state: RelationshipState,
  { director }: Cast,
): Promise<readonly RelationshipFact[]> {
  const stage = stageOf(state);
  const { scene } = stage;
  if (sceneUnderWay(state)?.beats.length === 0) return [];
  const assessed = await settleReply(director.assessScene(scope, stage));
  if (!assessed.ok) return [{ type: 'assessment-missing', scene, ...toMissingReply(assessed.error) }];
  const { states, facts, told } = assessed.value;
  return [
    { type: 'relation-assessed', scene, deltas: states },
    ...facts.map(({ fact, to, quote }) => ({ type: 'couple-changed', scene, fact, to, quote }) as const),
    ...toldFacts(state, scene, told),
  ];
}

/** Summarizes the scene for the scenes after it. If the director gives no summary, the last lines of the scene stand in. */
export async function sumUp(scope: Scope, state: RelationshipState, { director }: Cast): Promise<readonly RelationshipFact[]> {
  const stage = stageOf(state);
  const { scene } = stage;
  const summed = await settleReply(director.summarize(scope, stage));
  if (summed.ok) return [{ type: 'scene-summarized', scene, summary: summed.value.summary }];
  const standIn = bareSummary(stage, state);
  return [
    { type: 'summary-missing', scene, ...toMissingReply(summed.error) },
    { type: 'scene-summarized', scene, summary: standIn },
  ];
}

/** Situation and deeds of the scene in a few sentences, for when the director gives no summary. */
function bareSummary({ opening, transcript }: Stage, state: RelationshipState): string {
  const deeds = transcript.flatMap((item) =>
    typeof item === 'string' || item.kind !== 'deed' || item.choice === null
      ? []
      : [`${nameOfPartner(state, item.partner)} ${item.choice.deed}.`],
  );
  return [opening.situation, ...deeds.slice(-2)].join(' ');
}

/** Lets both partners reflect on the scene, each alone. */
export async function lookBack(
  scope: Scope,
  state: RelationshipState,
  { actors, settings }: Cast,
): Promise<readonly RelationshipFact[]> {
  const scene = sceneUnderWay(state);
  if (settings.reflection === 'off' || !scene || scene.beats.length === 0) return [];
  const replies = await inParallel(scope, PARTNERS, (partner, branch) =>
    settleReply(actors[partner].reflect(branch, perspectiveOf(state, partner))),
  );
  return PARTNERS.map((partner): RelationshipFact => {
    const reply = replies[partner];
    const about = { scene: scene.scene, partner };
    if (!reply.ok) return { type: 'reflection-missing', ...about, ...toMissingReply(reply.error) };
    const { reflection, story, ofOther } = reply.value;
    return { type: 'reflection-made', ...about, reflection, story, ofOther };
  });
}

/** Ends the scene: the memories that each partner keeps of it, and the ending itself. */
export function endScene(state: RelationshipState): readonly RelationshipFact[] {
  const scene = sceneUnderWay(state);
  if (!scene) return [];
  const kept = PARTNERS.flatMap((partner): readonly RelationshipFact[] => {
    const memories = [...strongestMoments(state, scene, partner), ...reflectionMemory(state, scene, partner)];
    return memories.length > 0 ? [{ type: 'memories-kept', scene: scene.scene, partner, memories }] : [];
  });
  const ending = scene.beats.length < state.settings.interactionsPerScene ? 'cut-short' : 'played';
  return [...kept, { type: 'scene-ended', scene: scene.scene, ending }];
}

function strongestMoments(state: RelationshipState, scene: SceneRecord, partner: Partner): readonly LongTermMemory[] {
  const moments = scene.beats.flatMap(({ beat, actor, choice, appraisals }) => {
    const felt = appraisals[partner];
    if (!felt) return [];
    const text = [momentText(state, actor, { partner, choice }), felt.thought].filter((part) => part !== '').join(' ');
    const origin = { kind: 'beat', scene: scene.scene, beat } as const;
    return [{ id: `scene-${scene.scene}-beat-${beat}`, text, emotions: felt.emotions, origin }];
  });
  const strongest = [...moments].sort((a, b) => strength(b.emotions) - strength(a.emotions)).slice(0, MOMENTS_KEPT);
  return moments.filter((moment) => strongest.includes(moment));
}

/** A move in memory, in no language but the couple's own: `Jonas: "Not tonight."`, `Jonas puts the cup down.` */
function momentText(
  state: RelationshipState,
  actor: Partner,
  { partner, choice }: { readonly partner: Partner; readonly choice: BeatRecord['choice'] },
): string {
  if (choice === null || choice === 'missing') return '';
  const { deed, words } = choice;
  const name = nameOfPartner(state, actor);
  if (words !== '') return `${name}: "${words}"`;
  return actor === partner ? '' : asSentence(`${name} ${deed}`);
}

/** Keeps a reflection with the mood in which it was made. */
function reflectionMemory(state: RelationshipState, scene: SceneRecord, partner: Partner): readonly LongTermMemory[] {
  const text = scene.reflections[partner];
  if (text === undefined) return [];
  const origin = { kind: 'reflection', scene: scene.scene } as const;
  return [{ id: `scene-${scene.scene}-reflection`, text, emotions: state.minds[partner].mood, origin }];
}

function strength(emotions: Emotions): number {
  return Object.values(emotions).reduce((sum, value) => sum + value ** 2, 0);
}
