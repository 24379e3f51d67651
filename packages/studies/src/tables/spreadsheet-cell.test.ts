import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromSpreadsheetCell, toSpreadsheetCell } from './spreadsheet-cell.js';

describe('a cell of a spreadsheet', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['=HYPERLINK("http://x")', '\'=HYPERLINK("http://x")'],
    ['+1 (555) 0100', "'+1 (555) 0100"],
    ['-cmd', "'-cmd"],
    ['- a point', "'- a point"],
    ['-', "'-"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r\n=1', "'\r\n=1"],
    ['＝1', "'＝1"],
    ["'=1", "''=1"],
    ['-3.5', '-3.5'],
    ['+2', '+2'],
    ['-1e-7', '-1e-7'],
    ['A PAR - BUR', 'A PAR - BUR'],
    ["'tis", "'tis"],
    ['', ''],
  ])('has %j as %j', (text, cell) => {
    expect(toSpreadsheetCell(text)).toBe(cell);
    expect(fromSpreadsheetCell(cell)).toBe(text);
  });

  it('is read back as the text it was, and never begins a formula', () => {
    const text = fc.oneof(
      fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\n', '1', '.', 'a', '＝') }),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(text, (written) => {
        const cell = toSpreadsheetCell(written);
        expect(fromSpreadsheetCell(cell)).toBe(written);
        if (!Number.isFinite(Number(cell))) expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
      }),
    );
  });
});
