import type { SelectableRun } from './select-runs.js';

/**
 * Every run once, in the order given. A copy of a run's folder, whatever it is called, has the run's name, identity and the instant at which
 * it was begun in its header; of several the one that got furthest is kept: one that has ended before others, then the one under its own
 * name. The same command given again in another folder makes a run that was begun at another time, and both stay.
 */
export function distinctRuns<Run extends SelectableRun>(runs: readonly Run[]): readonly Run[] {
  const best = new Map<string, Run>();
  for (const run of runs) {
    const { runId, identity, at } = run.header;
    const key = JSON.stringify([runId, identity, at]);
    const before = best.get(key);
    if (before === undefined || rank(run) > rank(before)) best.set(key, run);
  }
  const kept = new Set(best.values());
  return runs.filter((run) => kept.has(run));
}

function rank({ status, runId, header }: SelectableRun): number {
  return (status === 'completed' ? 2 : 0) + (runId === header.runId ? 1 : 0);
}
