import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutText, cutTextStart } from './cut-text.js';

const FAMILY = '👨‍👩‍👧‍👦';
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const splitIn = (text: string): readonly string[] => [...graphemes.segment(text)].map(({ segment }) => segment);

describe('cutText', () => {
  it.each([
    ['a text that fits', 'abc', 3, 'abc'],
    ['a longer one', 'abcd', 3, 'abc'],
    ['an emoji on the border', 'ab😀', 3, 'ab'],
    ['an emoji just inside', 'ab😀c', 4, 'ab😀'],
    ['a family, which is one picture', `a${FAMILY}`, 8, 'a'],
    ['a flag', 'a🇫🇷b', 3, 'a'],
    ['an accent', 'ae\u0301b', 2, 'a'],
    ['half an emoji, which nobody can send', 'ab\ud83d', 5, 'ab\ufffd'],
    ['nothing', 'abc', 0, ''],
  ])('keeps whole characters of %s', (_, text, most, kept) => {
    expect(cutText(text, most)).toBe(kept);
  });

  it('cuts the other end alike', () => {
    expect(cutTextStart('😀ab', 3)).toBe('ab');
    expect(cutTextStart('x😀ab', 4)).toBe('😀ab');
    expect(cutTextStart(`${FAMILY}a`, 5)).toBe('a');
  });

  const text = fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom(FAMILY, '🇫🇷', '👍🏽', 'é', ' ')), {
    maxLength: 40,
  });

  it('gives whole characters, well-formed and no longer than asked for, of any text at any place', () => {
    fc.assert(
      fc.property(text, fc.nat(60), (pieces, most) => {
        const whole = pieces.join('').toWellFormed();
        const characters = splitIn(whole);
        for (const kept of [cutText(whole, most), cutTextStart(whole, most)]) {
          expect(kept.isWellFormed()).toBe(true);
          expect(kept.length).toBeLessThanOrEqual(most);
        }
        const beginning = cutText(whole, most);
        let length = 0;
        const borders = new Set([0, ...characters.map((character) => (length += character.length))]);
        expect(whole.startsWith(beginning)).toBe(true);
        expect(borders.has(beginning.length)).toBe(true);
        expect(borders.has(whole.length - cutTextStart(whole, most).length)).toBe(true);
      }),
    );
  });
});
