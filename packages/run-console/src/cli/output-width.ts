import type { ConsoleIo, TextOutput } from './console-io.js';

/** No text is laid out for fewer columns than this. */
export const LEAST_WIDTH = 40;

/** Of a terminal that does not say. */
const USUAL_WIDTH = 80;

/** Columns a text may take: the terminal's, any number where the output is none, so that nothing is cut in a pipe or a file. */
export function outputWidth({ columns, isTTY }: TextOutput): number {
  if (columns !== undefined && columns > 0) return Math.max(LEAST_WIDTH, columns);
  return isTTY === true ? USUAL_WIDTH : Infinity;
}

/** The same surroundings, with results laid out for so many columns, whatever the terminal is. */
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
