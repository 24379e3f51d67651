import { printable } from './one-line.js';

/** Output streams of a command. Tests pass ones that capture. */
export interface Streams {
  readonly stdout: Writer;
  readonly stderr: Writer;
}

/** The part of a stream that a command needs. */
export interface Writer {
  /** Number of columns, if it is a terminal. */
  readonly columns?: number | undefined;
  /** Returns `false` if the reader cannot keep up. `drain` follows once it has. */
  write(text: string): boolean;
  once(event: 'drain', listener: () => void): unknown;
}

/** Writes a line, and waits for a slow reader: otherwise a long list would pile up in memory. */
export async function writeLine(writer: Writer, line: string): Promise<void> {
  if (!writer.write(`${printable(line)}\n`)) await new Promise<void>((resolve) => writer.once('drain', resolve));
}
