import type { RunRow } from '../run-row.js';

type Counts = { readonly [status in RunRow['status']]?: number };

/** A study in the list of studies. */
export interface StudyRow {
  readonly name: string;
  /** Kinds of program that its runs are of. */
  readonly programs: readonly string[];
  /** Versions of its file, the most recent first; null for runs made before versions were on record. */
  readonly versions: readonly (string | null)[];
  readonly conditions: readonly { readonly name: string | null; readonly runs: number; readonly statuses: Counts }[];
  readonly runs: number;
  readonly statuses: Counts;
  /** Dollars; null where a run has no price. */
  readonly cost: number | null;
  /** Milliseconds since the Unix epoch at which the most recent run began. */
  readonly startedAt: number;
}

/** Studies of runs, the most recent first. Forks are not counted. */
export function studyRows(runs: readonly RunRow[]): readonly StudyRow[] {
  const studies = new Map<string, RunRow[]>();
  for (const run of runs) {
    if (run.study === null || run.forkedFrom !== null) continue;
    const own = studies.get(run.study);
    if (own) own.push(run);
    else studies.set(run.study, [run]);
  }
  return [...studies].map(([name, own]) => studyRow(name, own)).toSorted((one, other) => other.startedAt - one.startedAt);
}

function studyRow(name: string, runs: readonly RunRow[]): StudyRow {
  const latestFirst = runs.toSorted((one, other) => other.startedAt - one.startedAt);
  const conditions = distinct(runs.map(({ condition }) => condition)).map((condition) => {
    const own = runs.filter((run) => run.condition === condition);
    return { name: condition, runs: own.length, statuses: countStatuses(own) };
  });
  return {
    name,
    programs: distinct(runs.map(({ program }) => program)),
    versions: distinct(latestFirst.map(({ studyVersion }) => studyVersion)),
    conditions: conditions.toSorted((one, other) => ((one.name ?? '') < (other.name ?? '') ? -1 : 1)),
    runs: runs.length,
    statuses: countStatuses(runs),
    cost: runs.reduce<number | null>((sum, { cost }) => (sum === null || cost === null ? null : sum + cost), 0),
    startedAt: latestFirst[0]?.startedAt ?? 0,
  };
}

function countStatuses(runs: readonly RunRow[]): Counts {
  const counts: { [status in RunRow['status']]?: number } = {};
  for (const { status } of runs) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

function distinct<Value>(values: readonly Value[]): readonly Value[] {
  return [...new Set(values)];
}
