import { expect, test } from 'vitest';
import type { RelationshipFact } from '../state/relationship-facts.js';
import { callsBehindFact } from './calls-behind-fact.js';
import { readCouplePath } from './couple-path.js';

const appraised = {
  type: 'beat-appraised',
  scene: 2,
  beat: 3,
  partner: 'A',
  emotions: {},
  thought: '',
} as unknown as RelationshipFact;
const choice = { type: 'choice-made', scene: 2, beat: 3, partner: 'A' } as RelationshipFact;
const scored = { type: 'commitment-scored', scene: 2, partner: 'B', score: 7, reasoning: '' } as const;
const change = { type: 'couple-changed', scene: 2, fact: 'A.work', to: 'between-jobs' } as const;

test.each([
  [choice, ['scene-2/beat-3/choose']],
  [scored, ['deferred/scene-2/commitment-B']],
  [{ ...change, quote: 'I quit.' }, ['scene-2/assess']],
  [{ ...change, quote: null }, ['scene-2/opening']],
  [{ type: 'scene-ended', scene: 2, ending: 'played' }, []],
] as const)('%o rests on %o', (fact, calls) => {
  expect(callsBehindFact(fact)).toEqual(calls);
  for (const call of calls) expect(readCouplePath(`${call}#0`)).toMatchObject({ scene: 2 });
});

test('an appraisal rests on the call before the move, or on the one after that of the other', () => {
  expect(callsBehindFact(appraised, 'A')).toEqual(['scene-2/beat-3/appraise']);
  expect(callsBehindFact(appraised, 'B')).toEqual(['scene-2/beat-3/partner']);
  expect(callsBehindFact(appraised)).toHaveLength(2);
});
