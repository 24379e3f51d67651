import { expect, test } from 'vitest';
import { excerptOf, mayFit, parseSearch } from './search-query.js';

const found = (words: string, text: string) => {
  const query = parseSearch(words);
  const excerpt = query && mayFit(query, JSON.stringify(text)) ? excerptOf(query, text) : undefined;
  return excerpt?.matches.map(([from, to]) => excerpt.text.slice(from, to));
};

test.each([
  ['LETTER', 'A letter, and a Letterbox.', ['letter', 'Letter']],
  ['eleonore', 'Éléonore asks Eleonore.', ['Éléonore', 'Eleonore']],
  ['Éléonore', 'eleonore', ['eleonore']],
  ['letter bank', 'From the bank: a letter.', ['bank', 'letter']],
  ['"the letter"', 'the bank and the letter', ['the letter']],
  ['"the letter"', 'the bank, letter', undefined],
  ['said "no"', 'She said "no" twice.', ['said', 'no']],
  ['…', 'Well…', ['…']],
  ['letter', 'nothing of it', undefined],
])('%s in %s', (words, text, matches) => expect(found(words, text)).toEqual(matches));

test('a long text is cut around its first match, and matches keep their places', () => {
  const excerpt = excerptOf(parseSearch('letter')!, `${'word '.repeat(100)}the Létter is here ${'word '.repeat(100)}`);
  expect(excerpt?.text).toMatch(/^… word.*the Létter is here.* …$/);
  expect(excerpt?.text.length).toBeLessThan(300);
  const [[from, to] = [0, 0]] = excerpt?.matches ?? [];
  expect(excerpt?.text.slice(from, to)).toBe('Létter');
});

test('nothing is no search', () => expect([parseSearch(''), parseSearch(' "" ')]).toEqual([undefined, undefined]));
