import type { JournalEntry } from './entry.js';
import type { JournalIndex } from './journal-index.js';
import type { RunSummary } from './run-summary.js';

/** The one writer of a run's journal. */
export interface JournalWriter {
  /**
   * Appends an entry in memory at once; `flush` makes it durable.
   * @throws JournalEntryError for an entry that could not be read again (`assertReadable`): it is not written, and the journal
   *   goes on
   * @throws JournalWriteError after a failed write
   */
  append(entry: JournalEntry): void;
  /**
   * Resolves when everything appended so far is as durable as the store promises.
   * @throws JournalWriteError, then and for ever after
   * @throws JournalConflictError when another writer has taken the run over
   */
  flush(): Promise<void>;
  /** Flushes, and releases the run for the next writer. */
  close(): Promise<void>;
}

/** A journal that a store holds but cannot list. */
export interface UnlistedRun {
  /** Name in the store. */
  readonly runId: string;
  /**
   * `empty`: nothing was recorded before the process was killed, so the run may be started anew. `damaged`: it must be mended.
   */
  readonly kind: 'empty' | 'damaged';
  /** Tells the problem and the remedy in one line. */
  readonly error: Error;
  /** Name of the run by its header, where that can be read. A renamed or copied folder has another name. */
  readonly origin?: string | undefined;
}

/** State of a journal as far as its store tells without reading it. */
export interface JournalMark {
  /** Changes whenever an entry is appended. */
  readonly mark: string;
  /** Milliseconds since the Unix epoch of the last change; 0 where the store does not know. */
  readonly changedAt: number;
}

/** Storage of journals. Every implementation passes `describeJournalStore`. */
export interface JournalStore {
  /**
   * Takes the run for this writer and cuts off a torn last line.
   * @param mode `create` for a run that must not exist yet, `continue` for one that must
   * @throws RunExistsError, UnknownRunError, JournalConflictError
   * @throws JournalCorruptError for a journal that has lost its header: nothing may be written over it
   */
  openWriter(runId: string, mode: 'create' | 'continue'): Promise<JournalWriter>;
  /**
   * Reads the entries of a run in order, from index `from` on, without a torn last line. A store whose journals can be changed
   * from outside checks lines and entries against each other (`checkEntries`).
   * @throws UnknownRunError, JournalCorruptError
   */
  read(runId: string, from?: number): AsyncIterable<JournalEntry>;
  /**
   * Opens a journal for reading here and there, without parsing the rest; close it when done. A torn last line is no entry yet.
   * @throws UnknownRunError, JournalCorruptError
   */
  openIndex(runId: string): Promise<JournalIndex>;
  /**
   * Summary of one run, as in `list`. Reads only the head and the tail of its journal.
   * @returns undefined where no journal has this name
   * @throws EmptyJournalError if nothing was recorded before the process was killed, so the run may be started anew;
   *   JournalCorruptError, or another SimulationError that tells in one line why the journal cannot be read
   */
  summary(runId: string): Promise<RunSummary | undefined>;
  /**
   * Summaries of all runs, sorted by run id. Cheap: reads only heads and tails of journals.
   * @param onUnlisted called with each journal that cannot be listed (default: throws the error of the first damaged one)
   */
  list(onUnlisted?: (run: UnlistedRun) => void): Promise<readonly RunSummary[]>;
  /**
   * Marks of journals by run id, for those who watch many of them. Nothing is read, so a journal with a mark may be
   * empty or damaged.
   * @param runIds journals to look at (default: all); those that are gone are left out
   */
  marks(runIds?: readonly string[]): Promise<ReadonlyMap<string, JournalMark>>;
}
