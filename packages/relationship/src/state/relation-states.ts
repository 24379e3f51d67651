import { z } from 'zod';

/**
 * Eight states of a relationship that one can read off a scene, each with its values, calmest first. Source of names and values: the
 * RELATE-Sim paper (arXiv 2510.00414).
 */
export const RELATION_STATES = {
  conflict: ['none', 'brewing', 'active', 'unresolved', 'repaired'],
  repair: ['none', 'attempted', 'successful', 'failed'],
  clarity: ['unclear', 'tacit', 'explicit'],
  constraints: ['none', 'emerging', 'accrued'],
  alternatives: ['quiet', 'salient', 'hot'],
  transition: ['none', 'upcoming', 'underway'],
  network: ['supportive', 'neutral', 'opposed', 'mixed'],
  breakup: ['none', 'soft', 'hard'],
} as const;

export type RelationStateName = keyof typeof RELATION_STATES;
export const RELATION_STATE_NAMES = Object.keys(RELATION_STATES) as readonly RelationStateName[];

/** Value of each state; `unknown` until a scene showed it. */
export type RelationStates = { readonly [Name in RelationStateName]: (typeof RELATION_STATES)[Name][number] | 'unknown' };

/** Change of one state by a scene, with the words of the transcript that show it. */
export interface RelationDelta {
  readonly state: RelationStateName;
  readonly to: string;
  /** Words of the transcript, verbatim. */
  readonly quote: string;
}

export const UNKNOWN_RELATION = Object.fromEntries(RELATION_STATE_NAMES.map((name) => [name, 'unknown'])) as RelationStates;

export const relationDeltaSchema: z.ZodType<RelationDelta> = z.object({
  state: z.enum(RELATION_STATE_NAMES as readonly [RelationStateName, ...RelationStateName[]]),
  to: z.string(),
  quote: z.string(),
});

/** Whether a value is one of a state's. */
export function isRelationValue(state: RelationStateName, value: string): boolean {
  return (RELATION_STATES[state] as readonly string[]).includes(value);
}

/** Returns the states after deltas; a value that the state does not have changes nothing. */
export function applyRelationDeltas(states: RelationStates, deltas: readonly RelationDelta[]): RelationStates {
  const changed = deltas.filter(({ state, to }) => isRelationValue(state, to)).map(({ state, to }) => [state, to] as const);
  return { ...states, ...Object.fromEntries(changed) };
}

/** Whether a scene showed that one of the two has ended it. */
export function hasBrokenUp({ breakup }: RelationStates): boolean {
  return breakup === 'hard';
}
