import { countOf, formatCost, formatCount, formatDuration, progressBar, sparkline } from '@entente/studies/tables';
import { describe, expect, it } from 'vitest';
import { displayWidth, truncate } from './display-width.js';
import { createStyle } from './style.js';
import { wrapText } from './wrap-text.js';

describe('quantities for people', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1000, '1.00k'],
    [9996, '10.0k'],
    [99_960, '100k'],
    [999_600, '1.00M'],
    [12_345_678, '12.3M'],
  ])('counts %d as %s', (count, text) => {
    expect(formatCount(count)).toBe(text);
  });

  it.each([
    [4, '4 ms'],
    [999, '999 ms'],
    [8400, '8.4 s'],
    [59_960, '1 min 00 s'],
    [200_000, '3 min 20 s'],
    [7_500_000, '2 h 05 min'],
  ])('says %d ms as %s', (ms, text) => {
    expect(formatDuration(ms)).toBe(text);
  });

  it('never shows an unknown cost as a sum', () => {
    expect([null, 0, 0.001, 12.345].map(formatCost)).toEqual(['unknown', 'free', '<$0.01', '$12.35']);
  });

  it('keeps singular and plural apart', () => {
    expect([countOf(1, 'run'), countOf(0, 'run'), countOf(2, 'run')]).toEqual(['1 run', '0 runs', '2 runs']);
  });

  it('draws values as bars and a missing one as a dot, never as the lowest bar', () => {
    expect(sparkline([0, null, 5, 10], { min: 0, max: 10 })).toBe('▁·▅█');
    expect(progressBar(0.5, 4)).toBe('██░░');
  });

  it('counts wide characters as two columns, colours as none', () => {
    expect(displayWidth(createStyle(true).red('愛 ok'))).toBe(5);
    expect(truncate('愛愛愛', 4)).toBe('愛…');
  });

  it('wraps at spaces and keeps line feeds', () => {
    expect(wrapText('one two three four five six\n\nseven', 20, '  ')).toBe('  one two three four\n  five six\n\n  seven');
  });
});
