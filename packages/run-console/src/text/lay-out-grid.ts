import { displayWidth, padEnd, padStart, widest } from './display-width.js';

import type { Style } from './style.js';
import { wrapWords } from './wrap-text.js';

/** A column with its cells as they are shown: those of the rows, then that of the totals. */
export interface TextColumn {
  readonly title: string;
  readonly align: 'left' | 'right';
  readonly cells: readonly string[];
}

/** Texts that are to be laid out: the last cell of each column belongs to the totals, where there are some. */
export interface TextTable {
  readonly columns: readonly TextColumn[];
  readonly rows: number;
  readonly hasTotals: boolean;
}

const GAP = '  ';
/** A row of more lines than this is read more easily as a block. */
const MOST_LINES = 3;
/** No column of words becomes narrower than this for want of room. */
const LEAST_FOR_WORDS = 16;

/**
 * A table as lines of cells below their titles, or null where it needs more than the width. Titles and cells go on in the next
 * line where that helps; the first column and those of numbers never do, so that a row can be seen to begin.
 */
export function layOutGrid(table: TextTable, { width, style }: { readonly width: number; readonly style: Style }): string | null {
  const { columns, rows, hasTotals } = table;
  const widths = widthsOf(columns, width);
  if (widths === null) return null;

  const linesOf = (texts: readonly string[], from: 'top' | 'bottom'): readonly string[] => {
    const wrapped = texts.map((text, index) => (displayWidth(text) <= widths[index]! ? [text] : wrapWords(text, widths[index]!)));
    const height = Math.max(...wrapped.map(({ length }) => length));
    return Array.from({ length: height }, (_, line) =>
      wrapped
        .map((lines, index) => {
          const text = lines[from === 'top' ? line : line - height + lines.length] ?? '';
          return columns[index]!.align === 'right' ? padStart(text, widths[index]!) : padEnd(text, widths[index]!);
        })
        .join(GAP)
        .trimEnd(),
    );
  };
  const body = Array.from({ length: rows + (hasTotals ? 1 : 0) }, (_, row) =>
    linesOf(
      columns.map(({ cells }) => cells[row]!),
      'top',
    ),
  );
  if (body.some(({ length }) => length > MOST_LINES)) return null;
  const head = linesOf(
    columns.map(({ title }) => title),
    'bottom',
  );
  const rule = style.dim(widths.map((each) => '─'.repeat(each)).join(GAP));
  const totals = hasTotals ? [rule, ...body.at(-1)!] : [];
  return [...head.map(style.bold), rule, ...body.slice(0, rows).flat(), ...totals].join('\n');
}

/** Widths that fit, the widest columns having given way first; null where there are none. */
function widthsOf(columns: readonly TextColumn[], width: number): readonly number[] | null {
  const mayWrap = columns[0]?.cells.every((cell) => cell !== '') ?? false;
  const least = columns.map((column, index) => leastWidth(column, mayWrap && index > 0));
  const widths = columns.map(({ title, cells }) => widest([title, ...cells]));
  let excess = widths.reduce((sum, each) => sum + each, 0) + GAP.length * Math.max(0, widths.length - 1) - width;
  while (excess > 0) {
    const giving = widths.reduce(
      (most, each, index) => (each > least[index]! && (most < 0 || each > widths[most]!) ? index : most),
      -1,
    );
    if (giving < 0) return null;
    widths[giving]!--;
    excess--;
  }
  return widths;
}

function leastWidth({ title, align, cells }: TextColumn, mayWrap: boolean): number {
  const ofTitle = widest(title.split(' '));
  if (align === 'right' || !mayWrap) return Math.max(ofTitle, widest(cells));
  const ofWords = Math.max(LEAST_FOR_WORDS, widest(cells.flatMap((cell) => cell.split(' '))));
  return Math.max(ofTitle, Math.min(ofWords, widest(cells)));
}
