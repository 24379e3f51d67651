import { addCallGroups, type CallGroup } from '@entente/simulation-core';
import { compareNaturally } from '@entente/studies';
import {
  type Column,
  countOf,
  ESTIMATE_NOTE,
  formatCount,
  formatDuration,
  formatTokens,
  formatUsageCost,
  isEstimated,
  type Row,
  RUN_COLUMN,
  type Table,
  USAGE_ESTIMATED_COLUMN,
} from '@entente/studies/tables';
import { originCells, originColumns } from '../text/origin-columns.js';
import type { RunKind } from './run-kind.js';
import { speedUp } from './speed-up.js';
import type { Grouping, SummarizedRun } from './summarize-runs.js';

const count = (value: string | number): string => formatCount(Number(value));
const duration = (value: string | number): string => formatDuration(Number(value));

/** Table with the result of every run; the kind's own columns stand between its name and its status. */
export function resultsTable<State, Fact extends { readonly type: string }>(
  kind: RunKind<State, Fact>,
  runs: readonly SummarizedRun<State>[],
): Table {
  const results = runs.map(({ runId, header, state }) => ({ runId, row: kind.results.row(state, header) }));
  return {
    name: 'results',
    title: 'Results',
    columns: [
      RUN_COLUMN,
      ...originColumns(runs.map(({ header }) => header)),
      ...kind.results.columns,
      { key: 'status', title: 'status', meaning: 'Whether the run has ended.', unit: 'completed, failed, interrupted or open' },
    ],
    rows: runs.map(({ runId, header, status }, index) => ({
      run: runId,
      ...originCells(header),
      ...results[index]?.row,
      status,
    })),
    note: [kind.results.note, ...(kind.results.remarks?.(results) ?? [])].join(' '),
  };
}

const CALLS: Column = {
  key: 'calls',
  title: 'calls',
  meaning: 'Calls with an answer on record that the run paid for itself; a fork does not count what it inherited.',
  unit: 'calls',
  align: 'right',
  format: count,
};

/** How long every run took, and what no amount of concurrency could have beaten. */
export function timingTable(runs: readonly SummarizedRun<unknown>[]): Table {
  return {
    name: 'timing',
    title: 'Time',
    columns: [
      RUN_COLUMN,
      CALLS,
      {
        key: 'sequentialMs',
        title: 'one by one',
        meaning: "Sum of the model's times of all calls, as if made one by one; own delay is not in it.",
        unit: 'ms',
        align: 'right',
        format: duration,
      },
      {
        key: 'wallMs',
        title: 'wall',
        meaning: 'Time from the beginning of the run to its end, without pauses between a stop and a resumption.',
        unit: 'ms',
        align: 'right',
        format: duration,
      },
      {
        key: 'criticalPathMs',
        title: 'critical path',
        meaning:
          "The model's time of the longest chain of calls that had to wait for one another; no concurrency could have beaten it.",
        unit: 'ms',
        align: 'right',
        format: duration,
      },
      { key: 'levels', title: 'levels', meaning: 'Number of calls on the critical path.', unit: 'calls', align: 'right' },
      {
        key: 'wallOverCriticalPath',
        title: 'wall/critical',
        meaning: 'Time of the run over that of its critical path; 1 is the shortest possible.',
        unit: 'ratio, from 1',
        absent: 'the calls took no time',
        align: 'right',
        format: (value) => Number(value).toFixed(2),
      },
      {
        key: 'ownDelayMs',
        title: 'own delay',
        meaning:
          'Time by which this process, being busy, kept calls waiting, summed over calls; in no other time but the wall time.',
        unit: 'ms',
        absent:
          'the journal does not have it for every call, so that the times of its calls are as that process saw them, its load included',
        align: 'right',
        format: duration,
      },
      {
        key: 'speedUp',
        title: 'speed-up',
        meaning: 'Time of all calls one by one over the time of the run.',
        unit: 'ratio, above 1',
        absent: 'nothing was gained over one call at a time, or the calls took no time',
        align: 'right',
        format: (value) => `${Number(value).toFixed(1)}x`,
      },
      { key: 'failedCalls', title: 'failed calls', meaning: 'Calls that got no answer.', unit: 'calls', align: 'right' },
    ],
    rows: runs.map(({ runId, measures, failedCalls }): Row => {
      const { calls, sequentialMs, wallMs, criticalPathMs, levels, wallOverCriticalPath, ownDelayMs, delayUnknown } = measures;
      const measurable = criticalPathMs > 0;
      return {
        run: runId,
        calls,
        sequentialMs,
        wallMs,
        criticalPathMs,
        levels,
        wallOverCriticalPath: measurable ? wallOverCriticalPath : null,
        ownDelayMs: delayUnknown > 0 ? null : ownDelayMs,
        speedUp: measurable ? speedUp({ sequentialMs, wallMs }) : null,
        failedCalls,
      };
    }),
    note: timingNote(runs),
  };
}

function timingNote(runs: readonly SummarizedRun<unknown>[]): string {
  const unknown = runs.filter(({ measures }) => measures.delayUnknown > 0).length;
  const steps = runs.reduce((sum, { measures }) => sum + measures.clockSteps, 0);
  return [
    "Times of calls are the model's. One by one: the sum of all calls. Critical path: the longest chain of calls that had to wait for one another; levels: how many that were.",
    'Wall: without pauses between a stop and a resumption. Own delay: the time by which this process, being busy, kept calls waiting, summed over calls.',
    'Speed-up: over one call at a time; a dash where there is none.',
    ...(unknown > 0
      ? [
          `In ${countOf(unknown, 'run')} the own delay of some calls is not on record: their times are as that process saw them, its load included.`,
        ]
      : []),
    ...(steps > 0
      ? [`The clock was moved ${countOf(steps, 'time')} while a run went on; that is no part of the wall time.`]
      : []),
  ].join(' ');
}

const GROUP_TITLES: Readonly<Record<Grouping, Readonly<Record<'name' | 'title' | 'column' | 'meaning', string>>>> = {
  label: {
    name: 'by-prompt',
    title: 'Usage by prompt',
    column: 'prompt',
    meaning: 'Name of the prompt that the calls were made with.',
  },
  model: { name: 'by-model', title: 'Usage by model', column: 'model', meaning: 'Model that was called.' },
  step: {
    name: 'by-step',
    title: 'Usage by step',
    column: 'step',
    meaning: 'Step of the runs; deferred for work done beside the steps.',
  },
};

/** Table with the calls, tokens, time and cost of all runs together, by prompt, model or step. */
export function usageTable(runs: readonly SummarizedRun<unknown>[], grouping: Grouping): Table {
  const { name, title, column, meaning } = GROUP_TITLES[grouping];
  const groups = new Map<string, { group: CallGroup; cost: number | null }>();
  for (const run of runs) {
    for (const [key, group] of Object.entries(measuresOf(run, grouping))) {
      const dollars = run.costs[grouping].get(key) ?? null;
      const before = groups.get(key);
      groups.set(
        key,
        before ? { group: addCallGroups(before.group, group), cost: addDollars(before.cost, dollars) } : { group, cost: dollars },
      );
    }
  }
  const rows = inOrder([...groups], grouping).map(([key, { group, cost: dollars }]): Row => ({
    [column]: nameOf(key),
    ...usageRow(group),
    costUsd: dollars,
  }));
  return {
    name,
    title,
    columns: [
      { key: column, title: column, meaning, unit: 'text' },
      CALLS,
      {
        key: 'retries',
        title: 'retries',
        meaning: 'Attempts beyond the first of each call, after time-outs and refusals of service.',
        unit: 'attempts',
        align: 'right',
      },
      {
        key: 'inputTokens',
        title: 'tokens in',
        meaning: 'Tokens read by the models, those from a cache included.',
        unit: 'tokens',
        align: 'right',
        format: formatTokens,
      },
      {
        key: 'cacheReadTokens',
        title: 'cached',
        meaning: 'Tokens read that the provider took from its cache.',
        unit: 'tokens',
        align: 'right',
        format: count,
      },
      {
        key: 'outputTokens',
        title: 'tokens out',
        meaning: 'Tokens written by the models.',
        unit: 'tokens',
        align: 'right',
        format: formatTokens,
      },
      {
        key: 'providerMs',
        title: 'time',
        meaning: "Sum of the model's times of all calls, as if made one by one; own delay is not in it.",
        unit: 'ms',
        align: 'right',
        format: duration,
      },
      {
        key: 'costUsd',
        title: 'cost',
        meaning: 'Price of the calls by the price list, as of the report.',
        unit: 'US dollars',
        absent: 'a price is not known',
        align: 'right',
        format: formatUsageCost,
        nothing: 'unknown',
      },
      USAGE_ESTIMATED_COLUMN,
    ],
    rows,
    note: rows.some(isEstimated) ? ESTIMATE_NOTE : undefined,
  };
}

/** Steps in the order of play, from whichever run they come; deferred work belongs to no one step and stands last. */
function inOrder<Value>(
  groups: readonly (readonly [string, Value])[],
  grouping: Grouping,
): readonly (readonly [string, Value])[] {
  const steps =
    grouping === 'step'
      ? groups.toSorted(([one], [other]) => rankOfStep(one) - rankOfStep(other) || compareNaturally(one, other))
      : groups;
  return [...steps.filter(([key]) => key !== 'deferred'), ...steps.filter(([key]) => key === 'deferred')];
}

/** A step with a number comes behind those without, such as `setup`. */
const rankOfStep = (step: string): number => Number(/\d/.test(step));

/** `offline:offline` is just `offline`. */
function nameOf(key: string): string {
  return key.replace(/^([^:]+):\1$/, '$1');
}

function measuresOf({ measures }: SummarizedRun<unknown>, grouping: Grouping): Readonly<Record<string, CallGroup>> {
  return { label: measures.byLabel, model: measures.byModel, step: measures.byStep }[grouping];
}

function usageRow({ calls, extraAttempts, usage, sequentialMs }: CallGroup): Row {
  const { inputTokens, cacheReadTokens, outputTokens } = usage;
  return {
    ...{ calls, retries: extraAttempts, inputTokens, cacheReadTokens, outputTokens, providerMs: sequentialMs },
    usageEstimated: usage.estimated === true,
  };
}

function addDollars(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a + b;
}
