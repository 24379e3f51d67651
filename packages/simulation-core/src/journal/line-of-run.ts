import type { ReportedRun } from './run-summary.js';

type Forkable = Pick<ReportedRun<unknown>, 'header'>;

/**
 * Says which runs depend on one another because they began as one: a run, its forks, and theirs have the name of that run in common. A parent
 * that is not among the runs is taken for the first of its line.
 */
export function linesOf(runs: readonly Forkable[]): (run: Forkable) => string {
  const parents = new Map(runs.flatMap(({ header }) => (header.forkedFrom ? [[header.runId, header.forkedFrom.runId]] : [])));
  return ({ header }) => {
    let first = header.runId;
    const passed = new Set<string>();
    for (let parent = parents.get(first) ?? header.forkedFrom?.runId; parent !== undefined; parent = parents.get(first)) {
      if (passed.has(parent)) break;
      passed.add(parent);
      first = parent;
    }
    return first;
  };
}

/** Whether any two of the runs depend on one another in that way. */
export function haveLines(runs: readonly Forkable[]): boolean {
  const lineOf = linesOf(runs);
  return new Set(runs.map(lineOf)).size < runs.length;
}
