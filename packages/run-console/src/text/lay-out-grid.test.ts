import { describe, expect, it } from 'vitest';
import { layOutGrid, type TextColumn } from './lay-out-grid.js';
import { createStyle } from './style.js';

const style = createStyle(false);
const column = (title: string, cells: readonly string[], align: TextColumn['align'] = 'left'): TextColumn => ({
  title,
  align,
  cells,
});
const grid = (columns: readonly TextColumn[], width: number, hasTotals = false): readonly string[] | null => {
  const rows = columns[0]!.cells.length - (hasTotals ? 1 : 0);
  return layOutGrid({ columns, rows, hasTotals }, { width, style })?.split('\n') ?? null;
};

describe('layOutGrid', () => {
  it('sets texts to the left and numbers to the right, below titles and a rule', () => {
    expect(grid([column('name', ['a', 'long name']), column('n', ['1', '200'], 'right')], 80)).toEqual([
      'name         n',
      '─────────  ───',
      'a            1',
      'long name  200',
    ]);
  });

  it('sets totals apart by a second rule', () => {
    expect(grid([column('who', ['a', 'b', 'all']), column('n', ['1', '2', '3'], 'right')], 80, true)).toEqual([
      'who  n',
      '───  ─',
      'a    1',
      'b    2',
      '───  ─',
      'all  3',
    ]);
  });

  const words = 'words that may go on in the next line';

  it('uses a width to the last column, and lets words give way below it', () => {
    const columns = [column('who', ['a']), column('words', [words])];
    const whole = 3 + 2 + words.length;
    expect(grid(columns, whole)).toHaveLength(3);
    expect(grid(columns, whole - 1)).toEqual([
      `who  words`,
      `───  ${'─'.repeat(words.length - 1)}`,
      'a    words that may go on in the next',
      '     line',
    ]);
  });

  it('breaks neither the first column nor numbers', () => {
    expect(grid([column('words', [words]), column('n', ['1'], 'right')], 30)).toBeNull();
    expect(grid([column('who', ['a']), column('words', [words], 'right')], 30)).toBeNull();
  });

  it('breaks nothing where a row begins with an empty cell', () => {
    expect(grid([column('who', ['', 'a']), column('words', [words, 'b'])], 30)).toBeNull();
  });

  it('narrows the widest column first, and the first of those as wide', () => {
    const [one, other] = ['aaaa bbbb cccc dddd eeee ffff', 'aaaa bbbb cccc dddd'];
    const [, rule] = grid([column('k', ['x']), column('one', [one]), column('other', [other])], 50)!;
    expect(rule!.split('  ').map((each) => each.length)).toEqual([1, 26, 19]);
  });

  it('keeps a column of words as wide as its longest word, and sixteen characters', () => {
    const long = 'a-word-that-is-longer-than-that and';
    expect(grid([column('k', ['x']), column('words', [long])], 3 + 30)).toBeNull();
    expect(grid([column('k', ['x']), column('words', [long])], 3 + 31)).not.toBeNull();
    expect(grid([column('k', ['x']), column('words', [words])], 3 + 16)).not.toBeNull();
    expect(grid([column('k', ['x']), column('words', [words])], 3 + 15)).toBeNull();
  });

  it('gives up where a row would take more than three lines', () => {
    const text = (count: number): string => Array.from({ length: count }, () => 'sixteen-letters-').join(' ');
    expect(grid([column('k', ['x']), column('words', [text(3)])], 3 + 16)).toHaveLength(2 + 3);
    expect(grid([column('k', ['x']), column('words', [text(4)])], 3 + 16)).toBeNull();
  });

  it('lets titles of several words stand above their rule, at its foot', () => {
    expect(grid([column('k', ['x']), column('two words', ['123'], 'right')], 8)).toEqual(
      ['      two', 'k   words', '─  ─────', 'x    123'].map((line, at) =>
        at === 0 ? '     two' : at === 1 ? 'k  words' : line,
      ),
    );
  });
});
