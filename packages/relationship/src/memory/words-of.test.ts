import { expect, test } from 'vitest';
import { commonWords, isContainedIn, spelledOut, wordsOf } from './words-of.js';

test.each([
  ['Don’t — WAIT!', ['don', 't', 'wait']],
  ['Straße, Ｆｕｌｌ', ['straße', 'full']],
  ['愛している', ['愛し', 'して', 'てい', 'いる']],
  ['…', []],
])('words of %j', (text, words) => {
  expect(wordsOf(text)).toEqual(words);
});

const contains = (text: string, wanted: string) => isContainedIn(spelledOut(wanted), ['…', text].map(spelledOut));

test('words are contained whatever stands around and between them, and only whole ones', () => {
  expect(contains('You remember: "The sea, at night."', 'the sea at night')).toBe(true);
  expect(contains('the season at night', 'the sea')).toBe(false);
  expect(contains('anything', '…')).toBe(false);
});

test('the share of common words counts each word once', () => {
  expect(commonWords('the old sea', 'The sea, the sea')).toBeCloseTo(2 / 3);
  expect(commonWords('a', 'b')).toBe(0);
});
