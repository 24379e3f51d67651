import { later } from '@entente/simulation-core';
import {
  type Cast,
  nextSceneNumber,
  type RelationshipFact,
  type RelationshipState,
  type SceneScope,
} from '@entente/relationship';
import { appraiseBeat } from './scene/appraise-beat.js';
import { appraisePast } from './scene/appraise-past.js';
import { chooseAction } from './scene/choose-action.js';
import { deferJudgements } from './scene/defer-judgements.js';
import { endScene } from './scene/end-scene.js';
import { giveContext } from './scene/give-context.js';
import { introduceCouple } from './scene/introduce-couple.js';
import { lookBack } from './scene/look-back.js';
import { narrateBeat } from './scene/narrate-beat.js';
import { openScene } from './scene/open-scene.js';
import { recallMemories } from './scene/recall-memories.js';
import { sumUp } from './scene/sum-up.js';

/**
 * What happens in a scene. Work that nothing waits for runs beside the narration; facts are recorded in the order of
 * this list, so what a prompt sees never depends on what came back first.
 */
export async function playScene(scope: SceneScope, before: RelationshipState, cast: Cast): Promise<void> {
  const scene = nextSceneNumber(before);
  const record = (facts: readonly RelationshipFact[]): void => facts.forEach((fact) => scope.record(fact));

  if (scene === 1) record(introduceCouple(cast));
  const past = later(scope, 'past', (branch) => appraisePast(branch, scene, cast)); // beside the opening, before the first scene
  const opening = await openScene(scope.child('opening'), before, cast);
  record(await past.join());
  record(opening);

  const opened = scope.state;
  const context = later(scope, 'context', (branch) => giveContext(branch, opened, cast)); // beside the first narration
  const recall = later(scope, 'recall', (branch) => recallMemories(branch, opened, cast)); // likewise

  for (let beat = 1; beat <= cast.settings.interactionsPerScene; beat++) {
    const moment = scope.child(`beat-${beat}`);
    const narrated = await narrateBeat(moment.child('progress'), scope.state, beat, cast);
    if (beat === 1) record([...(await context.join()), ...(await recall.join())]);
    record([narrated]);
    if (narrated.type === 'beat-missing') break;

    const seen = scope.state;
    const felt = await appraiseBeat(moment.child('appraise'), seen, narrated, 'actor', cast);
    const watched = later(moment, 'partner', (branch) => appraiseBeat(branch, seen, narrated, 'partner', cast)); // beside the choice
    const chosen = await chooseAction(moment.child('choose'), seen, narrated, felt, cast);
    record([...felt, ...(await watched.join()), ...chosen]);
  }

  const played = scope.state;
  deferJudgements(scope, played); // beside the scenes to come
  const reflections = later(scope, 'reflections', (branch) => lookBack(branch, played, cast)); // beside the summary
  record(await sumUp(scope.child('summary'), played, cast));
  record(await reflections.join());
  record(endScene(scope.state));
}
