import type { DamagedRun, ListChange } from '../../server/list/listed-runs';
import type { RunRow } from '../../server/run-row';

/** Every run of the place, live. */
export interface AllRuns {
  readonly place: string;
  readonly runs: readonly RunRow[];
  readonly damaged: readonly DamagedRun[];
  /** Number of runs in the place; more than rows while they are being read. */
  readonly known: number;
}

/** The list with a change put in. */
export function changed(all: AllRuns, { runs, damaged, gone, known }: Omit<ListChange, 'version' | 'isComplete'>): AllRuns {
  const others = new Set([...runs, ...damaged].map(({ runId }) => runId).concat(gone));
  return {
    place: all.place,
    runs: [...all.runs.filter(({ runId }) => !others.has(runId)), ...runs],
    damaged: [...all.damaged.filter(({ runId }) => !others.has(runId)), ...damaged],
    known,
  };
}
