import { cellText, type PrintedColumn, type Row } from '@entente/studies/tables';
import { layOutBlocks } from './lay-out-blocks.js';
import { layOutGrid, type TextColumn, type TextTable } from './lay-out-grid.js';
import { createStyle, type Style } from './style.js';
import { wrapText } from './wrap-text.js';

export interface TableLayout {
  /** Columns of the terminal; `Infinity` where there is none. */
  readonly width: number;
  readonly style?: Style;
  /** A last row, set apart by a rule. */
  readonly totals?: Row | undefined;
}

/**
 * Formats a table to fit its width, with every cell in full. It tries a grid, whose words may continue on the next line; then a grid after
 * one line with the columns that are the same in all rows; then a block for each row. A single word wider than the width stays whole.
 */
export function formatTable(columns: readonly PrintedColumn[], rows: readonly Row[], layout: TableLayout): string {
  const { width, totals, style = createStyle(false) } = layout;
  const all = totals ? [...rows, totals] : rows;
  const texts = columns
    .filter(({ forFilesOnly }) => forFilesOnly !== true)
    .map((column): TextColumn => {
      const { title, align = 'left', key } = column;
      return { title, align, cells: all.map((row) => cellText(column, row[key], row)) };
    })
    .filter(({ title, cells }) => title !== '' || cells.some((cell) => cell !== ''));
  const table = { columns: texts, rows: rows.length, hasTotals: totals !== undefined };

  const grid = layOutGrid(table, { width, style });
  if (grid !== null) return grid;
  const same = texts.filter((column, index) => index > 0 && isTheSame(column, table));
  const rest = { ...table, columns: texts.filter((column) => !same.includes(column)) };
  const laidOut = layOutGrid(rest, { width, style }) ?? layOutBlocks(rest, { width, style });
  return same.length === 0 ? laidOut : `${wrapText(saidOnce(same), width)}\n${laidOut}`;
}

/** Whether a column holds the same text in every one of several rows, and nothing else in the totals. */
function isTheSame({ cells }: TextColumn, { rows, hasTotals }: TextTable): boolean {
  const [first] = cells;
  if (rows < 2 || first === undefined || first === '') return false;
  return cells.slice(0, rows).every((cell) => cell === first) && (!hasTotals || cells.at(-1) === '');
}

function saidOnce(columns: readonly TextColumn[]): string {
  return `In every row: ${columns.map(({ title, cells }) => [title, cells[0]!].filter(Boolean).join(' ')).join(', ')}.`;
}
