/** A command that cannot be run as it was written. Its message is one line, and the exit code is 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
