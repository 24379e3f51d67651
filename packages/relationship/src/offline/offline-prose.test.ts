import { expect, test } from 'vitest';
import { asSentences, expandGrammar, pickFrom, readTone, toneBalance } from './offline-prose.js';

test('a symbol keeps its first phrase, and unknown symbols are left as they are', () => {
  const numbers = [0.9, 0.1, 0.9];
  const text = expandGrammar(
    { start: ['{place}, yes, {place} {unknown}'], place: ['here', 'there'] },
    'start',
    () => numbers.shift() ?? 0,
  );
  expect(text).toBe('here, yes, here {unknown}');
});

test('a pick stays within the list at the very top of the range', () => {
  expect(pickFrom(['a', 'b'], () => 0.999999)).toBe('b');
  expect(pickFrom(['a', 'b'], () => 1)).toBe('b');
});

test('sentences begin in upper case', () => {
  expect(asSentences('a dog barks. it stops? yes! A cat, e.g. one')).toBe('A dog barks. It stops? Yes! A cat, e.g. One');
});

test('repair and warmth weigh against conflict and withdrawal', () => {
  expect(toneBalance(readTone('apologize and take a hand'))).toBe(1);
  expect(toneBalance(readTone('snap, then turn away'))).toBe(-1);
  expect(toneBalance(readTone('apologize, then snap'))).toBe(0);
  expect(toneBalance(readTone('count the spoons'))).toBe(0);
});
