import { settleReply } from '@entente/llm-clients';
import {
  byPartner,
  type Cast,
  nextSceneNumber,
  type RelationshipFact,
  type RelationshipState,
  stageOf,
  toMissingReply,
} from '@entente/relationship';
import type { Scope } from '@entente/simulation-core';

/** Introduces the couple and the settings, before the first scene. */
export function introduceCouple({ actors, settings }: Cast): readonly RelationshipFact[] {
  const partners = byPartner((partner) => {
    const { name, persona, goal } = actors[partner];
    return goal === undefined ? { name, persona } : { name, persona, goal };
  });
  return [{ type: 'couple-introduced', partners, settings }];
}

/** Opens a scene: the director sets it, knowing how the scenes before it ended. */
export async function openScene(
  scope: Scope,
  state: RelationshipState,
  { director }: Cast,
): Promise<readonly RelationshipFact[]> {
  const scene = nextSceneNumber(state);
  const used = state.scenes.map(({ opening }) => opening.scenario);
  const opening =
    scene === 1 ? await director.initialize(scope) : await director.nextScene(scope, { scene, story: state.story, used });
  const opened: RelationshipFact = { type: 'scene-opened', scene, opening };
  return opening.defaulted ? [{ type: 'opening-missing', scene, ...opening.defaulted }, opened] : [opened];
}

/** Gives each partner a private matter to bring into the scene. */
export async function giveContext(
  scope: Scope,
  state: RelationshipState,
  { director, settings }: Cast,
): Promise<readonly RelationshipFact[]> {
  if (!settings.context) return [];
  const stage = stageOf(state);
  const contexts = await settleReply(director.generateContext(scope, stage));
  if (!contexts.ok) return [{ type: 'context-missing', scene: stage.scene, ...toMissingReply(contexts.error) }];
  return [{ type: 'context-generated', scene: stage.scene, contexts: contexts.value }];
}
