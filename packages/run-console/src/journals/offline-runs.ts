import { isOffline } from '@entente/llm-clients/contract';
import type { ReportedRun } from '@entente/simulation-core/journal';
import type { RunKind } from './run-kind.js';

/** The names of those runs that the offline model had a part in. */
export function offlineRunsOf<State, Fact extends { readonly type: string }>(
  kind: Pick<RunKind<State, Fact>, 'modelsOf'>,
  runs: readonly Pick<ReportedRun<State>, 'runId' | 'header'>[],
): ReadonlySet<string> {
  return new Set(runs.filter(({ header }) => kind.modelsOf(header).some(isOffline)).map(({ runId }) => runId));
}
