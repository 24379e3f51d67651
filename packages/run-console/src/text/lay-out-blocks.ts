import { displayWidth, padEnd, widest } from './display-width.js';
import type { TextColumn, TextTable } from './lay-out-grid.js';
import type { Style } from './style.js';
import { wrapWords } from './wrap-text.js';

const INDENT = '  ';
const GAP = '  ';
/** Between one value and the title that follows it. */
const BETWEEN = '    ';

interface Layout {
  readonly width: number;
  readonly style: Style;
}

/**
 * A table as blocks, one a row: a heading that tells it from the others, then titles and values, side by side where they fit
 * and at the same place in every block, so that blocks can be compared by eye.
 */
export function layOutBlocks({ columns, rows, hasTotals }: TextTable, layout: Layout): string {
  const naming = headingColumns(columns, rows, layout.width);
  const rest = columns.filter((column) => !naming.includes(column));
  const room = layout.width - INDENT.length;
  const long = rest.filter(({ cells }) => widthOfTitles(rest) + GAP.length + widest(cells) > room);
  const short = rest.filter((column) => !long.includes(column));
  const across = entriesAcross(short, room);
  const blockOf = (row: number): string =>
    [
      ...headingLines(naming, row, layout),
      ...shortLines(short, across, row, layout),
      ...long.flatMap((column) => longLines(column, row, layout)),
    ].join('\n');
  const gap = rest.length === 0 ? '\n' : '\n\n';
  const blocks = Array.from({ length: rows }, (_, row) => blockOf(row)).join(gap);
  if (!hasTotals) return blocks;
  return [blocks, layout.style.dim('─'.repeat(Math.min(room, 40))), blockOf(rows)].join('\n');
}

/** The first columns, as many as it takes to tell all rows apart; only the first where more would not fit, or not do. */
function headingColumns(columns: readonly TextColumn[], rows: number, width: number): readonly TextColumn[] {
  const numbers = Array.from({ length: rows }, (_, row) => row);
  for (let count = 1; count <= columns.length; count++) {
    const naming = columns.slice(0, count);
    const headings = numbers.map((row) => headingOf(naming, row));
    if (count > 1 && headings.some((heading) => displayWidth(heading) > width)) break;
    if (new Set(headings).size === rows) return naming;
  }
  return columns.slice(0, 1);
}

function headingOf(naming: readonly TextColumn[], row: number): string {
  return naming
    .map(({ title, cells, align }, index) => (index === 0 && align === 'left' ? cells[row]! : titled(title, cells[row]!)))
    .filter((part) => part !== '')
    .join(', ');
}

function titled(title: string, cell: string): string {
  return cell === '' ? '' : [title, cell].filter((part) => part !== '').join(' ');
}

function headingLines(naming: readonly TextColumn[], row: number, { width, style }: Layout): readonly string[] {
  const heading = headingOf(naming, row).trimEnd();
  if (heading === '') return [];
  return (displayWidth(heading) <= width ? [heading] : wrapWords(heading, width)).map(style.bold);
}

/** How many entries stand side by side: as many as fit with their widest values. */
function entriesAcross(columns: readonly TextColumn[], room: number): number {
  for (let across = columns.length; across > 1; across--) {
    const widths = places(columns, across).map(widthOfEntry);
    if (widths.reduce((sum, width) => sum + width, 0) + BETWEEN.length * (across - 1) <= room) return across;
  }
  return 1;
}

/** The columns that stand below each other, for each place of a line. */
function places(columns: readonly TextColumn[], across: number): readonly (readonly TextColumn[])[] {
  return Array.from({ length: across }, (_, place) => columns.filter((_column, index) => index % across === place));
}

function widthOfTitles(columns: readonly TextColumn[]): number {
  return widest(columns.map(({ title }) => title));
}

function widthOfEntry(columns: readonly TextColumn[]): number {
  return widthOfTitles(columns) + GAP.length + widest(columns.flatMap(({ cells }) => cells));
}

function shortLines(columns: readonly TextColumn[], across: number, row: number, { style }: Layout): readonly string[] {
  const byPlace = places(columns, across);
  return Array.from({ length: Math.ceil(columns.length / across) }, (_, line) =>
    columns
      .slice(line * across, (line + 1) * across)
      .map(({ title, cells }, place) => {
        const cell = cells[row]!;
        const name = padEnd(cell === '' ? '' : style.dim(title), widthOfTitles(byPlace[place]!));
        return padEnd(`${name}${GAP}${cell}`, widthOfEntry(byPlace[place]!));
      })
      .join(BETWEEN),
  ).flatMap((line) => (line.trim() === '' ? [] : [`${INDENT}${line}`.trimEnd()]));
}

/** An entry that takes more than a line: its title, and below it its words. */
function longLines({ title, cells }: TextColumn, row: number, { width, style }: Layout): readonly string[] {
  const cell = cells[row]!;
  if (cell === '') return [];
  const inner = INDENT + INDENT;
  const words = wrapWords(cell, width - inner.length).map((line) => inner + line);
  return title === '' ? words : [...wrapWords(title, width - INDENT.length).map((line) => INDENT + style.dim(line)), ...words];
}
