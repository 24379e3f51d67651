import fc from 'fast-check';
import { expect, test } from 'vitest';
import { appendLines, newestLines, roughTokens, roughTokensOf } from './working-memory.js';

test('prose counts a quarter of a token a character, other scripts a token a character', () => {
  expect(roughTokens('abcdefgh')).toBe(2);
  expect(roughTokens('')).toBe(0);
  expect(roughTokens('愛している')).toBe(5);
  expect(roughTokens('cafés')).toBe(2);
});

test('a history never exceeds its budget', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'grapheme', maxLength: 400 }), { maxLength: 60 }),
      fc.integer({ min: 20, max: 500 }),
      (lines, budget) => {
        const history = appendLines([], lines, budget);
        expect(roughTokensOf(history)).toBeLessThanOrEqual(budget);
      },
    ),
  );
});

test('a history keeps its beginning until it exceeds the budget, and then drops to half of it', () => {
  const line = 'x'.repeat(36);
  const full = appendLines(
    [],
    Array.from({ length: 10 }, (_, index) => `${line}${index}`),
    110,
  );
  expect(full).toHaveLength(10);
  const trimmed = appendLines(full, [`${line}A`], 110);
  expect(trimmed).toEqual([...full.slice(-4), `${line}A`]);
  expect(roughTokensOf(trimmed)).toBeLessThanOrEqual(55);
});

test('adding lines one by one gives the same history as adding them together', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 80 }), { maxLength: 40 }), fc.integer({ min: 20, max: 200 }), (lines, budget) => {
      const oneByOne = lines.reduce<readonly string[]>((history, line) => appendLines(history, [line], budget), []);
      expect(oneByOne).toEqual(appendLines([], lines, budget));
    }),
  );
});

test('a line longer than a quarter of the budget is cut and marked', () => {
  const [line] = appendLines([], ['word '.repeat(1000)], 100);
  expect(line).toMatch(/…$/);
  expect(roughTokens(line!)).toBeLessThanOrEqual(25);
});

test('the cut of a line stays what it was, since prompts hold it and old runs are replayed from them', () => {
  const cut = (line: string, budget: number): string => appendLines([], [line], budget)[0]!;
  expect(cut('x'.repeat(101), 100)).toBe(`${'x'.repeat(90)}…`);
  expect(cut('x'.repeat(100), 100)).toBe('x'.repeat(100));
  expect(cut('愛'.repeat(26), 100)).toBe(`${'愛'.repeat(23)}…`);
});

test('newest lines are the longest end of the history that fits', () => {
  expect(newestLines(['aaaa', 'bbbb', 'cccc'], 4)).toEqual(['bbbb', 'cccc']);
  expect(newestLines(['aaaa'.repeat(100)], 4)).toEqual([]);
});

test('a long line is cut between two characters: an emoji is whole or gone, wherever the cut falls', () => {
  for (let lead = 0; lead < 60; lead += 1) {
    const [line = ''] = appendLines([], [`${'x'.repeat(lead)}${'👨‍👩‍👧😀'.repeat(200)}`], 400);
    expect(line.isWellFormed()).toBe(true);
    expect(line).toMatch(/^x*(?:👨‍👩‍👧😀)*(?:👨‍👩‍👧)?…$/u);
  }
});
