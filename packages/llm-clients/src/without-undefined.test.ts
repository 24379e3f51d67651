import { expect, it } from 'vitest';
import { withoutUndefined } from './without-undefined.js';

it('keeps the names, in order, whose values are not undefined', () => {
  const fields = withoutUndefined({ c: undefined, b: 0, a: null, d: '' });
  expect(Object.entries(fields)).toEqual([
    ['b', 0],
    ['a', null],
    ['d', ''],
  ]);
});
