import { describeEmotions } from '../memory/emotions.js';
import type { ByPartner, Character, Partner } from '../ports/partners.js';
import type { BeatRecord, RelationshipState, SceneRecord } from './relationship-state.js';
import type { CommitmentQuestion, Stage } from '../ports/scene-director.js';
import { appendLines } from '../memory/working-memory.js';
import { NoSceneError } from '../relationship-errors.js';

/** Number of the next scene to play, from 1. */
export function nextSceneNumber(state: RelationshipState): number {
  return state.scenes.filter(({ ending }) => ending !== 'under-way').length + 1;
}

/** Returns the scene under way, or undefined between scenes. */
export function sceneUnderWay(state: RelationshipState): SceneRecord | undefined {
  const last = state.scenes.at(-1);
  return last?.ending === 'under-way' ? last : undefined;
}

/** Returns the scene under way as the director sees it. @throws NoSceneError between scenes */
export function stageOf(state: RelationshipState): Stage {
  const scene = sceneUnderWay(state);
  const { partners } = state;
  if (!scene || !partners) throw new NoSceneError();
  return {
    scene: scene.scene,
    story: state.story,
    opening: scene.opening,
    transcript: appendLines([], transcriptOf(scene, partners), state.settings.historyTokens),
  };
}

/** Question to the judge about one partner: the scene under way, with the unspoken feelings and thoughts of that partner. */
export function commitmentQuestionOf(state: RelationshipState, partner: Partner): CommitmentQuestion {
  const stage = stageOf(state);
  const beats = sceneUnderWay(state)?.beats ?? [];
  const thoughts = beats.flatMap(({ beat, appraisals }) => {
    const appraisal = appraisals[partner];
    return appraisal ? [`Moment ${beat}: ${describeEmotions(appraisal.emotions)}. "${appraisal.thought}"`] : [];
  });
  return { ...stage, partner, thoughts: appendLines([], thoughts, state.settings.historyTokens) };
}

/** Transcript of a scene as both partners could see it: narration and actions. */
export function transcriptOf(scene: SceneRecord, partners: ByPartner<Character>): readonly string[] {
  return scene.beats.flatMap(({ narrative, actor, choice }) => {
    if (choice === null) return [narrative];
    return [narrative, deedLine(partners[actor].name, choice)];
  });
}

/** Line about an action, as others see it. */
export function deedLine(who: string, choice: Exclude<BeatRecord['choice'], null>): string {
  return choice === 'missing' ? `${who}: let the moment pass` : `${who}: ${choice.action}`;
}
