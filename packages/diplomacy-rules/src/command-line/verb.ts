import type { Streams } from './streams.js';

/** One thing that the command line can do. */
export interface Verb {
  readonly name: string;
  /** What follows the name in a command: `FILE… [--rulebook NAME]`. */
  readonly usage: string;
  /** One line for the list of verbs. */
  readonly summary: string;
  /** What its own `--help` says, without the options. */
  readonly details: string;
  readonly options: Readonly<Record<string, VerbOption>>;
  /** Runs it and gives the exit code: 0 all is well, 1 something is not as it should be, 2 nothing is so, but something could not be read. */
  readonly run: (input: VerbInput, streams: Streams) => Promise<number>;
}

/** An option of a verb, by its long name. */
export interface VerbOption {
  readonly type: 'string' | 'boolean';
  /** What stands for the value in a help text. */
  readonly value?: string;
  readonly description: string;
}

/** What was written after the verb. */
export interface VerbInput {
  readonly files: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
}

/** A command that cannot be run as it was written. Its message is one line, and the exit code is 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The one file of a verb that takes no more. */
export function onlyFile(files: readonly string[]): string {
  const [file, ...more] = files;
  if (file === undefined || more.length > 0) throw new UsageError(`one file is needed, not ${files.length}.`);
  return file;
}
