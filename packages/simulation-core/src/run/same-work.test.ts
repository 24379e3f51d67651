import { expect, test } from 'vitest';
import { isSameWork } from './same-work.js';

const work = (input: unknown, key = 'a', kind = 'k') => ({ type: 'work-deferred', key, kind, input });

test.each([
  ['copies beside the same reference', work({ power: 'ITALY', diary: ['long'] }), work({ power: 'ITALY' }), true],
  ['another order of keys', work({ b: [1, { x: 1, y: 2 }], a: 1 }), work({ a: 1, b: [1, { y: 2, x: 1 }] }), true],
  ['another reference', work({ power: 'ITALY', diary: [] }), work({ power: 'FRANCE' }), false],
  ['a reference that is not on record', work({ diary: [] }), work({ power: 'ITALY' }), false],
  ['another key', work({ power: 'ITALY' }), work({ power: 'ITALY' }, 'b'), false],
  ['another kind', work({ power: 'ITALY' }), work({ power: 'ITALY' }, 'a', 'l'), false],
  ['another text', work('one'), work('other'), false],
  ['another fact', { type: 'said', key: 'a' }, { type: 'said' }, false],
])('%s', (_name, recorded, now, isSame) => {
  expect(isSameWork(recorded, now)).toBe(isSame);
});
