import { expect, test } from 'vitest';
import { moveParts } from './move-parts';

const of = (deed: string, words = '', tone = '', isPhrase = false) => moveParts('Ada', { deed, words, tone, isPhrase });

test('a move has its name, brackets and quotation marks taken off', () => {
  expect(of('Ada puts the cup down', '“No.”', '(flatly)')).toEqual({ tone: 'flatly', deed: 'puts the cup down.', words: 'No.' });
});

test('a move without deed and words says nothing', () => {
  expect(of('', '  ')).toEqual({ tone: '', deed: 'says nothing.', words: '' });
  expect(of('', 'No.').deed).toBe('');
});

test('speech keeps its lines, and quotation marks within it', () => {
  expect(of('', 'He said “go”.\nI went.').words).toBe('He said “go”.\nI went.');
});
