import type { Cell, Table } from './table.js';

/** A table as CSV (RFC 4180, with line feeds): titles are the keys, a missing value is an empty field. */
export function formatCsv(table: Pick<Table, 'columns' | 'rows'>): string {
  const keys = table.columns.filter(({ pictorial }) => !pictorial).map(({ key }) => key);
  const lines = [keys.map(quote), ...table.rows.map((row) => keys.map((key) => quote(row[key] ?? null)))];
  return lines.map((fields) => `${fields.join(',')}\n`).join('');
}

/** Tables as JSON Lines: one object a row, its table's name first, a missing value as null. */
export function formatJsonLines(tables: readonly Pick<Table, 'name' | 'columns' | 'rows'>[]): string {
  return tables
    .flatMap(({ name, columns, rows }) => {
      const keys = columns.filter(({ pictorial }) => !pictorial).map(({ key }) => key);
      return rows.map(
        (row) => `${JSON.stringify({ table: name, ...Object.fromEntries(keys.map((key) => [key, row[key] ?? null])) })}\n`,
      );
    })
    .join('');
}

function quote(value: Cell): string {
  const text = value === null ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
