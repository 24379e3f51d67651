import { printableJson, printableText } from './printable-text.js';
import { toSpreadsheetCell } from './spreadsheet-cell.js';
import type { Cell, Column, Row } from './table.js';
import { toTwelveDigits } from './figures.js';

/** As much of a table as files need. */
export interface WrittenTable {
  readonly columns: readonly Pick<Column, 'key' | 'pictorial'>[];
  readonly rows: readonly Row[];
}

export interface CsvOptions {
  /** Texts as they are, also those that a spreadsheet would run as formulas. @default false */
  readonly raw?: boolean;
}

/**
 * A table as CSV (RFC 4180, with line feeds): titles are the keys, a missing value is an empty field, numbers have at most 12
 * digits that matter, and a control character is the picture that Unicode has of it (`␀`), as readers of CSV stop at some. A
 * text that a spreadsheet would take for a formula has an apostrophe before it, see `toSpreadsheetCell`.
 */
export function formatCsv(table: WrittenTable, { raw = false }: CsvOptions = {}): string {
  const keys = writtenKeys(table);
  const lines = [keys.map((key) => quote(key, raw)), ...table.rows.map((row) => keys.map((key) => quote(row[key] ?? null, raw)))];
  return lines.map((fields) => `${fields.join(',')}\n`).join('');
}

/** Tables as JSON Lines: one object a row, its table's name first, a missing value as null, numbers as in CSV, texts as they are. */
export function formatJsonLines(tables: readonly (WrittenTable & { readonly name: string })[]): string {
  return printableJson(
    tables
      .flatMap(({ name, ...table }) => {
        const keys = writtenKeys(table);
        const valuesOf = (row: Row) => Object.fromEntries(keys.map((key) => [key, toWritten(row[key] ?? null)]));
        return table.rows.map((row) => `${JSON.stringify({ table: name, ...valuesOf(row) })}\n`);
      })
      .join(''),
  );
}

function writtenKeys({ columns }: WrittenTable): readonly string[] {
  return columns.filter(({ pictorial }) => !pictorial).map(({ key }) => key);
}

function toWritten(value: Cell): Cell {
  return typeof value === 'number' ? toTwelveDigits(value) : value;
}

function quote(value: Cell, raw: boolean): string {
  const written = value === null ? '' : printableText(String(toWritten(value)));
  const text = typeof value === 'string' && !raw ? toSpreadsheetCell(written) : written;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
