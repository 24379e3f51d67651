import { expect, test } from 'vitest';
import { lexicalScores } from './lexical-scores.js';
import { wordsOf } from './words-of.js';

const scoresOf = (texts: readonly string[], query: string) => lexicalScores(texts.map(wordsOf), query);

test('the best text scores 1, one without a common word 0', () => {
  const scores = scoresOf(['the dog ran', 'we sat in the hospital', 'a letter'], 'They wait in the hospital.');
  expect(scores[1]).toBe(1);
  expect(scores[0]).toBeGreaterThan(0);
  expect(scores[0]).toBeLessThan(0.5);
  expect(scores[2]).toBe(0);
});

test('a long word finds words that begin with it, a short one does not', () => {
  expect(scoresOf(['two hospitals'], 'hospital')).toEqual([1]);
  expect(scoresOf(['sea', 'season'], 'sea')).toEqual([1, 0]);
});

test('texts in any script are found', () => {
  expect(scoresOf(['海が見たい', '病院で待った'], '病院')).toEqual([0, 1]);
  expect(scoresOf(['Er log mich an.', 'Das Geld war weg.'], 'Wo ist das Geld?')[1]).toBe(1);
});

test('nothing is found by nothing', () => {
  expect(scoresOf(['a b', ''], '')).toEqual([0, 0]);
  expect(scoresOf([], 'word')).toEqual([]);
});
