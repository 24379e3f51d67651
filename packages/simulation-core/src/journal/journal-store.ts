import type { JournalEntry } from './entry.js';
import type { RunSummary } from './run-summary.js';

/** The one writer of a run's journal. */
export interface JournalWriter {
  /**
   * Puts an entry behind all others, at once in memory; `flush` makes it durable.
   * @throws JournalEntryError where the entry could not be read again (`assertReadable`): nothing of it is written, and the journal goes on
   * @throws JournalWriteError after a failed write
   */
  append(entry: JournalEntry): void;
  /**
   * Resolves when everything appended so far is as durable as the store promises.
   * @throws JournalWriteError, then and for ever after
   * @throws JournalConflictError when another writer has taken the run over
   */
  flush(): Promise<void>;
  /** Flushes, and gives the run free for the next writer. */
  close(): Promise<void>;
}

/** A journal that a store holds and cannot list. */
export interface UnlistedRun {
  /** As the store names it. */
  readonly runId: string;
  /** `empty`: a process was killed before anything was recorded, and the run may be started anew. `damaged`: it must be mended. */
  readonly kind: 'empty' | 'damaged';
  /** Says in one line what is wrong and what to do. */
  readonly error: Error;
  /** The run's own name, where its header can be read: a renamed or copied folder is called otherwise. */
  readonly origin?: string | undefined;
}

/** Where journals live. Every implementation passes `describeJournalStore`. */
export interface JournalStore {
  /**
   * Takes the run for this writer; a torn last line is cut off.
   * @param mode `create` for a run that must not exist yet, `continue` for one that must
   * @throws RunExistsError, UnknownRunError, JournalConflictError
   * @throws JournalCorruptError where a journal stands that has lost its header: nothing may be written over it
   */
  openWriter(runId: string, mode: 'create' | 'continue'): Promise<JournalWriter>;
  /**
   * The entries of a run in order, from the `from`-th on (counted from 0); a torn last line is left out. A store whose
   * journals can be changed from outside holds lines and entries against each other (`checkEntries`).
   * @throws UnknownRunError, JournalCorruptError
   */
  read(runId: string, from?: number): AsyncIterable<JournalEntry>;
  /**
   * One run by head and tail of its journal, as `list` has it; no other run is looked at, and no body is read.
   * @returns undefined where no journal has this name
   * @throws EmptyJournalError where a process was killed before anything was recorded: the run may be started anew;
   *   JournalCorruptError, or another SimulationError that says in one line why the journal cannot be read
   */
  summary(runId: string): Promise<RunSummary | undefined>;
  /**
   * Every run by head and tail of its journal, sorted by run id; cheap, bodies are not read.
   * @param onUnlisted is told of each journal that cannot be listed, and keeps it from hiding the others; without it the
   *   first damaged one is thrown
   */
  list(onUnlisted?: (run: UnlistedRun) => void): Promise<readonly RunSummary[]>;
}
