import type { Bond, CoupleChange, CoupleStage, Living, Work } from '../state/couple-facts.js';
import type { RelationStateName } from '../state/relation-states.js';

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

/** Subjects of doubt at a turning point. */
export const UNCERTAINTIES = ['relationship', 'self', 'partner'] as const;

export interface Range {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

/** Conditions on one person. */
export interface PersonConditions {
  /** Years. */
  readonly age?: Range | undefined;
  readonly work?: readonly Work[] | undefined;
  readonly parents?: 'some' | 'none' | undefined;
  readonly grandparents?: boolean | undefined;
  readonly siblings?: boolean | undefined;
  readonly children?: 'none' | 'some' | undefined;
  readonly pet?: boolean | undefined;
}

/** Conditions under which a scenario may be played. An unknown fact fulfils a condition. */
export interface Conditions {
  readonly stage?: readonly CoupleStage[] | undefined;
  readonly living?: readonly Living[] | undefined;
  readonly children?: 'none' | 'some' | undefined;
  readonly months?: Range | undefined;
  /** Newest scores, 0 to 10: `min` for both partners, `max` for the lower of the two. */
  readonly commitment?: Range | undefined;
  /** Events of a life, of which one has happened in this run; fulfilled by any two who are no longer strangers. */
  readonly after?: readonly string[] | undefined;
  readonly states?: { readonly [Name in RelationStateName]?: readonly string[] | undefined } | undefined;
  readonly A?: PersonConditions | undefined;
  readonly B?: PersonConditions | undefined;
}

/** Raw material of a scene. In every text, `{A}` and `{B}` stand for the partners' names. */
export interface Scenario {
  readonly id: string;
  readonly category: SceneCategory;
  /** Event that the scene turns on; the situation contains the same words. */
  readonly turningPoint: string;
  readonly uncertainty: (typeof UNCERTAINTIES)[number];
  /** Place or occasion; the setting contains the same words. */
  readonly context: string;
  readonly tone: string;
  readonly setting: string;
  /** Part that both see. */
  readonly situation: string;
  /** Part that `{A}` alone knows; empty for nothing. */
  readonly onlyA: string;
  readonly onlyB: string;
  /** Source of tension between the two; for the director and the judges alone. */
  readonly conflict: string;
  readonly requires: Conditions;
  /** Events that happen only once in a life: `A.grandparent`, `wedding`. */
  readonly uses: readonly string[];
  readonly brings: readonly CoupleChange[];
  readonly mayBring: readonly CoupleChange[];
  readonly bonds: readonly Bond[];
  /** Series that the scenario is a part of. It is played only where an arc names it by its id, since it may build on other parts. */
  readonly series?: string | undefined;
}

/** One scene of an arc: any scenario of a category, of a turning point by its name, or one of several by their ids. */
export type ArcStep =
  { readonly category: SceneCategory } | { readonly turningPoint: string } | { readonly oneOf: readonly string[] };

/** Order of scenes; a longer run repeats it. */
export interface Arc {
  readonly id: string;
  readonly title: string;
  readonly about?: string | undefined;
  readonly steps: readonly ArcStep[];
}

/** Everything that scenes are made from. */
export interface SceneMaterial {
  readonly scenarios: readonly Scenario[];
  readonly arcs: readonly Arc[];
}
