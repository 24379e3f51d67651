import { isOffline } from '@entente/llm-clients/contract';
import {
  foldFacts,
  type JournalEntry,
  type JournalStore,
  measureRun,
  modelKey,
  readRecord,
  type RunMeasures,
  type RunSummary,
  stepOfCall,
} from '@entente/simulation-core';
import type { ReportedRun } from '@entente/simulation-core/journal';
import { modelsOnRecord } from '../session/model-source.js';
import type { CostOf } from '../session/run-prices.js';
import type { RunKind } from './run-kind.js';

export const GROUPINGS = ['label', 'model', 'step'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Figures of one run for a report. */
export interface SummarizedRun<State> extends ReportedRun<State> {
  readonly status: RunSummary['status'];
  readonly measures: RunMeasures;
  /** Dollars by group; null where a price is unknown. */
  readonly costs: Readonly<Record<Grouping, ReadonlyMap<string, number | null>>>;
  /** Calls that got no answer. */
  readonly failedCalls: number;
}

/** Reads a run's journal once: its state, its measures and its costs. */
export async function summarizeRunFully<State, Fact extends { readonly type: string }>(
  kind: RunKind<State, Fact>,
  { runId, header, status }: Pick<RunSummary, 'runId' | 'header' | 'status'>,
  { store, costOf }: { readonly store: Pick<JournalStore, 'read'>; readonly costOf: CostOf },
): Promise<SummarizedRun<State>> {
  const entries: JournalEntry[] = [];
  for await (const entry of store.read(runId)) entries.push(entry);
  const record = await readRecord(runId, entries);
  const program = kind.buildProgram(header, modelsOnRecord);
  return {
    runId,
    header,
    status,
    state: foldFacts(program, [...record.facts, ...record.openFacts]),
    measures: await measureRun(entries),
    costs: costsOf(entries, costOf),
    failedCalls: entries.filter(({ type }) => type === 'call-failed').length,
  };
}

/** The same grouping as `measureRun` makes; every call is priced by itself, as prices may depend on its size. */
function costsOf(entries: readonly JournalEntry[], costOf: CostOf): SummarizedRun<unknown>['costs'] {
  const costs = {
    label: new Map<string, number | null>(),
    model: new Map<string, number | null>(),
    step: new Map<string, number | null>(),
  };
  for (const entry of entries) {
    if (entry.type === 'run-forked') for (const group of Object.values(costs)) group.clear();
    if ((entry.type !== 'answer-recorded' && entry.type !== 'embeddings-recorded') || entry.inherited) continue;
    const cost = costOf(entry.model, entry.type === 'answer-recorded' ? entry.result.usage : entry.usage);
    const label = entry.type === 'answer-recorded' ? (entry.label?.name ?? 'unlabelled') : 'embedding';
    addCost(costs.label, label, cost);
    addCost(costs.model, modelKey(entry.model), cost);
    addCost(costs.step, stepOfCall(entry.path), cost);
  }
  return costs;
}

function addCost(costs: Map<string, number | null>, key: string, cost: number | null): void {
  const before = costs.get(key) ?? (costs.has(key) ? null : 0);
  costs.set(key, before === null || cost === null ? null : before + cost);
}

/** The names of those runs that the offline model had a part in. */
export function offlineRunsOf<State, Fact extends { readonly type: string }>(
  kind: Pick<RunKind<State, Fact>, 'modelsOf'>,
  runs: readonly Pick<ReportedRun<State>, 'runId' | 'header'>[],
): ReadonlySet<string> {
  return new Set(runs.filter(({ header }) => kind.modelsOf(header).some(isOffline)).map(({ runId }) => runId));
}
