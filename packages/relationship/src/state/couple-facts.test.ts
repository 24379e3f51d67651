import { expect, test } from 'vitest';
import { applyCoupleChange, CHANGEABLE_FACTS, type CoupleFacts, UNKNOWN_COUPLE } from './couple-facts.js';

const couple: CoupleFacts = {
  ...UNKNOWN_COUPLE,
  lives: { A: { work: 'employed', grandparents: true }, B: { parents: 'both' } },
};

test.each([
  ['stage', 'engaged', { stage: 'engaged' }],
  ['living', 'together', { living: 'together' }],
  ['children', '+1', { children: 1 }],
  ['children', '2', { children: 2 }],
  ['A.work', 'between-jobs', { lives: { A: { work: 'between-jobs', grandparents: true } } }],
  ['A.grandparents', 'false', { lives: { A: { work: 'employed', grandparents: false } } }],
  ['B.parents', 'one', { lives: { B: { parents: 'one' } } }],
  ['B.pet', 'true', { lives: { B: { parents: 'both', pet: true } } }],
] as const)('%s becomes %s', (fact, to, expected) => {
  expect(applyCoupleChange(couple, { fact, to })).toMatchObject(expected);
});

test('a second child is one more', () => {
  expect(applyCoupleChange({ ...couple, children: 1 }, { fact: 'children', to: '+1' }).children).toBe(2);
});

test.each([
  ['stage', 'blissful'],
  ['living', ''],
  ['children', 'many'],
  ['children', ''],
  ['children', '-1'],
  ['A.work', 'sometimes'],
  ['B.pet', 'perhaps'],
  ['A.grandparents', ''],
] as const)('%s cannot become %j', (fact, to) => {
  expect(applyCoupleChange(couple, { fact, to })).toEqual(couple);
});

test('every changeable fact can be changed, and the facts before it stay as they were', () => {
  const before = JSON.stringify(couple);
  const values: Record<string, string> = {
    stage: 'married',
    living: 'apart',
    children: '3',
    work: 'retired',
    parents: 'none',
    grandparents: 'false',
    pet: 'true',
  };
  for (const fact of CHANGEABLE_FACTS)
    expect(applyCoupleChange(couple, { fact, to: values[fact.split('.').at(-1)!]! }), fact).not.toEqual(couple);
  expect(JSON.stringify(couple)).toBe(before);
});
