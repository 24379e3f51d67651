import { TypedError } from '@entente/llm-clients/contract';

/** Something the user can mend; the message is one line that says what is wrong and how. */
export class ConsoleError extends TypedError {
  static override readonly errorName: string = 'run-console/ConsoleError';
  /** What the process ends with. */
  readonly exitCode: number = 1;
}

/** The command itself is wrong: an unknown option, a value that cannot be read. */
export class UsageError extends ConsoleError {
  static override readonly errorName: string = 'run-console/UsageError';
  override readonly exitCode = 2;
}
