import { noteSharedRuns, type Session } from '@entente/run-console/session';
import { isExplainedError } from '@entente/llm-clients/contract';
import type { MaterialFault } from '@entente/relationship/material';
import { canonicalJson } from '@entente/simulation-core';
import { type CheckedStudy, expandStudy, findSameRuns, type Study, type StudyRun } from '@entente/studies';
import { type RunSpec, toJson } from '../couple-runs/run-spec.js';
import { SettingFault } from '../couple-runs/setting-fault.js';
import type { CoupleStudyRunner } from './couple-study-runner.js';

/** The runs of a study with their specs, or everything that is wrong with its conditions. */
export interface CheckedConditions {
  readonly runs: readonly StudyRun[];
  readonly specs: ReadonlyMap<string, RunSpec>;
  readonly faults: readonly Omit<MaterialFault, 'file'>[];
  /** Line on runs that two conditions have in common; undefined where there are none. */
  readonly note: string | undefined;
}

/**
 * Describes every run of a study as `batch` would, and gathers what is wrong with the conditions: settings that have no effect or contradict
 * each other, and conditions that are the same in every run.
 */
export function checkConditions(
  study: Study,
  { lineOfSetting, lineOfCondition }: Pick<CheckedStudy, 'lineOfSetting' | 'lineOfCondition'>,
  { runner, session }: { readonly runner: CoupleStudyRunner; readonly session: Session },
): CheckedConditions {
  const faults: Omit<MaterialFault, 'file'>[] = [];
  const specs = new Map<string, RunSpec>();
  const complained = new Set<string>();
  const attempt = <Result>(condition: string, act: () => Result): Result | undefined => {
    try {
      return act();
    } catch (cause) {
      if (!isExplainedError(cause)) throw cause;
      const { message } = cause as Error;
      const isOfSetting = SettingFault.isInstance(cause);
      const line = isOfSetting ? lineOfSetting(condition, cause.setting) : lineOfCondition(condition);
      // A value is wrong once, however many conditions and couples have it.
      const place = `${line} ${isOfSetting ? cause.setting : message}`;
      if (!complained.has(place)) faults.push(...message.split('\n').map((part) => ({ line, message: part })));
      complained.add(place);
      return undefined;
    }
  };
  const runs = expandStudy(study, runner.program).flatMap((run) => attempt(run.condition, () => runner.multiply([run])) ?? []);
  const runsById = new Map(runs.map((run) => [run.id, run]));
  for (const run of runs) {
    const spec = attempt(run.condition, () => runner.specOf(run, session));
    if (spec) specs.set(run.id, spec);
  }
  const { shared, fault } = findSameRuns(runs, ({ id }) => {
    const run = runsById.get(id);
    const spec = specs.get(id);
    return run && spec && canonicalJson([toJson(spec), run.seed, run.replicate]);
  });
  if (fault)
    faults.push({
      line: lineOfCondition(fault.condition),
      message: `${fault.ids.join(' and ')} are the same run, so they say nothing about a difference; change or drop a condition`,
    });
  return { runs, specs, faults, note: noteSharedRuns(shared, 'run') };
}
