import { expect, test } from 'vitest';
import { lexicalScores } from './lexical-scores.js';

test('the best text scores 1, one without a common word 0', () => {
  const scores = lexicalScores(['the dog ran', 'we sat in the hospital', 'a letter'], 'They wait in the hospital.');
  expect(scores[1]).toBe(1);
  expect(scores[0]).toBeGreaterThan(0);
  expect(scores[0]).toBeLessThan(0.5);
  expect(scores[2]).toBe(0);
});

test('a long word finds words that begin with it, a short one does not', () => {
  expect(lexicalScores(['two hospitals'], 'hospital')).toEqual([1]);
  expect(lexicalScores(['sea', 'season'], 'sea')).toEqual([1, 0]);
});

test('texts in any script are found', () => {
  expect(lexicalScores(['海が見たい', '病院で待った'], '病院')).toEqual([0, 1]);
  expect(lexicalScores(['Er log mich an.', 'Das Geld war weg.'], 'Wo ist das Geld?')[1]).toBe(1);
});

test('nothing is found by nothing', () => {
  expect(lexicalScores(['a b', ''], '')).toEqual([0, 0]);
  expect(lexicalScores([], 'word')).toEqual([]);
});
