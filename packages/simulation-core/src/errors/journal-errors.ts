import { SimulationError } from './simulation-error.js';

/** Another writer holds the journal, or has taken it over. */
export class JournalConflictError extends SimulationError {
  readonly runId: string;

  constructor(runId: string, message: string, options: { readonly cause?: unknown } = {}) {
    super(message, options);
    this.runId = runId;
  }
}

/** A line of a journal cannot be read. The last line, when torn, is no error: it is cut off. */
export class JournalCorruptError extends SimulationError {
  readonly runId: string;
  /** Counted from 1. */
  readonly line: number;

  constructor(runId: string, line: number, problem: string, options: { readonly cause?: unknown } = {}) {
    super(`journal of ${runId}, line ${line}: ${problem}; restore the file from a copy, or fork before that line`, options);
    this.runId = runId;
    this.line = line;
  }
}

/** The journal could not be written (disk full, permission, device error). What was on record before still is. */
export class JournalWriteError extends SimulationError {
  readonly runId: string;

  constructor(runId: string, cause: unknown) {
    super(
      `the journal of ${runId} could not be written (${cause instanceof Error ? cause.message : String(cause)}); ` +
        'the run has stopped and keeps all it had on record: make room or mend the disk, then resume it',
      { cause },
    );
    this.runId = runId;
  }
}
