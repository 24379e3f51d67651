import { expect, test } from 'vitest';
import { newLinesOf } from './new-lines';

test('lines that stood in the text before are known, all others new', () => {
  expect(newLinesOf('a\nb\nc\nd', 'a\nc')).toEqual([
    { text: 'a', isNew: false },
    { text: 'b', isNew: true },
    { text: 'c', isNew: false },
    { text: 'd', isNew: true },
  ]);
});

test('a line that is repeated more often than before is new', () => {
  expect(newLinesOf('a\na', 'a')).toEqual([
    { text: 'a', isNew: false },
    { text: 'a', isNew: true },
  ]);
});

test('empty lines go with what stands before them, and nothing is lost', () => {
  const text = 'a\n\nb\n\n\nc\n';
  const pieces = newLinesOf(text, 'a\nc');
  expect(pieces.map(({ text }) => text).join('\n')).toBe(text);
  expect(pieces.map(({ isNew }) => isNew)).toEqual([false, true, false]);
});
