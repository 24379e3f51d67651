import type { JournalStore, RunSummary } from '@entente/simulation-core';
import { explainError } from '../cli/explain-error.js';

/** What a folder of runs holds, as far as it can be read. */
export interface KnownRuns {
  /** Copies among them; `withoutCopies` leaves those out. */
  readonly runs: readonly RunSummary[];
  /** How many journals are damaged; each has been told. */
  readonly damaged: number;
  /** How many journals hold nothing yet; each has been told. */
  readonly empty: number;
}

/**
 * Lists runs for a command. A journal that cannot be listed is told in a line and hides no other.
 * @param listener takes lines without their line feeds; a session is one
 */
export async function listKnown(store: Pick<JournalStore, 'list'>, listener: { note(line: string): void }): Promise<KnownRuns> {
  let damaged = 0;
  let empty = 0;
  const runs = await store.list(({ kind, error }) => {
    if (kind === 'damaged') damaged++;
    else empty++;
    listener.note(explainError(error));
  });
  return { runs, damaged, empty };
}
