import {
  type Emotions,
  type LongTermMemory,
  type Partner,
  PARTNERS,
  type RelationshipFact,
  type RelationshipState,
  type SceneRecord,
  sceneUnderWay,
} from '@entente/relationship';

/** At most this many moments of a scene are kept for good, those felt most strongly. */
const MOMENTS_KEPT = 3;

/** What each partner will remember of the scene, and the scene's end. */
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

/** A conclusion is kept with the mood it was drawn in. */
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
