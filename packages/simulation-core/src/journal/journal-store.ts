import type { JournalEntry } from './entry.js';
import type { RunSummary } from './run-summary.js';

/** The one writer of a run's journal. */
export interface JournalWriter {
  /** Puts an entry behind all others, at once in memory; `flush` makes it durable. @throws JournalWriteError after a failed write */
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

/** Where journals live. Every implementation passes `describeJournalStore`. */
export interface JournalStore {
  /**
   * Takes the run for this writer; a torn last line is cut off.
   * @param mode `create` for a run that must not exist yet, `continue` for one that must
   * @throws RunExistsError, UnknownRunError, JournalConflictError
   */
  openWriter(runId: string, mode: 'create' | 'continue'): Promise<JournalWriter>;
  /**
   * The entries of a run in order, from the `from`-th on (counted from 0); a torn last line is left out.
   * @throws UnknownRunError, JournalCorruptError
   */
  read(runId: string, from?: number): AsyncIterable<JournalEntry>;
  /** Every run by head and tail of its journal, sorted by run id; cheap, bodies are not read. */
  list(): Promise<readonly RunSummary[]>;
}
