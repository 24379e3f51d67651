import { expect, it } from 'vitest';
import { wrapLine } from './wrap-line.js';

const line = '  A PAR H  holds  Army Paris holds, and nobody comes to see how it does so.';

it('breaks a long line between words and keeps its last column in place', () => {
  expect(wrapLine(line, { columns: 50, indent: 18 })).toEqual([
    '  A PAR H  holds  Army Paris holds, and nobody',
    '                  comes to see how it does so.',
  ]);
});

it('leaves a line as it is that fits, or goes to no terminal, or to one too narrow', () => {
  expect(wrapLine(line, { columns: 80, indent: 18 })).toEqual([line]);
  expect(wrapLine(line, { columns: undefined, indent: 18 })).toEqual([line]);
  expect(wrapLine(line, { columns: 40, indent: 18 })).toEqual([line]);
});

it('lets a word run over that is longer than the terminal', () => {
  const word = 'x'.repeat(60);
  expect(wrapLine(`  ${word} ends`, { columns: 40, indent: 2 })).toEqual([`  ${word}`, '  ends']);
});
