import { describe, expect, it } from 'vitest';
import { displayWidth, padEnd, truncate } from './display-width.js';
import { createStyle } from './style.js';

describe('the width of a text on a terminal', () => {
  it.each([
    ['plain', 5],
    ['', 0],
    ['愛', 2],
    ['한국', 4],
    ['\u1112\u1161\u11ab', 2],
    ['カ', 2],
    ['ｶ', 1],
    ['Ａ', 2],
    ['e\u0301', 1],
    ['n\u0303a', 2],
    ['\u0e01\u0e33', 2],
    ['👍', 2],
    ['👍🏽', 2],
    ['👩‍👩‍👧', 2],
    ['🇫🇷', 2],
    ['❤', 1],
    ['❤️', 2],
    ['1️⃣', 2],
    ['▁▂█─│…·–−', 9],
    ['\u200b\u200d', 0],
    [createStyle(true).red('red'), 3],
    ['\u001b[31mred', 8],
    ['𠀀', 2],
  ])('%j takes %d columns', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });

  it('is what texts are padded and cut by, never within a character that people see as one', () => {
    expect(padEnd('愛', 4)).toBe('愛  ');
    expect(truncate('👩‍👩‍👧👩‍👩‍👧', 3)).toBe('👩‍👩‍👧…');
    expect(truncate('e\u0301e\u0301e\u0301', 2)).toBe('e\u0301…');
    expect(truncate('愛愛愛', 4)).toBe('愛…');
  });
});
