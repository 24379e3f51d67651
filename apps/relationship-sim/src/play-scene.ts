import {
  BEAT_SCOPES,
  beatScope,
  type Cast,
  commitmentKey,
  nextSceneNumber,
  type RelationshipFact,
  type RelationshipState,
  SCENE_SCOPES,
  type SceneScope,
} from '@entente/relationship';
import { later } from '@entente/simulation-core';
import { endScene, judgementsOf, lookBack, sumUp } from './scene/end-scene.js';
import { giveContext, introduceCouple, openScene } from './scene/open-scene.js';
import { appraiseBeat, chooseAction, narrateBeat } from './scene/play-beat.js';
import { appraisePast, recallMemories } from './scene/recall-memories.js';

/**
 * Plays one scene. The functions of `scene/` ask and return facts; only this list records them, in its own order, so that no prompt depends
 * on which reply came first. Work that nothing waits for runs beside the narration.
 */
export async function playScene(scope: SceneScope, before: RelationshipState, cast: Cast): Promise<void> {
  const scene = nextSceneNumber(before);
  const record = (facts: readonly RelationshipFact[]): void => facts.forEach((fact) => scope.record(fact));
  const { past, opening, context, recall, summary, reflections } = SCENE_SCOPES;

  if (scene === 1) record(introduceCouple(cast));
  const remembered = later(scope, past, (branch) => appraisePast(branch, scene, cast)); // beside the opening, before the first scene
  const opened = await openScene(scope.child(opening), before, cast);
  record(await remembered.join());
  record(opened);

  const stage = scope.state;
  const secrets = later(scope, context, (branch) => giveContext(branch, stage, cast)); // beside the first narration
  const recalled = later(scope, recall, (branch) => recallMemories(branch, stage, cast)); // likewise

  for (let beat = 1; beat <= cast.settings.interactionsPerScene; beat++) {
    const moment = scope.child(beatScope(beat));
    const told = await narrateBeat(moment.child(BEAT_SCOPES.progress), scope.state, beat, cast);
    if (beat === 1) record([...(await secrets.join()), ...(await recalled.join())]);
    record(told);
    const narrated = told.find((fact) => fact.type === 'beat-narrated');
    if (!narrated) break;

    const seen = scope.state;
    const felt = await appraiseBeat(moment.child(BEAT_SCOPES.appraise), seen, narrated, 'actor', cast);
    const watched = later(moment, BEAT_SCOPES.partner, (branch) => appraiseBeat(branch, seen, narrated, 'partner', cast)); // beside the choice
    const chosen = await chooseAction(moment.child(BEAT_SCOPES.choose), seen, narrated, felt, cast);
    record([...felt, ...(await watched.join()), ...chosen]);
  }

  const played = scope.state;
  for (const asked of judgementsOf(played)) scope.defer(commitmentKey(asked.scene, asked.partner), 'commitment', asked); // beside the scenes to come
  const lookedBack = later(scope, reflections, (branch) => lookBack(branch, played, cast)); // beside the summary
  record(await sumUp(scope.child(summary), played, cast));
  record(await lookedBack.join());
  record(endScene(scope.state));
}
