import type { Json, RunSummary } from '@entente/simulation-core';
import type { StudyRun } from '@entente/studies';
import { UsageError } from '../cli/console-error.js';
import { type Plan, planRun } from '../journals/plan-run.js';
import type { RunKind } from '../journals/run-kind.js';
import type { ModelSource } from '../session/model-source.js';

export interface StudyPlanning {
  readonly models: ModelSource;
  /** By the id of the run. */
  readonly specs: ReadonlyMap<string, Json>;
  readonly known: readonly RunSummary[];
  /** For every run, beside those of the study. */
  readonly labels?: Readonly<Record<string, string>>;
}

/**
 * A plan for every run of a study. Its folder is named after the study, so that two studies never share a run, whose labels say to which
 * condition it belongs.
 * @throws UsageError where two runs would be one and the same
 */
export function planStudy<State, Fact extends { readonly type: string }>(
  kind: RunKind<State, Fact>,
  runs: readonly StudyRun[],
  { models, specs, known, labels = {} }: StudyPlanning,
): readonly Plan<State, Fact>[] {
  const { noun } = kind.words;
  const planned = new Map<string, string>();
  return runs.map((run) => {
    const { id, study, seed, replicate } = run;
    const spec = specs.get(id);
    if (spec === undefined) throw new Error(`Nobody described the ${noun} of ${id}; plan the runs that were described.`);
    const request = { name: study, spec, seed, replicate, labels: { ...labels, ...run.labels } };
    const plan = planRun(kind, request, { models, known, further: false });
    const same = planned.get(plan.runId);
    if (same !== undefined)
      throw new UsageError(
        `${same} and ${id} are the same ${noun}, so they say nothing about a difference; change or drop a condition.`,
      );
    planned.set(plan.runId, id);
    return plan;
  });
}
