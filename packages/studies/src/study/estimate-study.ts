import type { StudyRun } from './expand-study.js';

/** Estimate of one run. */
export interface RunEstimate {
  readonly calls: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** `null` where a price is unknown. */
  readonly costUsd: number | null;
  /** Of the run alone, from its start to its end. */
  readonly timeMs: number;
}

/** Estimate of several runs. */
export interface RunsEstimate extends Omit<RunEstimate, 'timeMs'> {
  readonly runs: number;
  /** How many of them have no known price; `costUsd` is `null` if there are any. */
  readonly unpriced: number;
  /** All at once: the longest run. */
  readonly timeMs: number;
  /** One run after another. */
  readonly sequentialMs: number;
}

export interface StudyEstimate {
  readonly conditions: readonly (RunsEstimate & { readonly condition: string })[];
  readonly total: RunsEstimate;
}

/** Estimates a study, by condition and in total, before anybody is asked. The app knows what one run takes. */
export function estimateStudy<Run extends Pick<StudyRun, 'condition'>>(
  runs: readonly Run[],
  estimator: (run: Run) => RunEstimate,
): StudyEstimate {
  const estimated = runs.map((run) => ({ condition: run.condition, estimate: estimator(run) }));
  const conditions = [...new Set(runs.map(({ condition }) => condition))].map((condition) => ({
    condition,
    ...addUp(estimated.filter((each) => each.condition === condition).map(({ estimate }) => estimate)),
  }));
  return { conditions, total: addUp(estimated.map(({ estimate }) => estimate)) };
}

function addUp(estimates: readonly RunEstimate[]): RunsEstimate {
  const sum = (of: (estimate: RunEstimate) => number): number => estimates.reduce((total, estimate) => total + of(estimate), 0);
  const unpriced = estimates.filter(({ costUsd }) => costUsd === null).length;
  return {
    runs: estimates.length,
    calls: sum(({ calls }) => calls),
    inputTokens: sum(({ inputTokens }) => inputTokens),
    outputTokens: sum(({ outputTokens }) => outputTokens),
    costUsd: unpriced > 0 ? null : sum(({ costUsd }) => costUsd ?? 0),
    unpriced,
    timeMs: estimates.reduce((longest, { timeMs }) => Math.max(longest, timeMs), 0),
    sequentialMs: sum(({ timeMs }) => timeMs),
  };
}
