import { expect, test } from 'vitest';
import { lineAfterKey } from './line-after-key';

test.each([
  ['ArrowDown', undefined, 0],
  ['ArrowDown', 0, 1],
  ['ArrowDown', 99, 99],
  ['ArrowUp', 0, 0],
  ['PageDown', 95, 99],
  ['PageUp', 30, 20],
  ['Home', 50, 0],
  ['End', undefined, 99],
  ['x', 5, undefined],
])('%s from line %s goes to %s', (key, current, line) => {
  expect(lineAfterKey(key, { current, lines: 100, page: 10 })).toBe(line);
});

test('an empty list has no line to go to', () => {
  expect(lineAfterKey('End', { current: undefined, lines: 0, page: 10 })).toBeUndefined();
});
