import { diskProblem } from './system-error.js';
import { SimulationError } from './simulation-error.js';

/** Another writer holds the journal, or has taken it over. */
export class JournalConflictError extends SimulationError {
  static override readonly errorName: string = 'simulation-core/JournalConflictError';
  readonly runId: string;

  constructor(runId: string, message: string, options: { readonly cause?: unknown } = {}) {
    super(message, options);
    this.runId = runId;
  }
}

export interface JournalDamage {
  /** Step that the line belongs to, or the last one that began before it. */
  readonly step?: string | undefined;
  readonly cause?: unknown;
}

/** Beginning of the problem of a line that only a newer version can read. */
export const NEWER_VERSION = 'written by a newer version';

function remedy(problem: string, step: string | undefined): string {
  if (problem.startsWith(NEWER_VERSION)) return '; update this program';
  if (step === undefined) return '; restore the file from a copy, or move its folder elsewhere to play the run anew';
  return `; restore the file from a copy, or fork the run at ${step}, which keeps what is sound before that step`;
}

/** A line of a journal cannot be read, or is not the one that was written. A torn last line is no error: it is cut off. */
export class JournalCorruptError extends SimulationError {
  static override readonly errorName: string = 'simulation-core/JournalCorruptError';
  readonly runId: string;
  /** Counted from 1. */
  readonly line: number;
  readonly problem: string;
  /** A fork at this step keeps all that is sound before it. Undefined where no step had begun. */
  readonly step: string | undefined;

  constructor(runId: string, line: number, problem: string, { step, cause }: JournalDamage = {}) {
    super(`journal of ${runId}, line ${line}${step === undefined ? '' : ` (${step})`}: ${problem}${remedy(problem, step)}`, {
      cause,
    });
    this.runId = runId;
    this.line = line;
    this.problem = problem;
    this.step = step;
  }
}

/** The journal could not be written (disk full, permission, device error). Earlier entries are still on record. */
export class JournalWriteError extends SimulationError {
  static override readonly errorName: string = 'simulation-core/JournalWriteError';
  readonly runId: string;

  constructor(runId: string, cause: unknown) {
    const problem = diskProblem(cause) ?? `${cause instanceof Error ? cause.message : String(cause)}: make room or mend the disk`;
    super(`the journal of ${runId} could not be written: ${problem}, then resume the run, which keeps all it had on record`, {
      cause,
    });
    this.runId = runId;
  }
}

/** A journal exists, but has no whole line: its process was killed before anything was recorded. */
export class EmptyJournalError extends SimulationError {
  static override readonly errorName: string = 'simulation-core/EmptyJournalError';
  constructor(runId: string) {
    super(`the journal of ${runId} is empty: nothing was recorded; the command that began it starts it anew`);
  }
}

/** A journal cannot be read, whatever its contents: it is no file, this user may not read it, or the disk fails. */
export class JournalReadError extends SimulationError {
  static override readonly errorName: string = 'simulation-core/JournalReadError';
  readonly runId: string;

  constructor(runId: string, problem: string, cause: unknown) {
    super(`the journal of ${runId} cannot be read: ${problem}`, { cause });
    this.runId = runId;
  }
}

/** An entry could not be read again, so it was not written: a program or a model made something that no journal can hold. */
export class JournalEntryError extends SimulationError {
  static override readonly errorName: string = 'simulation-core/JournalEntryError';
  /** Type and place of the entry: `answer-recorded S1901M/orders/FRANCE#0`. */
  readonly entry: string;
  /** Field that is wrong: `result.usage.inputTokens`. */
  readonly field: string;

  constructor(entry: string, field: string, problem: string) {
    super(`${entry} cannot be recorded: ${field}: ${problem}; mend the program or the model that made it`);
    this.entry = entry;
    this.field = field;
  }
}
