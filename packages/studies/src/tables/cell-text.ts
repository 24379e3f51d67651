import { printableText } from './printable-text.js';
import { NOTHING } from './quantity.js';
import type { Cell, PrintedColumn, Row } from './table.js';
import { toTwelveDigits } from './figures.js';

/** A cell of a row as it is shown to people, on one line: a dash for what is missing, control characters as pictures. */
export function cellText(
  { format, nothing = NOTHING }: Pick<PrintedColumn, 'format' | 'nothing'>,
  value: Cell | undefined,
  row: Row,
): string {
  if (value === null || value === undefined) return nothing;
  if (value === '') return '';
  if (typeof value === 'boolean') return format ? format(String(value), row) : value ? 'yes' : 'no';
  const text = format ? format(value, row) : String(typeof value === 'number' ? toTwelveDigits(value) : value);
  return printableText(text.replace(/[\t\n\r\u2028\u2029]+/g, ' '));
}
