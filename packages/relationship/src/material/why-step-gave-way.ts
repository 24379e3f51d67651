import type { StorySoFar } from '../ports/scene-director.js';
import { situationOf } from './candidates.js';
import { scenariosOfArcAt } from './candidates-of-arc.js';
import { castConditions, castKey } from './cast-scenario.js';
import { type ConditionName, failedCondition } from './conditions-hold.js';
import type { Scenario, SceneMaterial } from './scenario.js';

/** Reason why no scenario of an arc's step was played: the condition that most of them fail, or a reason beyond conditions. */
export type StepObstacle =
  | { readonly kind: 'condition'; readonly name: ConditionName; readonly scenario: Scenario }
  /** It is about something that happens once in a life, and has happened. */
  | { readonly kind: 'used-up' }
  /** It is written for another bond, such as friends. */
  | { readonly kind: 'bond' }
  /** Some fit, and were played before; what is new comes first. */
  | { readonly kind: 'played' }
  /** Nothing of the step may be played in this run. */
  | { readonly kind: 'no-scenario' };

/**
 * Finds out why the step of an arc gave way at this scene. Conditions on commitment and states are left out, since they give way first.
 * The condition is that of the parts as they were tried last: with {A} and {B} exchanged where neither way fits.
 * @throws ArcError if there is no such arc, or it has no steps
 */
export function whyStepGaveWay(material: SceneMaterial, story: StorySoFar): StepObstacle {
  const obstacles = scenariosOfArcAt(material, story).map((scenario) => obstacleOf(scenario, story));
  if (obstacles.length === 0) return { kind: 'no-scenario' };
  if (obstacles.includes(undefined)) return { kind: 'played' };
  return mostFrequent(obstacles.filter((obstacle) => obstacle !== undefined));
}

/** Undefined where the scenario fits the facts. */
function obstacleOf(scenario: Scenario, story: StorySoFar): StepObstacle | undefined {
  if (!scenario.bonds.includes(story.couple.bond)) return { kind: 'bond' };
  const situation = situationOf(story, 'facts');
  const ways = [false, true].map((swapped): StepObstacle | undefined => {
    if (scenario.uses.some((event) => story.usedUp.includes(castKey(event, swapped)))) return { kind: 'used-up' };
    const requires = castConditions(scenario.requires, swapped);
    const name = failedCondition(requires, situation);
    return name === undefined ? undefined : { kind: 'condition', name, scenario: { ...scenario, requires } };
  });
  return ways.includes(undefined) ? undefined : ways[1];
}

/** Of equally frequent ones the first. */
function mostFrequent(obstacles: readonly StepObstacle[]): StepObstacle {
  const keyOf = (obstacle: StepObstacle): string => (obstacle.kind === 'condition' ? obstacle.name : obstacle.kind);
  const count = (key: string): number => obstacles.filter((obstacle) => keyOf(obstacle) === key).length;
  return obstacles.reduce((most, next) => (count(keyOf(next)) > count(keyOf(most)) ? next : most));
}
