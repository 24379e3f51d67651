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
import { assessScene, closeScene, endScene, judgementsOf, lookBack, sumUp } from './scene/end-scene.js';
import { changeSettings, eventsOf, giveContext, introduceCouple, openScene } from './scene/open-scene.js';
import { appraiseDeed, appraiseMoment, chooseAction, narrateBeat } from './scene/play-beat.js';
import { appraisePast, recallMemories } from './scene/recall-memories.js';

/**
 * Plays one scene. The functions of `scene/` ask and return facts; only this list records them, in its own order, so that no prompt depends
 * on which reply came first. Work that nothing waits for runs beside the narration.
 */
export async function playScene(scope: SceneScope, before: RelationshipState, cast: Cast): Promise<void> {
  const scene = nextSceneNumber(before);
  const beats = cast.settings.interactionsPerScene;
  const record = (facts: readonly RelationshipFact[]): void => facts.forEach((fact) => scope.record(fact));
  const { past, opening, context, closing, assess, summary, reflections } = SCENE_SCOPES;

  record(scene === 1 ? introduceCouple(cast) : changeSettings(scope.state, scene, cast));
  record(eventsOf(scope.state, scene, cast));
  const remembered = later(scope, past, (branch) => appraisePast(branch, scene, cast)); // beside the opening, before the first scene
  const opened = await openScene(scope.child(opening), scope.state, cast);
  record(await remembered.join());
  record(opened);

  const stage = scope.state;
  const secrets = later(scope, context, (branch) => giveContext(branch, stage, cast)); // beside the first narration
  let watched: { join(): Promise<readonly RelationshipFact[]> } | undefined;

  for (let beat = 1; beat <= beats; beat++) {
    const moment = scope.child(beatScope(beat));
    const before = scope.state;
    const recalled = later(moment, BEAT_SCOPES.recall, (branch) => recallMemories(branch, before, beat, cast)); // beside the narration
    const told = await narrateBeat(moment.child(BEAT_SCOPES.progress), before, beat, cast);
    if (beat === 1) record(await secrets.join());
    record([...((await watched?.join()) ?? []), ...(await recalled.join()), ...told]);
    watched = undefined;
    const narrated = told.find((fact) => fact.type === 'beat-narrated')!;

    const felt = await appraiseMoment(moment.child(BEAT_SCOPES.appraise), scope.state, narrated, cast);
    record(felt);
    record(await chooseAction(moment.child(BEAT_SCOPES.choose), scope.state, narrated, felt, cast));
    const done = scope.state;
    watched = later(moment, BEAT_SCOPES.partner, (branch) => appraiseDeed(branch, done, narrated, cast)); // beside what follows
  }

  const last = scope.state;
  const closed = await closeScene(scope.child(closing), last, cast);
  record([...((await watched?.join()) ?? []), ...closed]);

  const played = scope.state;
  for (const asked of judgementsOf(played)) scope.defer(commitmentKey(asked.scene, asked.partner), 'commitment', asked); // beside the scenes to come
  const assessed = later(scope, assess, (branch) => assessScene(branch, played, cast)); // beside the summary
  const lookedBack = later(scope, reflections, (branch) => lookBack(branch, played, cast)); // likewise
  record(await sumUp(scope.child(summary), played, cast));
  record([...(await assessed.join()), ...(await lookedBack.join())]);
  record(endScene(scope.state));
}
