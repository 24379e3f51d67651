import { printableJson, printableText } from './printable-text.js';
import type { Cell, Column, Row } from './table.js';
import { toTwelveDigits } from './to-twelve-digits.js';

/** As much of a table as files need. */
export interface WrittenTable {
  readonly columns: readonly Pick<Column, 'key' | 'pictorial'>[];
  readonly rows: readonly Row[];
}

/**
 * A table as CSV (RFC 4180, with line feeds): titles are the keys, a missing value is an empty field, numbers have at most 12
 * digits that matter, and a control character is the picture that Unicode has of it (`␀`), as readers of CSV stop at some.
 */
export function formatCsv(table: WrittenTable): string {
  const keys = writtenKeys(table);
  const lines = [keys.map(quote), ...table.rows.map((row) => keys.map((key) => quote(row[key] ?? null)))];
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

function quote(value: Cell): string {
  const text = value === null ? '' : printableText(String(toWritten(value)));
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
