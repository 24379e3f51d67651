import { commitmentKey, PARTNERS, type RelationshipState, type SceneScope, sceneUnderWay } from '@entente/relationship';

/** Has each partner's commitment judged, unless the scene was cut short before anything happened in it. */
export function deferJudgements(scope: SceneScope, state: RelationshipState): void {
  const scene = sceneUnderWay(state);
  if (!scene || scene.beats.length === 0) return;
  for (const partner of PARTNERS) scope.defer(commitmentKey(scene.scene, partner), 'commitment', { scene: scene.scene, partner });
}
