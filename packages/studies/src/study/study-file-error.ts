import { StudiesError } from '../errors.js';

/** A study file that is not understood. The message is one line that begins with where: `line 12: ...`. */
export class StudyFileError extends StudiesError {
  static override readonly errorName: string = 'studies/StudyFileError';
  /** From 1. */
  readonly line: number;

  constructor(message: string, { line, cause }: { readonly line: number; readonly cause?: unknown }) {
    super(`line ${line}: ${message}`, { cause });
    this.line = line;
  }
}
