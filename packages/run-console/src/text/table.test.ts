import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayWidth } from './display-width.js';
import { type Column, formatTable } from './table.js';

const COLUMNS: readonly Column[] = [
  { key: 'name', title: 'name', shrinks: true },
  { key: 'note', title: 'note', leftOut: 1 },
  { key: 'calls', title: 'calls', align: 'right', format: (value) => `${value} x` },
];

describe('formatTable', () => {
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

  it('leaves out first what may be left out, then cuts what may shrink', () => {
    const rows = [{ name: 'A name of some length', note: 'a remark of some length', calls: 7 }];
    const narrow = formatTable(COLUMNS, rows, { width: 24 });
    expect(narrow).not.toContain('remark');
    expect(narrow).toContain('A name of some l…');
  });

  it('sets totals apart, and leaves their empty fields empty', () => {
    const table = formatTable(COLUMNS, [{ name: 'Maya', note: 'a', calls: 7 }], {
      width: 80,
      totals: { name: '1 run', note: '', calls: '' },
    });
    expect(table.split('\n').slice(-2)).toEqual(['─────  ────  ─────', '1 run']);
  });

  it('drops a column that says nothing at all', () => {
    expect(
      formatTable(
        [
          { key: 'a', title: '' },
          { key: 'b', title: 'b' },
        ],
        [{ a: '', b: 1 }],
        { width: 80 },
      ),
    ).toBe('b\n─\n1');
  });

  it('never passes the width of the terminal while columns can give way', () => {
    const row = fc.record({
      name: fc.string({ maxLength: 60, unit: 'grapheme' }),
      note: fc.string({ maxLength: 60 }),
      calls: fc.nat(99),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), fc.integer({ min: 24, max: 120 }), (rows, width) => {
        const clean = rows.map((each) => ({ ...each, name: each.name.replace(/\s/g, ' '), note: each.note.replace(/\s/g, ' ') }));
        for (const line of formatTable(COLUMNS, clean, { width }).split('\n'))
          expect(displayWidth(line)).toBeLessThanOrEqual(width);
      }),
    );
  });
});
