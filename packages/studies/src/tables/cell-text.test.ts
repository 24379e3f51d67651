import { describe, expect, it } from 'vitest';
import type { Interval } from '../bootstrap/interval.js';
import { cellText } from './cell-text.js';
import { CODEBOOK, codebookTable } from './codebook.js';
import { FEW_NOTE, intervalCells, intervalColumns } from './few-values.js';
import { toTwelveDigits } from './figures.js';
import { printableJson, printableText } from './printable-text.js';
import type { Table } from './table.js';

describe('cellText', () => {
  const format = (value: string | number): string => `<${value}>`;

  it.each([
    [null, '–'],
    [undefined, '–'],
    ['', ''],
    ['a\tb\r\nc\u2028d', 'a b c d'],
    ['a\u0000', 'a␀'],
    [8.129999999999999, '8.13'],
    [0, '0'],
    [true, 'yes'],
    [false, 'no'],
  ])('shows %j as %j', (value, text) => {
    expect(cellText({}, value, {})).toBe(text);
  });

  it('lets a column show its values, but not those that are missing or empty', () => {
    expect([3, 'a', true, '', null].map((value) => cellText({ format, nothing: 'none' }, value, {}))).toEqual([
      ...['<3>', '<a>', '<true>', '', 'none'],
    ]);
    const ofRow = { format: (value: string | number, row: object) => `${value} of ${JSON.stringify(row)}` };
    expect(cellText(ofRow, 1, { all: 2 })).toBe('1 of {"all":2}');
  });
});

it('rounds the noise of arithmetic away', () => {
  expect([0.1 + 0.2, 8.129999999999999, 12_345_678_901_234, -3].map(toTwelveDigits)).toEqual([0.3, 8.13, 12_345_678_901_234, -3]);
});

describe('printable text', () => {
  it.each([
    ['\u0000\u001b\u001f\u007f', '␀␛␟␡'],
    ['\u0080\u009f\u202a\u202e\u2066\u2069\ud800', '�'.repeat(7)],
    ['a\tb\nc\r\nd', 'a\tb\nc\r\nd'],
    ['over\rwritten', 'over␍written'],
    ['\u000b\u000c', '␋␌'],
    ['é愛😀 \u2029', 'é愛😀 \u2029'],
  ])('shows %j', (text, shown) => {
    expect(printableText(text)).toBe(shown);
  });

  it('escapes in JSON what JSON does not, so that it reads as the same value', () => {
    const value = 'a\u007f\u0080\u2028\u2029\u202e\u2066😀é';
    const json = printableJson(JSON.stringify(value));
    expect(json).toBe('"a\\u007f\\u0080\\u2028\\u2029\\u202e\\u2066😀é"');
    expect(JSON.parse(json)).toBe(value);
  });
});

describe('the cells of an interval', () => {
  const interval = { low: 1, high: 2, few: true } as Interval;

  it('are its ends, and whether it is from few values', () => {
    expect(intervalCells(interval)).toEqual({ low: 1, high: 2, few: true });
    expect(intervalCells(null)).toEqual({ low: null, high: null, few: null });
  });

  it('have columns with the unit of the value', () => {
    expect(intervalColumns({ unit: 'points', absent: 'there is none', of: 'the score' })).toMatchObject([
      {
        key: 'low',
        meaning: 'Lower end of the 95 % interval of the score (bootstrap).',
        unit: 'points',
        absent: 'there is none',
      },
      { key: 'high', meaning: 'Upper end of the 95 % interval of the score (bootstrap).', unit: 'points' },
      { key: 'few', unit: 'true or false' },
    ]);
  });

  it('are marked below ten values', () => {
    const few = intervalColumns({ unit: 'points' }).find(({ key }) => key === 'few');
    expect([true, false, null].map((value) => cellText(few ?? {}, value, {}))).toEqual(['†', '', '']);
    expect(FEW_NOTE).toMatch(/^†: from fewer than 10 values/);
  });
});

describe('codebookTable', () => {
  const table: Table = {
    name: 'results',
    title: 'Results',
    columns: [
      { key: 'total', title: 'sum', meaning: 'Sum of all.', unit: 'points', absent: 'nothing was added' },
      { key: 'bars', title: 'bars', meaning: 'Bars.', unit: 'text', pictorial: true },
      { key: 'hidden', title: '', meaning: 'Hidden.', unit: 'text' },
    ],
    rows: [],
  };

  it('has a row for each column that files have, and one for that of the offline model', () => {
    const { name, rows } = codebookTable([table]);
    expect(name).toBe(CODEBOOK);
    expect(rows.map(({ column }) => column)).toEqual(['total', 'hidden', 'offline']);
    expect(rows[0]).toEqual({
      ...{ of: 'results', column: 'total', shown: 'sum', meaning: 'Sum of all.', unit: 'points', absent: 'nothing was added' },
    });
    expect(rows[1]).toMatchObject({ shown: null, absent: null });
  });

  it('has no column of its own that it does not fill', () => {
    const { columns, rows } = codebookTable([table]);
    expect(Object.keys(rows[0]!)).toEqual(columns.map(({ key }) => key));
  });
});
