import { expect, test } from 'vitest';
import { asSentence, capitalized, escapePattern, onOneLine, withoutQuotationMarks } from './prose.js';

test.each([
  ['puts the cup down', 'puts the cup down.'],
  ['Why?', 'Why?'],
  ['says "no."', 'says "no."'],
  ['one\n  two', 'one two.'],
  ['', ''],
])('%j is written as the sentence %j', (text, sentence) => {
  expect(asSentence(text)).toBe(sentence);
});

test.each([
  ['"I am not angry."', 'I am not angry.'],
  ['“I am not', 'I am not'],
  ['„Ich bin nicht böse.“', 'Ich bin nicht böse.'],
  ['says "fine" and goes', 'says "fine" and goes'],
  ['"Fine," she says, "fine."', '"Fine," she says, "fine."'],
])('%s without the marks around it is %s', (quote, bare) => {
  expect(withoutQuotationMarks(quote)).toBe(bare);
});

test('a line stays one line, begins with a capital, and stands as it is within a pattern', () => {
  expect(onOneLine(' two\n\tlines ')).toBe('two lines');
  expect(capitalized('école')).toBe('École');
  expect(new RegExp(`^${escapePattern('Mr. (T) + $1')}$`, 'u').test('Mr. (T) + $1')).toBe(true);
});
