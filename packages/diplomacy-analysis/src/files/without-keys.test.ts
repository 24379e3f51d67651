import { withoutKeyShapes, withoutKeysInWords } from '@entente/llm-clients/secrets';
import { expect, it } from 'vitest';
import { mapTexts, withoutKeyOfModel } from './without-keys.js';

it('removes everything that looks like a key from errors', () => {
  expect(withoutKeyShapes('Incorrect API key provided: sk-abc1234.')).toBe('Incorrect API key provided: [key]');
  expect(withoutKeyShapes('http://me:secret@localhost')).not.toContain('secret');
});

it('leaves the words of diplomats unchanged', () => {
  for (const words of ['The bearer yesterday crossed Galicia.', 'A risk-averse, task-focused ally', 'See sk-etched plans'])
    expect(withoutKeysInWords(words)).toBe(words);
  expect(withoutKeysInWords('My key is sk-proj-0123456789abcdefghij.')).toBe('My key is [key].');
});

it('names a model without the key behind its #', () => {
  expect(withoutKeyOfModel('openai:m@http://localhost/v1#anything')).toBe('openai:m@http://localhost/v1');
});

it('changes the texts of a plain value and nothing else', () => {
  const value = { list: ['a', 1, null, { a: true }], a: 'b' };
  expect(mapTexts(value, (text) => text.toUpperCase())).toEqual({ LIST: ['A', 1, null, { A: true }], A: 'B' });
});
