import type { CallGroup } from '@entente/simulation-core';
import { formatCost, formatCount, formatDuration } from '../text/quantity.js';
import type { Cell, Row, Table } from '../text/table.js';
import type { RunKind } from './run-kind.js';
import type { Grouping, SummarizedRun } from './summarize-runs.js';

const count = (value: string | number): string => formatCount(Number(value));
const duration = (value: string | number): string => formatDuration(Number(value));
/** Text stands for a cost that is not known. */
const cost = (value: string | number): string => (typeof value === 'number' ? formatCost(value) : value);

/** What came of every run; the kind's own columns between its name and its status. */
export function resultsTable<State, Fact extends { readonly type: string }>(
  kind: RunKind<State, Fact>,
  runs: readonly SummarizedRun<State>[],
): Table {
  return {
    name: 'results',
    title: 'Results',
    columns: [{ key: 'run', title: 'run', shrinks: true }, ...kind.results.columns, { key: 'status', title: 'status' }],
    rows: runs.map(({ runId, header, state, status }) => ({ run: runId, ...kind.results.row(state, header), status })),
    note: kind.results.note,
  };
}

/** How long every run took, and what no amount of concurrency could have beaten. */
export function timingTable(runs: readonly SummarizedRun<unknown>[]): Table {
  return {
    name: 'timing',
    title: 'Time',
    columns: [
      { key: 'run', title: 'run', shrinks: true },
      { key: 'calls', title: 'calls', align: 'right', format: count },
      { key: 'sequentialMs', title: 'one by one', align: 'right', format: duration },
      { key: 'wallMs', title: 'wall', align: 'right', format: duration },
      { key: 'criticalPathMs', title: 'critical path', align: 'right', format: duration },
      { key: 'levels', title: 'levels', align: 'right' },
      { key: 'wallOverCriticalPath', title: 'wall/critical', align: 'right', format: (value) => Number(value).toFixed(2) },
      { key: 'speedUp', title: 'speed-up', align: 'right', format: (value) => `${Number(value).toFixed(1)}x`, leftOut: 2 },
      { key: 'failedCalls', title: 'failed calls', align: 'right', leftOut: 3 },
    ],
    rows: runs.map(({ runId, measures, failedCalls }): Row => {
      const { calls, sequentialMs, wallMs, criticalPathMs, levels, wallOverCriticalPath } = measures;
      const measurable = criticalPathMs > 0;
      return {
        run: runId,
        calls,
        sequentialMs,
        wallMs,
        criticalPathMs,
        levels,
        wallOverCriticalPath: measurable ? wallOverCriticalPath : null,
        speedUp: measurable && wallMs > 0 ? sequentialMs / wallMs : null,
        failedCalls,
      };
    }),
    note: 'One by one: the sum of all calls. Critical path: the longest chain of calls that had to wait for one another; levels: how many that were.',
  };
}

const GROUP_TITLES: Readonly<Record<Grouping, { readonly name: string; readonly title: string; readonly column: string }>> = {
  label: { name: 'by-prompt', title: 'Usage by prompt', column: 'prompt' },
  model: { name: 'by-model', title: 'Usage by model', column: 'model' },
  step: { name: 'by-step', title: 'Usage by step', column: 'step' },
};

/** What the runs took together, by prompt, model or step. */
export function usageTable(runs: readonly SummarizedRun<unknown>[], grouping: Grouping): Table {
  const { name, title, column } = GROUP_TITLES[grouping];
  const groups = new Map<string, { group: CallGroup; cost: number | null }>();
  for (const run of runs) {
    for (const [key, group] of Object.entries(measuresOf(run, grouping))) {
      const dollars = run.costs[grouping].get(key) ?? null;
      const before = groups.get(key);
      groups.set(
        key,
        before ? { group: addGroups(before.group, group), cost: addDollars(before.cost, dollars) } : { group, cost: dollars },
      );
    }
  }
  return {
    name,
    title,
    columns: [
      { key: column, title: column, shrinks: true },
      { key: 'calls', title: 'calls', align: 'right', format: count },
      { key: 'retries', title: 'retries', align: 'right', leftOut: 2 },
      { key: 'inputTokens', title: 'tokens in', align: 'right', format: count },
      { key: 'cacheReadTokens', title: 'cached', align: 'right', format: count, leftOut: 1 },
      { key: 'outputTokens', title: 'tokens out', align: 'right', format: count },
      { key: 'providerMs', title: 'time', align: 'right', format: duration, leftOut: 3 },
      { key: 'costUsd', title: 'cost', align: 'right', format: cost },
    ],
    rows: inOrder([...groups]).map(([key, { group, cost: dollars }]): Row => ({
      [column]: nameOf(key),
      ...usageRow(group),
      costUsd: dollars ?? ('unknown' satisfies Cell),
    })),
  };
}

/** Deferred work belongs to no one step: it stands last. */
function inOrder<Value>(groups: readonly (readonly [string, Value])[]): readonly (readonly [string, Value])[] {
  return [...groups.filter(([key]) => key !== 'deferred'), ...groups.filter(([key]) => key === 'deferred')];
}

/** `offline:offline` is just `offline`. */
function nameOf(key: string): string {
  return key.replace(/^([^:]+):\1$/, '$1');
}

function measuresOf({ measures }: SummarizedRun<unknown>, grouping: Grouping): Readonly<Record<string, CallGroup>> {
  return { label: measures.byLabel, model: measures.byModel, step: measures.byStep }[grouping];
}

function usageRow({ calls, extraAttempts, usage, sequentialMs }: CallGroup): Row {
  const { inputTokens, cacheReadTokens, outputTokens } = usage;
  return { calls, retries: extraAttempts, inputTokens, cacheReadTokens, outputTokens, providerMs: sequentialMs };
}

function addGroups(a: CallGroup, b: CallGroup): CallGroup {
  const usage = Object.fromEntries(
    Object.entries(a.usage).map(([key, value]) => [key, value + b.usage[key as keyof CallGroup['usage']]]),
  );
  return {
    calls: a.calls + b.calls,
    extraAttempts: a.extraAttempts + b.extraAttempts,
    sequentialMs: a.sequentialMs + b.sequentialMs,
    usage: usage as unknown as CallGroup['usage'],
  };
}

function addDollars(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a + b;
}
