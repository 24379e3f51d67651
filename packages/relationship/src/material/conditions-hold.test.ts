import { describe, expect, it } from 'vitest';
import { UNKNOWN_COUPLE, type CoupleFacts, type PartnerLife } from '../state/couple-facts.js';
import { UNKNOWN_RELATION } from '../state/relation-states.js';
import { conditionsHold, type Situation } from './conditions-hold.js';
import type { Conditions, PersonConditions } from './scenario.js';

const UNKNOWN: Situation = {
  couple: UNKNOWN_COUPLE,
  relation: UNKNOWN_RELATION,
  commitment: { A: null, B: null },
  usedUp: [],
  unjudgedFulfils: true,
};

const withCouple = (facts: Partial<CoupleFacts>): Situation => ({ ...UNKNOWN, couple: { ...UNKNOWN_COUPLE, ...facts } });
const scored = (A: number | null, B: number | null): Situation => ({ ...UNKNOWN, commitment: { A, B }, unjudgedFulfils: false });

describe('a condition on the couple', () => {
  it.each<[Conditions, holds: Situation, fails: Situation]>([
    [{ stage: ['dating', 'together'] }, withCouple({ stage: 'dating' }), withCouple({ stage: 'married' })],
    [{ living: ['apart'] }, withCouple({ living: 'apart' }), withCouple({ living: 'together' })],
    [{ children: 'some' }, withCouple({ children: 2 }), withCouple({ children: 0 })],
    [{ children: 'none' }, withCouple({ children: 0 }), withCouple({ children: 1 })],
    [{ months: { min: 12 } }, withCouple({ months: 12 }), withCouple({ months: 11 })],
    [{ months: { max: 12 } }, withCouple({ months: 12 }), withCouple({ months: 13 })],
    [{ commitment: { min: 6 } }, scored(6, 9), scored(9, 5.9)],
    [{ commitment: { max: 4 } }, scored(9, 4), scored(5, 4.1)],
    [{ commitment: { min: 6 } }, { ...UNKNOWN, unjudgedFulfils: true }, scored(null, null)],
    [{ commitment: { max: 4 } }, { ...UNKNOWN, unjudgedFulfils: true }, scored(3, null)],
    [
      { states: { conflict: ['active', 'unresolved'] } },
      { ...UNKNOWN, relation: { ...UNKNOWN_RELATION, conflict: 'active' } },
      { ...UNKNOWN, relation: { ...UNKNOWN_RELATION, conflict: 'none' } },
    ],
    [
      { after: ['first-meeting'] },
      { ...withCouple({ stage: 'strangers' }), usedUp: ['first-meeting'] },
      withCouple({ stage: 'strangers' }),
    ],
  ])('%j', (conditions, holds, fails) => {
    expect(conditionsHold(conditions, holds)).toBe(true);
    expect(conditionsHold(conditions, fails)).toBe(false);
  });

  it('after an event asks nothing of two who have met', () => {
    expect(conditionsHold({ after: ['first-meeting'] }, withCouple({ stage: 'dating' }))).toBe(true);
  });
});

describe.each(['A', 'B'] as const)('a condition on %s', (partner) => {
  it.each<[PersonConditions, holds: PartnerLife, fails: PartnerLife]>([
    [{ age: { min: 58 } }, { age: 58 }, { age: 57 }],
    [{ age: { max: 40 } }, { age: 40 }, { age: 41 }],
    [{ work: ['employed', 'self-employed'] }, { work: 'employed' }, { work: 'retired' }],
    [{ parents: 'some' }, { parents: 'one' }, { parents: 'none' }],
    [{ parents: 'none' }, { parents: 'none' }, { parents: 'both' }],
    [{ grandparents: true }, { grandparents: true }, { grandparents: false }],
    [{ siblings: true }, { siblings: true }, { siblings: false }],
    [{ children: 'none' }, { children: 0 }, { children: 2 }],
    [{ children: 'some' }, { children: 1 }, { children: 0 }],
    [{ pet: true }, { pet: true }, { pet: false }],
  ])('%j', (conditions, holds, fails) => {
    const living = (life: PartnerLife) => withCouple({ lives: { ...UNKNOWN_COUPLE.lives, [partner]: life } });
    expect(conditionsHold({ [partner]: conditions }, living(holds))).toBe(true);
    expect(conditionsHold({ [partner]: conditions }, living(fails))).toBe(false);
    expect(conditionsHold({ [partner]: conditions }, living({})), 'unknown').toBe(true);
  });
});

it('fulfils conditions on everything that is unknown', () => {
  const conditions: Conditions = {
    living: ['apart'],
    children: 'some',
    months: { min: 5 },
    commitment: { min: 6 },
    states: { clarity: ['explicit'], network: ['opposed'] },
    A: { age: { min: 70 }, work: ['retired'] },
  };
  expect(conditionsHold(conditions, UNKNOWN)).toBe(true);
});

it('counts states that no scene has shown as quiet', () => {
  expect(conditionsHold({ states: { conflict: ['none', 'brewing'], breakup: ['none'] } }, UNKNOWN)).toBe(true);
  expect(conditionsHold({ states: { conflict: ['active'] } }, UNKNOWN)).toBe(false);
  expect(conditionsHold({ states: { breakup: ['soft', 'hard'] } }, UNKNOWN)).toBe(false);
  expect(conditionsHold({ states: { breakup: ['soft', 'hard'] } }, { ...UNKNOWN, relation: null })).toBe(true);
});

it('lets those who have met only lately play what strangers and dating couples may', () => {
  const stage = (allowed: Conditions['stage']) =>
    conditionsHold({ stage: allowed }, { ...UNKNOWN, couple: { ...UNKNOWN.couple, stage: 'acquainted' } });
  expect([stage(['strangers', 'dating']), stage(['strangers']), stage(['dating']), stage(['acquainted'])]).toEqual([
    true,
    false,
    false,
    true,
  ]);
});
