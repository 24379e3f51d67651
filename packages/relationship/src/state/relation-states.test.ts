import { expect, test } from 'vitest';
import {
  applyRelationDeltas,
  hasBrokenUp,
  isRelationValue,
  RELATION_STATE_NAMES,
  RELATION_STATES,
  type RelationDelta,
  UNKNOWN_RELATION,
} from './relation-states.js';

const delta = (state: RelationDelta['state'], to: string): RelationDelta => ({ state, to, quote: 'q' });

test('each of the eight states takes each of its values, and nothing else', () => {
  expect(RELATION_STATE_NAMES).toHaveLength(8);
  for (const name of RELATION_STATE_NAMES) {
    for (const value of RELATION_STATES[name])
      expect(applyRelationDeltas(UNKNOWN_RELATION, [delta(name, value)])).toEqual({ ...UNKNOWN_RELATION, [name]: value });
    for (const wrong of ['', 'unknown', 'splendid']) {
      expect(isRelationValue(name, wrong)).toBe(false);
      expect(applyRelationDeltas(UNKNOWN_RELATION, [delta(name, wrong)])).toEqual(UNKNOWN_RELATION);
    }
  }
});

test('of several changes of one state the last stands, and states that no change names stay', () => {
  const quarrel = applyRelationDeltas(UNKNOWN_RELATION, [delta('conflict', 'active'), delta('alternatives', 'hot')]);
  expect(applyRelationDeltas(quarrel, [delta('conflict', 'unresolved'), delta('conflict', 'repaired')])).toEqual({
    ...UNKNOWN_RELATION,
    ...{ conflict: 'repaired', alternatives: 'hot' },
  });
});

test.each([
  ['unknown', false],
  ['none', false],
  ['soft', false],
  ['hard', true],
] as const)('a break-up of kind %s ends it: %s', (breakup, over) => {
  expect(hasBrokenUp({ ...UNKNOWN_RELATION, breakup })).toBe(over);
});
