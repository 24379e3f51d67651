import { StudyError } from '../study-error.js';

/** A study file that is not understood. The message is one line that begins with where: `line 12: ...`. */
export class StudyFileError extends StudyError {
  static override readonly errorName: string = 'studies/StudyFileError';
  /** From 1. */
  readonly line: number;

  constructor(message: string, { line, cause }: { readonly line: number; readonly cause?: unknown }) {
    super(`line ${line}: ${message}`, { cause });
    this.line = line;
  }
}

/** Refuses a study because of the value at a path in it. @throws StudyFileError with the line of the value */
export type Refuse = (path: readonly PropertyKey[], message: string) => never;
