/** Format of wrapped lines. */
export interface Wrapping {
  /** Width of the terminal. Without one, or if it is too narrow, lines are not broken. */
  readonly columns: number | undefined;
  /** Number of spaces before every part but the first. */
  readonly indent: number;
}

/** Minimum number of columns beside the indent; a long line reads better than narrower parts. */
const NARROWEST = 30;

/** Breaks a line between words so that it fits a terminal. Breaks only at spaces after the indent, so that columns stay aligned. */
export function wrapLine(line: string, { columns, indent }: Wrapping): readonly string[] {
  if (columns === undefined || columns - indent < NARROWEST || line.length <= columns) return [line];
  const parts: string[] = [];
  let rest = line;
  while (rest.length > columns) {
    const space = rest.lastIndexOf(' ', columns);
    const end = space > indent ? space : rest.indexOf(' ', columns);
    if (end < 0) break;
    parts.push(rest.slice(0, end));
    rest = ' '.repeat(indent) + rest.slice(end + 1);
  }
  return [...parts, rest];
}
