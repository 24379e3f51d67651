import type { Json, RunSummary } from '@entente/simulation-core';
import { findSameRuns, type SameRuns, type StudyRun } from '@entente/studies';
import { countOf } from '@entente/studies/tables';
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
 * condition it belongs. A run that two conditions have in common is played by each, under a name with its condition.
 * @throws UsageError where two conditions agree in every run
 */
export function planStudy<State, Fact extends { readonly type: string }>(
  kind: RunKind<State, Fact>,
  runs: readonly StudyRun[],
  { models, specs, known, labels = {} }: StudyPlanning,
): { readonly plans: readonly Plan<State, Fact>[]; readonly shared: SameRuns['shared'] } {
  const { noun } = kind.words;
  const plan = (run: StudyRun, name: string): Plan<State, Fact> => {
    const { id, seed, replicate } = run;
    const spec = specs.get(id);
    if (spec === undefined) throw new Error(`Nobody described the ${noun} of ${id}; plan the runs that were described.`);
    return planRun(
      kind,
      { name, spec, seed, replicate, labels: { ...labels, ...run.labels } },
      { models, known, further: false },
    );
  };
  const plans = new Map(runs.map((run) => [run.id, plan(run, run.study)]));
  const { shared, fault } = findSameRuns(runs, ({ id }) => plans.get(id)?.runId);
  if (fault !== undefined)
    throw new UsageError(
      `${fault.ids.join(' and ')} are the same ${noun}, so they say nothing about a difference; change or drop a condition.`,
    );
  const withCondition = (run: StudyRun): Plan<State, Fact> => plan(run, `${run.study}~${asName(run.condition)}`);
  return { plans: runs.map((run) => (shared.has(run.id) ? withCondition(run) : plans.get(run.id)!)), shared };
}

/** A condition's name as part of a run's: letters, digits, dots and dashes. */
const asName = (condition: string): string => condition.replace(/[^\w.-]+/g, '-').slice(0, 40);

/** Tells how many runs two conditions share, and what that means; undefined where there are none. */
export function noteSharedRuns(shared: SameRuns['shared'], noun: string): string | undefined {
  const [one] = shared;
  if (one === undefined) return undefined;
  const count = countOf(shared.size, noun);
  return `${count} of one condition ${shared.size === 1 ? 'is' : 'are'} the same as under another (${one[1]} and ${one[0]}): each condition plays its own, and chance alone is between the two`;
}
