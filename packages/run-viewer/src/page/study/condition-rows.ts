import { compareNaturally } from '@entente/studies';
import type { RunRow } from '../../server/run-row';
import type { Fields } from './report-table';

/** Runs of a condition, counted and summed. Forks are counted apart and are in no sum. */
export interface ConditionRow {
  readonly condition: string | null;
  readonly runs: number;
  readonly statuses: { readonly [status in RunRow['status']]?: number };
  readonly forks: number;
  readonly calls: number;
  readonly tokens: number;
  /** Dollars; null where a run has no price. */
  readonly cost: number | null;
  /** Attempts that failed, as the report counts them; null where it has none of these runs. */
  readonly failedCalls: number | null;
  /** Scores that do not exist; null where the report has none of these runs. */
  readonly missing: number | null;
  /** Replies in whose place something else stands: those of partners and directors, or orders by default. */
  readonly otherMissing: number | null;
}

interface ReportRows {
  /** Rows of the tables `results`. */
  readonly results: readonly Fields[];
  /** Rows of the tables `timing`. */
  readonly timing: readonly Fields[];
}

/** Counts and sums the runs of a study by condition. */
export function conditionRows(runs: readonly RunRow[], { results, timing }: ReportRows): readonly ConditionRow[] {
  const resultOf = new Map(results.map((row) => [row['run'], row]));
  const timingOf = new Map(timing.map((row) => [row['run'], row]));
  const conditions = [...new Set(runs.map(({ condition }) => condition))];
  conditions.sort((one, other) => compareNaturally(one ?? '', other ?? ''));
  return conditions.map((condition) => {
    const all = runs.filter((run) => run.condition === condition);
    const own = all.filter(({ forkedFrom }) => forkedFrom === null);
    const statuses: { [status in RunRow['status']]?: number } = {};
    for (const { status } of own) statuses[status] = (statuses[status] ?? 0) + 1;
    const rowsIn = (rows: ReadonlyMap<unknown, Fields>): readonly Fields[] =>
      own.map(({ runId }) => rows.get(runId)).filter((row) => row !== undefined);
    const found = rowsIn(resultOf);
    return {
      condition,
      runs: own.length,
      statuses,
      forks: all.length - own.length,
      calls: own.reduce((sum, { calls }) => sum + calls, 0),
      tokens: own.reduce((sum, { inputTokens, outputTokens }) => sum + inputTokens + outputTokens, 0),
      cost: own.reduce<number | null>((sum, { cost }) => (sum === null || cost === null ? null : sum + cost), 0),
      failedCalls: sumOf(rowsIn(timingOf), 'failedCalls'),
      missing: sumOf(found, 'missing'),
      otherMissing: sumOf(found, 'otherMissing') ?? sumOf(found, 'defaulted'),
    };
  });
}

/** Sum of the numbers that are there; null where there is none. */
function sumOf(rows: readonly Fields[], key: string): number | null {
  const known = rows.map((row) => row[key]).filter((value) => typeof value === 'number');
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}
