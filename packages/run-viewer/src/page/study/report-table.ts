import type { Cell, PlainReport, PlainTable } from '@entente/studies/tables';

/** A row of a report's table by the keys of its columns. */
export type Fields = Readonly<Record<string, Cell>>;

/** Rows of the table of this name; none where the report has no such table. */
export function rowsNamed(report: Pick<PlainReport, 'tables'>, name: string): readonly Fields[] {
  const table = report.tables.find((one) => one.name === name);
  return table === undefined ? [] : fieldsOf(table);
}

/** Rows of a table by the keys of its columns. */
export function fieldsOf({ columns, rows }: Pick<PlainTable, 'columns' | 'rows'>): readonly Fields[] {
  return rows.map(({ values }) => Object.fromEntries(columns.map(({ key }, at) => [key, values[at] ?? null])));
}

/** Text of a value; a dash for none. */
export function textOf(value: Cell | undefined): string {
  return value === null || value === undefined ? '–' : String(value);
}
