import { displayWidth, padEnd, padStart, truncate } from './display-width.js';
import { NOTHING } from './quantity.js';
import { createStyle, type Style } from './style.js';

/** What a field of a table holds; null is a value that is missing. */
export type Cell = string | number | null;
export type Row = Readonly<Record<string, Cell>>;

export interface Column {
  /** The field of a row, and the column's name in CSV and JSON. */
  readonly key: string;
  readonly title: string;
  /** @default 'left' */
  readonly align?: 'left' | 'right';
  /** How a value is shown to people; files get it as it is. @default String */
  readonly format?: (value: string | number) => string;
  /** For people only: not in CSV or JSON. @default false */
  readonly pictorial?: boolean;
  /** May be cut when the terminal is narrow, down to eight columns. @default false */
  readonly shrinks?: boolean;
  /** Left out when the terminal is too narrow, the highest number first. @default never left out */
  readonly leftOut?: number;
}

export interface Table {
  /** Names the table in JSON Lines and for `--table`. */
  readonly name: string;
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** A line below it: how many are missing, what a figure means. */
  readonly note?: string;
}

const GAP = '  ';
const SMALLEST = 8;

export interface TableLayout {
  /** Columns of the terminal. */
  readonly width: number;
  readonly style?: Style;
  /** A last row, set apart by a rule. */
  readonly totals?: Row;
}

/** Columns that fit the terminal: what may be left out goes first, then what may shrink is cut. Never wraps. */
export function formatTable(columns: readonly Column[], rows: readonly Row[], layout: TableLayout): string {
  const { width, totals, style = createStyle(false) } = layout;
  const all = totals ? [...rows, totals] : rows;
  const texts = new Map(columns.map((column) => [column, all.map((row) => formatCell(column, row[column.key]))]));
  const natural = (column: Column): number => Math.max(displayWidth(column.title), ...texts.get(column)!.map(displayWidth));
  const shown = leaveOut(
    columns.filter((column) => natural(column) > 0),
    width,
    natural,
  );
  const widths = shrink(shown, width, natural);

  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, index) => {
        const text = truncate(cell, widths[index]!);
        return shown[index]!.align === 'right' ? padStart(text, widths[index]!) : padEnd(text, widths[index]!);
      })
      .join(GAP)
      .trimEnd();
  const rule = style.dim(widths.map((columns) => '─'.repeat(columns)).join(GAP));
  const body = all.map((_, index) => line(shown.map((column) => texts.get(column)![index]!)));
  const head = [style.bold(line(shown.map((column) => column.title))), rule];
  return [...head, ...body.slice(0, rows.length), ...(totals ? [rule, ...body.slice(rows.length)] : [])].join('\n');
}

function formatCell(column: Column, value: Cell | undefined): string {
  if (value === null || value === undefined) return NOTHING;
  if (value === '') return '';
  return column.format ? column.format(value) : String(value);
}

function totalWidth(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, 0) + GAP.length * Math.max(0, widths.length - 1);
}

function leaveOut(columns: readonly Column[], width: number, natural: (column: Column) => number): readonly Column[] {
  const least = (column: Column): number => (column.shrinks ? Math.min(SMALLEST, natural(column)) : natural(column));
  let shown = columns;
  while (totalWidth(shown.map(least)) > width) {
    const candidates = shown.filter(({ leftOut }) => leftOut !== undefined);
    if (candidates.length === 0) break;
    const out = candidates.reduce((most, column) => (column.leftOut! > most.leftOut! ? column : most));
    shown = shown.filter((column) => column !== out);
  }
  return shown;
}

/** The widest shrinking column gives one column at a time, so that all stay as even as they can. */
function shrink(columns: readonly Column[], width: number, natural: (column: Column) => number): readonly number[] {
  const widths = columns.map(natural);
  let excess = totalWidth(widths) - width;
  while (excess > 0) {
    let widest: number | undefined;
    columns.forEach((column, index) => {
      if (column.shrinks && widths[index]! > SMALLEST && (widest === undefined || widths[index]! > widths[widest]!))
        widest = index;
    });
    if (widest === undefined) break;
    widths[widest]!--;
    excess--;
  }
  return widths;
}
