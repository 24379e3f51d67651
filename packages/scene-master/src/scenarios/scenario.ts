import { ArcError } from '../scene-master-errors.js';

/** Parts of a relationship that scenes come from, roughly in the order in which couples live them. */
export const SCENE_CATEGORIES = [
  'Initial Formation',
  'Relationship Development',
  'Challenges or Tests',
  'Conflict & Repair',
  'Deepening or Milestones',
  'Modern Life',
  'Transitions or Endings',
] as const;
export type SceneCategory = (typeof SCENE_CATEGORIES)[number];

/** Default arc of a run: one category for each scene. Longer runs repeat it. */
export const TEN_SCENE_ARC: readonly SceneCategory[] = [
  'Relationship Development',
  'Relationship Development',
  'Challenges or Tests',
  'Challenges or Tests',
  'Conflict & Repair',
  'Conflict & Repair',
  'Deepening or Milestones',
  'Deepening or Milestones',
  'Modern Life',
  'Modern Life',
];

/** Raw material of a scene. In every text, `{A}` and `{B}` stand for the partners' names. */
export interface Scenario {
  readonly id: string;
  readonly category: SceneCategory;
  /** Event that the scene turns on; `situation` contains the same words. */
  readonly turningPoint: string;
  readonly setting: string;
  readonly situation: string;
  /** Source of tension between the two. */
  readonly conflict: string;
}

/** Replaces the placeholders of a scenario by the partners' names. */
export function scenarioFor(scenario: Scenario, names: { readonly A: string; readonly B: string }): Scenario {
  const named = (text: string) => text.replace(/\{([AB])\}/g, (_, partner: 'A' | 'B') => names[partner]);
  return {
    ...scenario,
    turningPoint: named(scenario.turningPoint),
    setting: named(scenario.setting),
    situation: named(scenario.situation),
    conflict: named(scenario.conflict),
  };
}

/**
 * Draws a scenario of a category among those used least, so none repeats before all of the category have been used.
 * `random` is a number in [0, 1).
 * @throws ArcError if the category has no scenario
 */
export function drawScenario(
  scenarios: readonly Scenario[],
  category: SceneCategory,
  draw: { readonly used: readonly string[]; readonly random: number },
): Scenario {
  const candidates = scenarios.filter((scenario) => scenario.category === category);
  const timesUsed = (scenario: Scenario) => draw.used.filter((id) => id === scenario.id).length;
  const least = Math.min(...candidates.map(timesUsed));
  const fresh = candidates.filter((scenario) => timesUsed(scenario) === least);
  const drawn = fresh[Math.floor(draw.random * fresh.length)];
  if (!drawn)
    throw new ArcError(`There is no scenario of the category "${category}": add one, or leave the category out of the arc.`);
  return drawn;
}
