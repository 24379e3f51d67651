import type { ByPartner, Character } from '../ports/partners.js';
import type { StorySoFar } from '../ports/scene-director.js';
import { ArcError } from '../relationship-errors.js';
import { type Candidate, withLeast } from './candidates.js';
import { castScenario, type ChosenScenario, openChanges } from './cast-scenario.js';
import { candidatesByState } from './candidates-by-state.js';
import { candidatesOfArc, stepLeftOut } from './candidates-of-arc.js';
import type { SceneMaterial } from './scenario.js';

/** Options of `chooseScenario`. */
export interface ChooseScenarioOptions {
  /** The two, by the letters of the run. */
  readonly partners: ByPartner<Pick<Character, 'name'>>;
  /** Numbers in [0, 1), from the scope of the scene. */
  readonly random: () => number;
}

/**
 * Chooses the scenario of the next scene and gives out its parts.
 *
 * The candidates come from the arc (order `fixed`, see `candidatesOfArc`) or from the state of the relationship (order `by-state`, see
 * `candidatesByState`). Out of them one is drawn among those played least in this run, of the turning points played least, so that nothing
 * repeats before all of it was played. Partner A takes the part of {A}, unless only the other way fits the conditions. Changes that are
 * none any more (moving in for two who live together) are left out of `mayBring` and `brings`.
 * Two who have met only lately and for whom nothing else is left are seeing each other: the scenario brings the stage `dating`.
 * @throws ArcError if there is no such arc, or nothing at all fits
 */
export function chooseScenario(material: SceneMaterial, story: StorySoFar, options: ChooseScenarioOptions): ChosenScenario {
  const chosen = chosenFor(material, story, options);
  if (chosen) return chosen;
  const { couple } = story;
  const later =
    couple.stage === 'acquainted' ? chosenFor(material, { ...story, couple: { ...couple, stage: 'dating' } }, options) : null;
  if (!later) throw new ArcError(nothingFits(story));
  return { ...later, brings: [{ fact: 'stage', to: 'dating' }, ...later.brings] };
}

function chosenFor(
  material: SceneMaterial,
  story: StorySoFar,
  { partners, random }: ChooseScenarioOptions,
): ChosenScenario | null {
  const candidates = story.order === 'fixed' ? candidatesOfArc(material, story) : candidatesByState(material, story, { random });
  const drawn = draw(leastPlayed(candidates, story), random);
  if (!drawn) return null;
  const chosen = castScenario(drawn.scenario, !drawn.ways.includes(false), partners);
  return {
    ...chosen,
    insteadOf: story.order === 'fixed' ? stepLeftOut(material, story, drawn.scenario) : undefined,
    brings: openChanges(chosen.brings, story.couple),
    mayBring: openChanges(chosen.mayBring, story.couple),
  };
}

/** Candidates played least often, and of these the ones whose turning points were played least often. */
function leastPlayed(candidates: readonly Candidate[], { used, turningPoints }: StorySoFar): readonly Candidate[] {
  const fresh = withLeast(candidates, ({ scenario }) => used.filter((id) => id === scenario.id).length);
  return withLeast(fresh, ({ scenario }) => turningPoints.filter((name) => name === scenario.turningPoint).length);
}

/** Draws one; a number is drawn even where there is no choice, so that the order of random numbers stays the same. */
function draw<Item>(items: readonly Item[], random: () => number): Item | undefined {
  return items[Math.floor(random() * items.length)];
}

function nothingFits({ scene, couple }: StorySoFar): string {
  const { bond, stage, living } = couple;
  const facts = [`bond: ${bond}`, `stage: ${stage}`, ...(living === undefined ? [] : [`living: ${living}`])].join(', ');
  return `No scenario fits scene ${scene} (${facts}): add scenarios with fewer conditions for such a couple, or plan fewer scenes.`;
}
