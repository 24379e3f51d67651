/** Where a line may end, and where its next part begins. */
export interface Wrapping {
  /** The width of the terminal; nothing is broken where there is none, or where it is too narrow to be worth it. */
  readonly columns: number | undefined;
  /** Spaces before every part but the first. */
  readonly indent: number;
}

/** Fewer columns than this beside the indent make a worse text than a line that runs over. */
const NARROWEST = 30;

/** Breaks a line between words so that it fits a terminal. Only spaces after the indent are looked at, so that columns stay columns. */
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
