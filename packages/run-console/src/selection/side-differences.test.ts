import { expect, test } from 'vitest';
import { sideDifferences } from './side-differences.js';

test.each([
  ['nothing', [{ model: 'oak' }], [{ model: 'oak' }], []],
  ['one setting', [{ model: 'oak', scenes: '3' }], [{ model: 'oak', scenes: '10' }], ['scenes (3 | 10)']],
  ['a setting of one side only', [{ fork: 'none' }], [{}], ['fork (none | –)']],
  ['several values', [{ c: 'a' }, { c: 'b' }], [{ c: 'a' }], ['c (a, b | a)']],
  ['shares', [{ c: 'a' }, { c: 'a' }, { c: 'b' }], [{ c: 'a' }, { c: 'b' }], ['c (the same, in other shares)']],
  ['no more than the number of runs', [{ c: 'a' }, { c: 'b' }], [{ c: 'a' }, { c: 'a' }, { c: 'b' }, { c: 'b' }], []],
])('sides that differ in %s', (_what, a, b, expected) => {
  expect(sideDifferences(a, b)).toEqual(expected);
});
