import type { ConsoleIo, TextOutput } from './console-io.js';

/** Minimum number of columns for which text is laid out. */
export const LEAST_WIDTH = 40;

/** Width assumed for a terminal that does not report its own. */
const USUAL_WIDTH = 80;

/** Number of columns that a text may take: the terminal's, or any number in a pipe or a file, so that nothing is cut there. */
export function outputWidth({ columns, isTTY }: TextOutput): number {
  if (columns !== undefined && columns > 0) return Math.max(LEAST_WIDTH, columns);
  return isTTY === true ? USUAL_WIDTH : Infinity;
}

/** Returns the same surroundings with results laid out for this number of columns, whatever the terminal is. */
export function withWidth(io: ConsoleIo, columns: number): ConsoleIo {
  const { stdout } = io;
  const narrowed: TextOutput = {
    write: (text) => stdout.write(text),
    columns,
    isTTY: stdout.isTTY,
    rows: stdout.rows,
  };
  return { ...io, stdout: narrowed };
}
