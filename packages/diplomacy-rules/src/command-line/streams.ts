import { printable } from './one-line.js';

/** Where a command writes. Tests give something that remembers. */
export interface Streams {
  readonly stdout: Writer;
  readonly stderr: Writer;
}

/** As much of a stream as a command needs. */
export interface Writer {
  /** How many columns it has, if it is a terminal. */
  readonly columns?: number | undefined;
  /** `false` where the reader cannot keep up; `drain` follows once it has. */
  write(text: string): boolean;
  once(event: 'drain', listener: () => void): unknown;
}

/** Writes a line, and waits for a slow reader: a long list must not pile up in memory. */
export async function writeLine(writer: Writer, line: string): Promise<void> {
  if (!writer.write(`${printable(line)}\n`)) await new Promise<void>((resolve) => writer.once('drain', resolve));
}
