import type { JournalStore, RunSummary, UnlistedRun } from '@entente/simulation-core';
import { explainError } from '../cli/explain-error.js';

/** Contents of a folder of runs, as far as they can be read. */
export interface KnownRuns {
  /** Copies among them; `withoutCopies` leaves those out. */
  readonly runs: readonly RunSummary[];
  /** How many journals are damaged; each has been told. */
  readonly damaged: number;
  /** How many journals hold nothing yet; each has been told. */
  readonly empty: number;
}

/** Of more empty journals than this one line tells: a batch that was killed at its start leaves hundreds. */
const MOST_TOLD = 3;

/**
 * Lists runs for a command. A journal that cannot be listed is told in a line and hides no other; many that are empty are told in one.
 * @param listener takes lines without their line feeds; a session is one
 */
export async function listKnown(store: Pick<JournalStore, 'list'>, listener: { note(line: string): void }): Promise<KnownRuns> {
  let damaged = 0;
  const empty: UnlistedRun[] = [];
  const runs = await store.list((run) => {
    if (run.kind === 'empty') {
      empty.push(run);
      return;
    }
    damaged++;
    listener.note(explainError(run.error));
  });
  if (empty.length <= MOST_TOLD) for (const { error } of empty) listener.note(explainError(error));
  else
    listener.note(
      `the journals of ${empty[0]!.runId} and ${empty.length - 1} more are empty: nothing was recorded; the commands that began them start them anew`,
    );
  return { runs, damaged, empty: empty.length };
}
