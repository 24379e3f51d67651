import { expect, it } from 'vitest';
import { UNKNOWN_COUPLE, type CoupleStage } from '../state/couple-facts.js';
import { type RelationStates, UNKNOWN_RELATION } from '../state/relation-states.js';
import { categoryWeights } from './category-weights.js';
import type { SceneCategory } from './scenario.js';

it.each<[string, SceneCategory, { stage?: CoupleStage; states?: Partial<RelationStates>; scores?: readonly [number, number] }]>([
  ['strangers', 'Initial Formation', { stage: 'strangers' }],
  ['two who are dating', 'Relationship Development', { stage: 'dating' }],
  ['an active conflict', 'Conflict & Repair', { states: { conflict: 'active' }, scores: [8, 8] }],
  ['an unresolved conflict', 'Conflict & Repair', { states: { conflict: 'unresolved' } }],
  ['high commitment of both', 'Deepening or Milestones', { scores: [7, 9] }],
  [
    'a repair that succeeded',
    'Deepening or Milestones',
    { states: { repair: 'successful', conflict: 'repaired' }, scores: [5, 6] },
  ],
  ['a soft break-up', 'Transitions or Endings', { states: { breakup: 'soft' } }],
  ['low commitment of one', 'Transitions or Endings', { scores: [9, 3] }],
  ['an ordinary time', 'Challenges or Tests', { scores: [5, 6] }],
  ['two who were never judged', 'Challenges or Tests', {}],
])('weighs most heavily, for %s, %s', (_, category, { stage = 'together', states = {}, scores }) => {
  const weights = categoryWeights({
    couple: { ...UNKNOWN_COUPLE, stage },
    relation: { ...UNKNOWN_RELATION, ...states },
    commitment: { A: scores?.[0] ?? null, B: scores?.[1] ?? null },
  });
  const heaviest = Math.max(...Object.values(weights));
  expect(weights[category]).toBe(heaviest);
  expect(weights['Modern Life']).toBeGreaterThan(0);
});
