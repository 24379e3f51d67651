import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newestWithin, roughTokens } from './working-memory.js';

test('prose counts a quarter of a token a character, other scripts a token a character', () => {
  expect(roughTokens('abcdefgh')).toBe(2);
  expect(roughTokens('')).toBe(0);
  expect(roughTokens('愛している')).toBe(5);
  expect(roughTokens('cafés')).toBe(2);
});

test('what is kept are the newest items, whole and in order, and never more than the budget', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'grapheme', maxLength: 400 }), { maxLength: 60 }),
      fc.integer({ min: 20, max: 500 }),
      (items, budget) => {
        const kept = newestWithin(items, budget, (item) => item);
        expect(kept).toEqual(kept.length === 0 ? [] : items.slice(-kept.length));
        expect(kept.reduce((total, item) => total + roughTokens(item), 0)).toBeLessThanOrEqual(budget);
        const next = items.at(-kept.length - 1);
        if (kept.length < items.length)
          expect([next!, ...kept].reduce((total, item) => total + roughTokens(item) + 8, 0)).toBeGreaterThan(budget);
      },
    ),
  );
});
