import { settleReply } from '@entente/llm-clients';
import {
  type Cast,
  type CommitmentQuestion,
  type Emotions,
  type LongTermMemory,
  type Partner,
  PARTNERS,
  type RelationshipFact,
  type RelationshipState,
  type SceneRecord,
  sceneUnderWay,
  stageOf,
  toMissingReply,
} from '@entente/relationship';
import { inParallel, type Scope } from '@entente/simulation-core';

/** Maximum number of moments of a scene that a partner keeps for good: those felt most strongly. */
const MOMENTS_KEPT = 3;

/** Judgements to ask for, one for each partner; none if the scene was cut short before its first beat. */
export function judgementsOf(state: RelationshipState): readonly Pick<CommitmentQuestion, 'scene' | 'partner'>[] {
  const scene = sceneUnderWay(state);
  if (!scene || scene.beats.length === 0) return [];
  return PARTNERS.map((partner) => ({ scene: scene.scene, partner }));
}

/** Summarizes the scene for the scenes after it. If the director gives no summary, the last lines of the scene stand in. */
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

/** Lets both partners reflect on the scene, each alone. */
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
    const who = actor === partner ? 'I' : (state.partners?.[actor].name ?? actor);
    const deed = choice === null || choice === 'missing' ? `${who} let the moment pass` : `${who} chose to ${choice.action}`;
    const text = `${capitalized(scene.opening.turningPoint)}: ${deed}. I thought: ${felt.thought}`;
    const origin = { kind: 'beat', scene: scene.scene, beat } as const;
    return [{ id: `scene-${scene.scene}-beat-${beat}`, text, emotions: felt.emotions, origin }];
  });
  const strongest = [...moments].sort((a, b) => strength(b.emotions) - strength(a.emotions)).slice(0, MOMENTS_KEPT);
  return moments.filter((moment) => strongest.includes(moment));
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

function capitalized(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
