import { expect, test } from 'vitest';
import { sideDifferences } from './side-differences.js';

test.each([
  ['nothing', [{ model: 'oak' }], [{ model: 'oak' }], []],
  ['one setting', [{ model: 'oak', scenes: '3' }], [{ model: 'oak', scenes: '10' }], ['scenes (3 | 10)']],
  ['a setting of one side only', [{ fork: 'none' }], [{}], ['fork (none | –)']],
  ['several values', [{ c: 'a' }, { c: 'b' }], [{ c: 'a' }], ['c (a, b | a)']],
  ['shares', [{ c: 'a' }, { c: 'a' }, { c: 'b' }], [{ c: 'a' }, { c: 'b' }], ['c (the same, in other shares)']],
  ['no more than the number of runs', [{ c: 'a' }, { c: 'b' }], [{ c: 'a' }, { c: 'a' }, { c: 'b' }, { c: 'b' }], []],
  [
    'parts of a whole that differs',
    [{ couple: 'a', 'couple.stage': 'dating', 'couples.x': '1' }],
    [{ couple: 'b', 'couple.stage': 'married', 'couples.x': '2' }],
    ['couple (a | b)', 'couples.x (1 | 2)'],
  ],
  [
    'parts of a whole that is the same',
    [{ couple: 'a', 'couple.stage': 'dating' }],
    [{ couple: 'a', 'couple.stage': 'married' }],
    ['couple.stage (dating | married)'],
  ],
])('sides that differ in %s', (_what, a, b, expected) => {
  expect(sideDifferences(a, b)).toEqual(expected);
});
