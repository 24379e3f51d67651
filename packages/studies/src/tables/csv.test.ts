import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCsv, formatJsonLines } from './csv.js';

const TABLE = {
  name: 'results',
  columns: [{ key: 'who' }, { key: 'curve', pictorial: true }, { key: 'score' }],
  rows: [
    { who: 'Maya, "the first"', curve: '▃▅', score: 7.25 },
    { who: 'Jonas\nB', curve: '▃', score: null },
  ],
} as const;

describe('files for programs', () => {
  it('writes CSV with keys as titles, quotes where needed and nothing for what is missing', () => {
    expect(formatCsv(TABLE)).toBe('who,score\n"Maya, ""the first""",7.25\n"Jonas\nB",\n');
  });

  it('writes JSON Lines with the table named first and null for what is missing', () => {
    expect(formatJsonLines([TABLE])).toBe(
      '{"table":"results","who":"Maya, \\"the first\\"","score":7.25}\n{"table":"results","who":"Jonas\\nB","score":null}\n',
    );
  });

  it.each([
    [8.129999999999999, '8.13'],
    [0.1 + 0.2, '0.3'],
    [-0.30000000000000004, '-0.3'],
    [1 / 3, '0.333333333333'],
    [1e-9 / 3, '3.33333333333e-10'],
    [123456789012345, '123456789012345'],
    [9007199254740991, '9007199254740991'],
    [0, '0'],
  ])('writes %d as %s in both', (score, text) => {
    const table = { name: 't', columns: [{ key: 'score' }], rows: [{ score }] };
    expect(formatCsv(table)).toBe(`score\n${text}\n`);
    expect(formatJsonLines([table])).toBe(`{"table":"t","score":${text}}\n`);
  });

  it('never writes more than twelve digits, and never another number for them', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (score) => {
        const written = formatCsv({ columns: [{ key: 'score' }], rows: [{ score }] }).split('\n')[1]!;
        if (!Number.isInteger(score)) expect(written.replace(/e.*|[-.]/g, '').replace(/^0+/, '').length).toBeLessThanOrEqual(12);
        expect(Math.abs(Number(written) - score)).toBeLessThanOrEqual(Math.abs(score) * 1e-11);
      }),
    );
  });

  it('shows a control character as its picture, as readers of CSV stop at some, and keeps the lines of a text', () => {
    expect(
      formatCsv({ columns: [{ key: 'a' }], rows: [{ a: 'x\u0000y\u001b[31m\u007f\u0085\ud800' }, { a: 'tab\tand\r\nline' }] }),
    ).toBe('a\nx␀y␛[31m␡��\n"tab\tand\r\nline"\n');
  });

  it('never writes a control character into CSV that was not a tab or a line break', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (a) => {
        expect(formatCsv({ columns: [{ key: 'a' }], rows: [{ a }] })).not.toMatch(
          /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/,
        );
      }),
    );
  });
});
