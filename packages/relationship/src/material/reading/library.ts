import type { Couple, Persona } from '../couple.js';
import type { Conditions, SceneCategory, SceneMaterial, UNCERTAINTIES } from '../scenario.js';

/** An event that scenes turn on. */
export interface TurningPoint {
  readonly id: string;
  readonly name: string;
  readonly category: SceneCategory;
  readonly uncertainty: (typeof UNCERTAINTIES)[number];
  /** Conditions of all its scenarios. */
  readonly requires: Conditions;
  readonly series?: string | undefined;
}

/** Everything that studies of couples are made from. Each list is in the order of ids as read. */
export interface Library extends SceneMaterial {
  readonly personas: readonly Persona[];
  readonly couples: readonly Couple[];
  readonly turningPoints: readonly TurningPoint[];
}

export const EMPTY_LIBRARY: Library = { personas: [], couples: [], turningPoints: [], scenarios: [], arcs: [] };
