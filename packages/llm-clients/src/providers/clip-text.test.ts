import { describe, expect, it } from 'vitest';
import { clipText } from './clip-text.js';

describe('clipText', () => {
  it.each([
    ['short', 10, 'short'],
    ['one two three', 9, 'one two …'],
    ['one two three', 7, 'one two…'],
    ['错误信息错误信息', 4, '错误信息…'],
    ['no key sk-abcdef', 12, 'no key …'],
  ])('cuts %j at %d between words', (text, limit, clipped) => {
    expect(clipText(text, limit)).toBe(clipped);
  });

  it('leaves no part of a key that stands across the limit', () => {
    for (let before = 0; before < 60; before += 1)
      expect(clipText(`${'a '.repeat(before)}sk-0123456789abcdef`, 60)).not.toMatch(/sk-\d(?!.*f)/);
  });
});
