import type { SceneCategory } from './categories.js';

/** Raw material of a scene. `{A}` and `{B}` stand for the partners' names in every text. */
export interface Scenario {
  readonly id: string;
  readonly category: SceneCategory;
  /** The event the scene turns on; `situation` names it in these very words. */
  readonly turningPoint: string;
  readonly setting: string;
  readonly situation: string;
  /** What pulls the two apart. */
  readonly conflict: string;
}

/** A scenario with the partners' names in the place of every placeholder. */
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
