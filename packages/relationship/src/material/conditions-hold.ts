import { PARTNERS } from '../ports/partners.js';
import type { StorySoFar } from '../ports/scene-director.js';
import type { PartnerLife } from '../state/couple-facts.js';
import { RELATION_STATE_NAMES } from '../state/relation-states.js';
import type { Conditions, PersonConditions, Range } from './scenario.js';

/** Facts, states and scores that conditions are checked against. */
export interface Situation extends Pick<StorySoFar, 'couple' | 'relation' | 'commitment' | 'usedUp'> {
  /** Whether a commitment that was not judged yet fulfils conditions on it. */
  readonly unjudgedFulfils: boolean;
}

/**
 * Returns whether all conditions hold. A fact or a state that is unknown fulfils a condition on it; a commitment that was not judged yet does
 * so only with `unjudgedFulfils`.
 */
export function conditionsHold(
  conditions: Conditions,
  { couple, relation, commitment, usedUp, unjudgedFulfils }: Situation,
): boolean {
  return (
    isOneOf(couple.stage, conditions.stage) &&
    isOneOf(couple.living, conditions.living) &&
    areChildren(couple.children, conditions.children) &&
    isWithin(couple.months, conditions.months) &&
    (couple.stage !== 'strangers' || hasHappened(usedUp, conditions.after)) &&
    isCommitted(commitment, conditions.commitment, unjudgedFulfils) &&
    (conditions.states === undefined || statesHold(relation, conditions.states)) &&
    PARTNERS.every((partner) => personFits(couple.lives[partner], conditions[partner] ?? {}))
  );
}

function statesHold(relation: Situation['relation'], states: NonNullable<Conditions['states']>): boolean {
  return RELATION_STATE_NAMES.every((name) => relation[name] === 'unknown' || isOneOf(relation[name], states[name]));
}

function personFits(life: PartnerLife, { age, work, parents, grandparents, siblings, children, pet }: PersonConditions): boolean {
  return (
    isWithin(life.age, age) &&
    isOneOf(life.work, work) &&
    isEqual(life.parents === undefined ? undefined : life.parents === 'none' ? 'none' : 'some', parents) &&
    isEqual(life.grandparents, grandparents) &&
    isEqual(life.siblings, siblings) &&
    areChildren(life.children, children) &&
    isEqual(life.pet, pet)
  );
}

/** `min` holds for both partners, `max` for the lower of the two. */
function isCommitted({ A, B }: Situation['commitment'], { min, max }: Range = {}, unjudgedFulfils: boolean): boolean {
  const scores = [A, B].filter((score) => score !== null);
  if (min === undefined && max === undefined) return true;
  if (scores.length < 2 && !unjudgedFulfils) return false;
  const least = Math.min(...scores);
  return scores.length === 0 || isWithin(least, { min, max });
}

function hasHappened(usedUp: readonly string[], after: readonly string[] | undefined): boolean {
  return after === undefined || after.some((event) => usedUp.includes(event));
}

function isOneOf<Value>(value: Value | undefined, allowed: readonly Value[] | undefined): boolean {
  return value === undefined || allowed === undefined || allowed.includes(value);
}

function isEqual<Value>(value: Value | undefined, wanted: Value | undefined): boolean {
  return value === undefined || wanted === undefined || value === wanted;
}

function isWithin(value: number | undefined, { min = -Infinity, max = Infinity }: Range = {}): boolean {
  return value === undefined || (value >= min && value <= max);
}

function areChildren(count: number | undefined, wanted: 'none' | 'some' | undefined): boolean {
  return isEqual(count === undefined ? undefined : count > 0 ? 'some' : 'none', wanted);
}
