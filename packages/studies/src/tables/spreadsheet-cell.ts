/** A text that a spreadsheet would take for a formula, with any number of apostrophes before it. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;
const GUARDED = /^'+[=+\-@\t\r\n＝＋－＠]/;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/**
 * A text as a cell that no spreadsheet runs: one that would begin a formula gets an apostrophe before it, which spreadsheets take for
 * "this is text" (https://owasp.org/www-community/attacks/CSV_Injection). A plain number such as -3.5 stays one. `fromSpreadsheetCell` undoes it.
 */
export function toSpreadsheetCell(text: string): string {
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

/** The text that `toSpreadsheetCell` was given. */
export function fromSpreadsheetCell(cell: string): string {
  return GUARDED.test(cell) ? cell.slice(1) : cell;
}
