import type { Streams } from './streams.js';

/** A verb of the command line. */
export interface Verb {
  readonly name: string;
  /** Usage after the name: `FILE… [--rulebook NAME]`. */
  readonly usage: string;
  /** One line for the list of verbs. */
  readonly summary: string;
  /** Text of its own `--help`, without the options. */
  readonly details: string;
  readonly options: Readonly<Record<string, VerbOption>>;
  /** Runs it and returns the exit code: 0 for success, 1 for mismatches or failures, 2 if only some input could not be read. */
  readonly run: (input: VerbInput, streams: Streams) => Promise<number>;
}

/** An option of a verb, by its long name. */
export interface VerbOption {
  readonly type: 'string' | 'boolean';
  /** Placeholder for the value in a help text. */
  readonly value?: string;
  readonly description: string;
}

/** Arguments after the verb. */
export interface VerbInput {
  readonly files: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
}

/** A command that cannot be run as written. Its message is one line, and the exit code is 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Returns the file of a verb that takes exactly one. */
export function onlyFile(files: readonly string[]): string {
  const [file, ...more] = files;
  if (file === undefined || more.length > 0) throw new UsageError(`one file is needed, not ${files.length}.`);
  return file;
}
