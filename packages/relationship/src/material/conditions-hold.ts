import { PARTNERS } from '../ports/partners.js';
import type { StorySoFar } from '../ports/scene-director.js';
import type { CoupleStage, PartnerLife } from '../state/couple-facts.js';
import { RELATION_STATE_NAMES, type RelationStateName, type RelationStates } from '../state/relation-states.js';
import type { Conditions, PersonConditions, Range } from './scenario.js';

/** Facts, states and scores that conditions are checked against. */
export interface Situation extends Pick<StorySoFar, 'couple' | 'commitment' | 'usedUp'> {
  /** Null where conditions on states do not count. */
  readonly relation: RelationStates | null;
  /** Whether a commitment that was not judged yet fulfils conditions on it. */
  readonly unjudgedFulfils: boolean;
}

/**
 * Returns whether all conditions hold. A fact that is unknown fulfils a condition on it, and states that no scene has shown yet count as quiet.
 * A commitment that was not judged yet fulfils a condition only with `unjudgedFulfils`.
 */
export function conditionsHold(conditions: Conditions, situation: Situation): boolean {
  return failedCondition(conditions, situation) === undefined;
}

/** Name of a condition: that of its field, after the letter of the partner where it is on one person. */
export type ConditionName = Exclude<keyof Conditions, 'A' | 'B'> | `${'A' | 'B'}.${keyof PersonConditions}`;

/** The first condition that does not hold, as in `conditionsHold`; undefined if all do. */
export function failedCondition(
  conditions: Conditions,
  { couple, relation, commitment, usedUp, unjudgedFulfils }: Situation,
): ConditionName | undefined {
  if (!stageFits(couple.stage, conditions.stage)) return 'stage';
  if (!isOneOf(couple.living, conditions.living)) return 'living';
  if (!areChildren(couple.children, conditions.children)) return 'children';
  if (!isWithin(couple.months, conditions.months)) return 'months';
  if (haveJustMet(couple.stage) && !hasHappened(usedUp, conditions.after)) return 'after';
  if (!isCommitted(commitment, conditions.commitment, unjudgedFulfils)) return 'commitment';
  if (relation !== null && conditions.states !== undefined && !statesHold(relation, conditions.states)) return 'states';
  for (const partner of PARTNERS) {
    const failed = failedOfPerson(couple.lives[partner], conditions[partner] ?? {});
    if (failed !== undefined) return `${partner}.${failed}`;
  }
  return undefined;
}

/** Stages that fit. Two who have met only lately may play whatever strangers as well as dating couples may. */
function stageFits(stage: CoupleStage, allowed: Conditions['stage']): boolean {
  if (isOneOf(stage, allowed)) return true;
  return stage === 'acquainted' && allowed !== undefined && allowed.includes('strangers') && allowed.includes('dating');
}

function haveJustMet(stage: CoupleStage): boolean {
  return stage === 'strangers' || stage === 'acquainted';
}

function statesHold(relation: RelationStates, states: NonNullable<Conditions['states']>): boolean {
  return RELATION_STATE_NAMES.every((name) => isOneOf(relation[name] === 'unknown' ? CALM[name] : relation[name], states[name]));
}

/** Values of states that no scene has shown yet: all quiet. The others are unknown until then, and fulfil a condition. */
const CALM: { readonly [Name in RelationStateName]?: string } = {
  conflict: 'none',
  repair: 'none',
  alternatives: 'quiet',
  transition: 'none',
  breakup: 'none',
};

function failedOfPerson(life: PartnerLife, conditions: PersonConditions): keyof PersonConditions | undefined {
  const { age, work, parents, grandparents, siblings, children, pet } = conditions;
  if (!isWithin(life.age, age)) return 'age';
  if (!isOneOf(life.work, work)) return 'work';
  if (!isEqual(life.parents === undefined ? undefined : life.parents === 'none' ? 'none' : 'some', parents)) return 'parents';
  if (!isEqual(life.grandparents, grandparents)) return 'grandparents';
  if (!isEqual(life.siblings, siblings)) return 'siblings';
  if (!areChildren(life.children, children)) return 'children';
  return isEqual(life.pet, pet) ? undefined : 'pet';
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
