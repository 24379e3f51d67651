import type { RunRow } from '../../server/run-row';

/** Short names of two runs that stand side by side: the words that tell a fork from its origin, or their numbers. */
export function runNames(first: RunRow, second: RunRow): readonly [string, string] {
  if (second.forkedFrom?.runId === first.runId) return ['original', 'fork'];
  if (first.forkedFrom?.runId === second.runId) return ['fork', 'original'];
  if (first.condition !== null && second.condition !== null && first.condition !== second.condition)
    return [first.condition, second.condition];
  return ['first run', 'second run'];
}
