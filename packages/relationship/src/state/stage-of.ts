import { describeEmotions } from '../memory/emotions.js';
import type { ByPartner, Character, Partner } from './partners.js';
import type { BeatRecord, RelationshipState, SceneRecord } from './relationship-state.js';
import type { CommitmentQuestion, Stage } from '../program/scene-director.js';
import { appendLines } from '../memory/working-memory.js';

/** The scene under way, or undefined between scenes. */
export function sceneUnderWay(state: RelationshipState): SceneRecord | undefined {
  const last = state.scenes.at(-1);
  return last?.ending === 'under-way' ? last : undefined;
}

/** The scene under way as the director sees it. @throws TypeError between scenes */
export function stageOf(state: RelationshipState): Stage {
  const scene = sceneUnderWay(state);
  const { partners } = state;
  if (!scene || !partners) throw new TypeError('There is no scene under way: open one first.');
  return {
    scene: scene.scene,
    story: state.story,
    opening: scene.opening,
    transcript: appendLines([], transcriptOf(scene, partners), state.settings.historyTokens),
  };
}

/** What is asked of the judge about one partner: the scene under way, and what that partner alone felt and thought in it. */
export function commitmentQuestionOf(state: RelationshipState, partner: Partner): CommitmentQuestion {
  const stage = stageOf(state);
  const beats = sceneUnderWay(state)?.beats ?? [];
  const thoughts = beats.flatMap(({ beat, appraisals }) => {
    const appraisal = appraisals[partner];
    return appraisal ? [`Moment ${beat}: ${describeEmotions(appraisal.emotions)}. "${appraisal.thought}"`] : [];
  });
  return { ...stage, partner, thoughts: appendLines([], thoughts, state.settings.historyTokens) };
}

/** A scene told by what both partners could see: narration, and what each did. */
export function transcriptOf(scene: SceneRecord, partners: ByPartner<Character>): readonly string[] {
  return scene.beats.flatMap(({ narrative, actor, choice }) => {
    if (choice === null) return [narrative];
    return [narrative, deedLine(partners[actor].name, choice)];
  });
}

/** What somebody did at a beat, as the others see it. */
export function deedLine(who: string, choice: Exclude<BeatRecord['choice'], null>): string {
  return choice === 'missing' ? `${who}: let the moment pass` : `${who}: ${choice.action}`;
}
