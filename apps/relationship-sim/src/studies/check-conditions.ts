import type { Session } from '@entente/run-console/session';
import { isExplainedError } from '@entente/llm-clients/contract';
import type { MaterialFault } from '@entente/relationship/material';
import { canonicalJson } from '@entente/simulation-core';
import { type CheckedStudy, expandStudy, type Study, type StudyRun } from '@entente/studies';
import { type RunSpec, toJson } from '../couple-runs/run-spec.js';
import { SettingFault } from '../couple-runs/setting-fault.js';
import type { CoupleStudyRunner } from './couple-study-runner.js';

/** The runs of a study with their specs, or everything that is wrong with its conditions. */
export interface CheckedConditions {
  readonly runs: readonly StudyRun[];
  readonly specs: ReadonlyMap<string, RunSpec>;
  readonly faults: readonly Omit<MaterialFault, 'file'>[];
}

/**
 * Describes every run of a study as `batch` would, and gathers what is wrong with the conditions: settings that have no effect or contradict
 * each other, and conditions that are the same.
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
  for (const run of runs) {
    const spec = attempt(run.condition, () => runner.specOf(run, session));
    if (spec) specs.set(run.id, spec);
  }
  const same = firstSame(runs, specs);
  if (same) faults.push({ line: lineOfCondition(same.condition), message: same.message });
  return { runs, specs, faults };
}

/** Two runs that are one and the same: a factor between them changes nothing. */
function firstSame(
  runs: readonly StudyRun[],
  specs: ReadonlyMap<string, RunSpec>,
): { readonly condition: string; readonly message: string } | undefined {
  const known = new Map<string, string>();
  for (const { id, condition, seed, replicate } of runs) {
    const spec = specs.get(id);
    if (!spec) continue;
    const identity = canonicalJson([toJson(spec), seed, replicate]);
    const same = known.get(identity);
    if (same !== undefined)
      return {
        condition,
        message: `${same} and ${id} are the same run, so they say nothing about a difference; change or drop a condition`,
      };
    known.set(identity, id);
  }
  return undefined;
}
