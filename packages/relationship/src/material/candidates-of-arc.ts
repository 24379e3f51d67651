import { suggestName } from '@entente/studies/settings';
import type { StorySoFar } from '../ports/scene-director.js';
import { ArcError } from '../relationship-errors.js';
import { type Candidate, firstCandidates } from './candidates.js';
import { type Arc, type ArcStep, type Scenario, SCENE_CATEGORIES, type SceneMaterial } from './scenario.js';

/**
 * Candidates for the next scene of an arc. If none of the step's scenarios fits, conditions give way in this order, and the first that yields
 * candidates decides:
 *
 * 1. the step's scenarios, without conditions on commitment and states;
 * 2. any scenario of the step's category, with all conditions, then without those on commitment and states;
 * 3. any scenario of another category, the nearest in `SCENE_CATEGORIES` first (of two equally near, the earlier), each in the same two ways.
 *
 * A step that names a category goes all this way with scenarios that were not played yet, before anything repeats; one that names scenarios
 * or a turning point repeats these first. Bonds, facts of the couple and of the two lives, and events that are used up never give way. Parts
 * of a series stand in only where the step names them.
 * @throws ArcError if there is no such arc, or it has no steps
 */
export function candidatesOfArc({ scenarios, arcs }: SceneMaterial, story: StorySoFar): readonly Candidate[] {
  const step = stepOf(arcs, story);
  const named = scenariosOfStep(scenarios, step);
  const categories = 'category' in step ? [step.category] : [...new Set(named.map(({ category }) => category))];
  const standAlone = scenarios.filter(({ series }) => series === undefined);
  const around = byNearness(categories).map((category) => standAlone.filter((scenario) => scenario.category === category));
  const fresh = around.map((pool) => pool.filter(({ id }) => !story.used.includes(id)));
  const pools = 'category' in step ? [...fresh, ...around] : [named, ...fresh, ...around];
  return firstCandidates(pools, story, ['all', 'facts']);
}

/** Scenarios that a step names. */
export function scenariosOfStep(scenarios: readonly Scenario[], step: ArcStep): readonly Scenario[] {
  if ('oneOf' in step) return scenarios.filter(({ id }) => step.oneOf.includes(id));
  const standAlone = scenarios.filter(({ series }) => series === undefined);
  return 'category' in step
    ? standAlone.filter(({ category }) => category === step.category)
    : scenarios.filter(({ turningPoint }) => turningPoint === step.turningPoint);
}

/** The step of an arc at this scene, in words, unless the scenario is one of its own. */
export function stepLeftOut(
  { scenarios, arcs }: SceneMaterial,
  story: StorySoFar,
  { id }: Pick<Scenario, 'id'>,
): string | undefined {
  const step = stepOf(arcs, story);
  if (scenariosOfStep(scenarios, step).some((scenario) => scenario.id === id)) return undefined;
  return 'category' in step ? step.category : 'turningPoint' in step ? step.turningPoint : step.oneOf.join(' or ');
}

/** Scenarios of the arc's step at this scene. @throws ArcError if there is no such arc, or it has no steps */
export function scenariosOfArcAt({ scenarios, arcs }: SceneMaterial, story: StorySoFar): readonly Scenario[] {
  return scenariosOfStep(scenarios, stepOf(arcs, story));
}

function stepOf(arcs: readonly Arc[], { arc: id, scene }: StorySoFar): ArcStep {
  const arc = arcs.find((each) => each.id === id);
  if (!arc)
    throw new ArcError(
      `There is no arc "${id}"; ${suggestName(
        id,
        arcs.map((each) => each.id),
      )}`,
    );
  const step = arc.steps[(scene - 1) % arc.steps.length];
  if (!step) throw new ArcError(`The arc "${id}" has no steps: give it at least one.`);
  return step;
}

/** All categories, nearest first. */
function byNearness(from: readonly Scenario['category'][]): readonly Scenario['category'][] {
  const places = from.map((category) => SCENE_CATEGORIES.indexOf(category));
  const distance = (category: Scenario['category']) =>
    Math.min(...places.map((place) => Math.abs(place - SCENE_CATEGORIES.indexOf(category))));
  return [...SCENE_CATEGORIES].sort((one, other) => distance(one) - distance(other));
}
