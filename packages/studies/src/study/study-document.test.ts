import { expect, test } from 'vitest';
import { readStudyDocument } from './study-document.js';

test.each([
  ['a line too far in', 'a: 1\n b: 2\n', 1, 'begin the lines of one mapping in the same column'],
  ['a line too far out', 'a:\n   b: 1\n  c: 2\n', 3, 'begins in another column'],
  ['a colon in a text', 'description: She said: no.\n', 1, 'write a text with a colon in quotes'],
  ['a bracket that is not closed', 'a: [1, 2\nb: 3\n', 2, 'a bracket [ or { of a line before is not closed'],
  ['a quotation mark that is not closed', "a: 'x\nb: 2\n", 3, 'a quotation mark'],
  ['a sign that begins no text', 'a: @x\n', 1, 'write it in quotes'],
  ['a key without colon', 'key\nb: 1\n', 1, 'a key lacks its colon'],
  ['a key twice', 'a: 1\na: 2\n', 2, 'each may come once'],
  ['text behind quotes', 'a: "x" y\n', 1, 'look at indentation, quotes and brackets'],
  ['a reference to nothing', 'a: *x\n', 1, '*x refers to a part that nothing names'],
  ['a tab', '\ta: 1\n', 1, 'a tab indents this line'],
  ['a backslash', 'a: "\\q"\n', 1, 'write it twice'],
  ['lists in lists', '['.repeat(3000), 1, 'nested too deeply'],
])('%s is told in words, with its line', (_what, text, line, message) => {
  expect(() => readStudyDocument(text)).toThrow(expect.objectContaining({ line, message: expect.stringContaining(message) }));
});
