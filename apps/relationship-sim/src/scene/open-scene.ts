import type { Scope } from '@entente/simulation-core';
import { type Cast, nextSceneNumber, type RelationshipFact, type RelationshipState } from '@entente/relationship';

/** The director sets the scene, knowing how those before it ended. */
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
