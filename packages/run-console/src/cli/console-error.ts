const MARKER = Symbol.for('@entente/run-console.error');

/** Something the user can mend; the message is one line that says what is wrong and how. */
export class ConsoleError extends Error {
  readonly [MARKER] = true;
  /** What the process ends with. */
  readonly exitCode: number = 1;

  constructor(message: string, options: { readonly cause?: unknown } = {}) {
    super(message, options);
    this.name = new.target.name;
  }

  static isInstance(error: unknown): error is ConsoleError {
    return typeof error === 'object' && error !== null && MARKER in error;
  }
}

/** The command itself is wrong: an unknown option, a value that cannot be read. */
export class UsageError extends ConsoleError {
  override readonly exitCode = 2;
}
