import type { Cell, PrintedColumn, Row } from '@entente/studies/tables';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayWidth } from './display-width.js';
import { formatTable } from './format-table.js';
import { withoutOwnSequences } from './own-sequence.js';
import { createStyle } from './style.js';

const COLUMNS: readonly PrintedColumn[] = [
  { key: 'name', title: 'name' },
  { key: 'note', title: 'note' },
  { key: 'calls', title: 'calls', align: 'right', format: (value) => `${value} x` },
];

describe('a table on a terminal that is wide enough', () => {
  it('aligns columns, formats values and shows a dash for what is missing', () => {
    const table = formatTable(
      COLUMNS,
      [
        { name: 'Maya', note: 'a', calls: 7 },
        { name: 'Jo', note: 'bc', calls: null },
      ],
      { width: 80 },
    );
    expect(table).toBe(['name  note  calls', '────  ────  ─────', 'Maya  a       7 x', 'Jo    bc        –'].join('\n'));
  });

  it('shows what a column says in the place of a value where it says so', () => {
    const cost: PrintedColumn = { key: 'cost', title: 'cost', nothing: 'unknown' };
    expect(formatTable([cost], [{ cost: null }], { width: 80 })).toBe('cost\n───────\nunknown');
  });

  it('sets totals apart, and leaves their empty fields empty', () => {
    const table = formatTable(COLUMNS, [{ name: 'Maya', note: 'a', calls: 7 }], {
      width: 80,
      totals: { name: '1 run', note: '', calls: '' },
    });
    expect(table.split('\n').slice(-2)).toEqual(['─────  ────  ─────', '1 run']);
  });

  it('drops a column that says nothing at all', () => {
    const columns = [
      { key: 'a', title: '' },
      { key: 'b', title: 'b' },
    ];
    expect(formatTable(columns, [{ a: '', b: 1 }], { width: 80 })).toBe('b\n─\n1');
  });

  it('shows numbers without the noise of their arithmetic, and control characters as pictures on one line', () => {
    expect(
      formatTable([{ key: 'a', title: 'a' }], [{ a: 8.129999999999999 }, { a: 'x\u0000\n\u001b[31my' }], { width: 80 }),
    ).toBe('a\n─────────\n8.13\nx␀ ␛[31my');
  });
});

describe('a table on a terminal that is too narrow', () => {
  it('lets words go on in the next line, in titles too, and never breaks a name', () => {
    const rows = [{ name: 'a-name-of-some-length', note: 'a remark of some length, and more', calls: 7 }];
    expect(formatTable(COLUMNS, rows, { width: 50 })).toBe(
      [
        'name                   note                  calls',
        '─────────────────────  ────────────────────  ─────',
        'a-name-of-some-length  a remark of some        7 x',
        '                       length, and more',
      ].join('\n'),
    );
  });

  it('says once, above, what is the same in all rows', () => {
    const rows = [
      { name: 'the-first-of-the-names', note: 'openai:gpt-4o-mini', calls: 7 },
      { name: 'the-second-of-the-names', note: 'openai:gpt-4o-mini', calls: 8 },
    ];
    expect(formatTable(COLUMNS, rows, { width: 40 })).toBe(
      [
        'In every row: note openai:gpt-4o-mini.',
        'name                     calls',
        '───────────────────────  ─────',
        'the-first-of-the-names     7 x',
        'the-second-of-the-names    8 x',
      ].join('\n'),
    );
  });

  it('becomes blocks, one a row, with as many columns in the heading as tell the rows apart', () => {
    const columns = [...COLUMNS, { key: 'model', title: 'model' }, { key: 'said', title: 'said' }];
    const said = 'a sentence that takes more room than there is in a single line';
    const rows = [
      { name: 'one-couple', note: 'one', calls: 7, model: 'openai:gpt-4o-mini', said },
      { name: 'one-couple', note: 'two', calls: 12, model: 'offline', said: 'ok' },
    ];
    expect(formatTable(columns, rows, { width: 50, totals: { name: '2 rows', note: '', calls: 19, model: '', said: '' } })).toBe(
      [
        'one-couple, note one',
        '  calls  7 x     model  openai:gpt-4o-mini',
        '  said',
        '    a sentence that takes more room than there is',
        '    in a single line',
        '',
        'one-couple, note two',
        '  calls  12 x    model  offline',
        '  said',
        '    ok',
        '────────────────────────────────────────',
        '2 rows',
        '  calls  19 x',
      ].join('\n'),
    );
  });
});

/** Words and names of all scripts, with marks, wide characters and pictures, empty cells, missing ones and numbers. */
const word = fc.oneof(
  fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }),
  fc.constantFrom('theo-amara~s1~98f5f5d0', 'theo-amara~s1~98f5f5d1', '愛', '👩‍👩‍👧', 'é', '🇫🇷', 'a'),
);
const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' ')),
  fc.integer(),
  fc.constant(null),
  fc.constant(''),
);
const table = fc
  .array(fc.record({ title: word, align: fc.constantFrom('left', 'right') }), { minLength: 1, maxLength: 9 })
  .chain((titles) => {
    const columns = titles.map(({ title, align }, index): PrintedColumn => ({ key: `k${index}`, title, align }));
    const row = fc.record(Object.fromEntries(columns.map(({ key }) => [key, cell]))) as fc.Arbitrary<Row>;
    return fc.record({ columns: fc.constant(columns), rows: fc.array(row, { minLength: 1, maxLength: 5 }) });
  });
const widths = fc.integer({ min: 40, max: 140 });

const plain = (value: Cell | undefined): string =>
  formatTable([{ key: 'a', title: '' }], [{ a: value ?? null }], { width: Infinity })
    .split('\n')
    .slice(2)
    .join('\n');
const wordsOf = (text: string): readonly string[] => text.split(/\s+/).filter((each) => each !== '');

describe('any table at any width', () => {
  it('shows every word of every cell, none of them broken', () => {
    fc.assert(
      fc.property(table, widths, ({ columns, rows }, width) => {
        const shown = new Set(
          wordsOf(formatTable(columns, rows, { width })).flatMap((each) => [each, each.replace(/[.,]$/, '')]),
        );
        for (const row of rows) {
          for (const { key } of columns) {
            for (const each of wordsOf(plain(row[key]))) expect(shown).toContain(each.replace(/[.,]$/, ''));
          }
        }
      }),
    );
  });

  it('is never wider, unless a single word is', () => {
    fc.assert(
      fc.property(table, widths, ({ columns, rows }, width) => {
        for (const line of formatTable(columns, rows, { width }).split('\n')) {
          if (wordsOf(line).length > 1) expect(displayWidth(line)).toBeLessThanOrEqual(width);
        }
      }),
    );
  });

  it('never shows two rows alike that differ', () => {
    fc.assert(
      fc.property(table, fc.nat(8), widths, ({ columns, rows: [row] }, at, width) => {
        const { key } = columns[at % columns.length]!;
        const other = { ...row, [key]: `${String(row![key] ?? '')}-other` };
        const of = (rows: readonly Row[]) => formatTable(columns, rows, { width });
        expect(of([row!, other])).not.toBe(of([row!, row!]));
        expect(of([row!, other])).not.toBe(of([other, other]));
      }),
    );
  });

  it('is the same text with colours, once they are taken away', () => {
    fc.assert(
      fc.property(table, widths, ({ columns, rows }, width) => {
        const painted = formatTable(columns, rows, { width, style: createStyle(true) });

        expect(withoutOwnSequences(painted)).toBe(formatTable(columns, rows, { width }));
      }),
    );
  });
});
