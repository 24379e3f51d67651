import { TypedError } from '@entente/llm-clients/contract';

/** Base of this package's errors: the user can fix the cause. The message is one line that names the problem and its remedy. */
export class ConsoleError extends TypedError {
  static override readonly errorName: string = 'run-console/ConsoleError';
  /** Exit code of the process. */
  readonly exitCode: number = 1;
}

/** The command itself is wrong: an unknown option, or a value that cannot be read. */
export class UsageError extends ConsoleError {
  static override readonly errorName: string = 'run-console/UsageError';
  override readonly exitCode = 2;
}
