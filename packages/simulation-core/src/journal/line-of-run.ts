import type { ReportedRun } from './run-summary.js';

type Forkable = Pick<ReportedRun<unknown>, 'header'>;

/**
 * Names the line of each run: a run, its forks and their forks share the name of the first, as they depend on one another. A
 * parent that is not among the runs counts as the first of its line.
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

/** Whether any two of the runs are of one line. */
export function haveLines(runs: readonly Forkable[]): boolean {
  const lineOf = linesOf(runs);
  return new Set(runs.map(lineOf)).size < runs.length;
}
