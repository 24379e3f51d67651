import { comparePhases } from '@entente/diplomacy-game/state';
import { addCallGroups } from '@entente/simulation-core/journal';
import {
  ESTIMATE_NOTE,
  formatCount,
  formatDuration,
  formatTokens,
  formatUsageCost,
  isEstimated,
  type Row,
  type Table,
  USAGE_ESTIMATED_COLUMN,
} from '@entente/studies/tables';
import type { PhaseMeasures } from '../games/measure-phases.js';

const count = (value: string | number): string => formatCount(Number(value));
const duration = (value: string | number): string => formatDuration(Number(value));

/** Table of calls, time and cost by part of a game: setup, phases, deferred work; summed over games. */
export function phasesTable(games: readonly (readonly PhaseMeasures[])[]): Table {
  const parts = new Map<string, { readonly measures: PhaseMeasures; readonly games: number; readonly wall: readonly number[] }>();
  for (const each of games.flat()) {
    const before = parts.get(each.part);
    const wall = [...(before?.wall ?? []), ...(each.wallMs === null ? [] : [each.wallMs])];
    parts.set(each.part, {
      measures: before ? add(before.measures, each) : each,
      games: (before?.games ?? 0) + 1,
      wall,
    });
  }
  const rows = [...parts.values()]
    .sort((one, other) => compareParts(one.measures, other.measures))
    .map(({ measures, games: played, wall }): Row => {
      const { inputTokens, cacheReadTokens, outputTokens } = measures.usage;
      return {
        part: measures.deferred ? `beside: ${measures.part}` : measures.part,
        games: played,
        calls: measures.calls,
        failedCalls: measures.failedCalls,
        retries: measures.extraAttempts,
        inputTokens,
        cacheReadTokens,
        outputTokens,
        sequentialMs: measures.sequentialMs,
        criticalPathMs: measures.criticalPathMs,
        levels: measures.levels,
        wallMs: wall.length === 0 ? null : wall.reduce((sum, ms) => sum + ms, 0),
        costUsd: measures.costUsd,
        usageEstimated: measures.usage.estimated === true,
      };
    });
  const unknown = rows.filter(({ costUsd }) => costUsd === null).length;
  return {
    name: 'phases',
    title: 'Calls, tokens, cost and time by phase',
    columns: [
      { key: 'part', title: 'part', meaning: 'Part of the game: setup, a phase, or work done beside the phases.', unit: 'text' },
      ...(games.length > 1
        ? [{ key: 'games', title: 'games', meaning: 'Games that got so far.', unit: 'games', align: 'right' } as const]
        : []),
      {
        key: 'calls',
        title: 'calls',
        meaning: 'Calls with an answer on record that the run paid for itself; a fork does not count what it inherited.',
        unit: 'calls',
        align: 'right',
        format: count,
      },
      { key: 'failedCalls', title: 'failed', meaning: 'Calls that got no answer.', unit: 'calls', align: 'right' },
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
        key: 'sequentialMs',
        title: 'one by one',
        meaning: "Sum of the model's times of all calls, as if made one by one.",
        unit: 'ms',
        align: 'right',
        format: duration,
      },
      {
        key: 'criticalPathMs',
        title: 'critical path',
        meaning: 'Share of the part in the longest chain of calls that had to wait for one another.',
        unit: 'ms',
        absent: 'the calls took no time',
        align: 'right',
        format: duration,
      },
      {
        key: 'levels',
        title: 'on it',
        meaning: 'Calls of the part on that chain.',
        unit: 'calls',
        absent: 'the calls took no time',
        align: 'right',
      },
      {
        key: 'wallMs',
        title: 'wall',
        meaning: 'Time that the part took, without pauses between a stop and a resumption.',
        unit: 'ms',
        absent: 'it was not measured',
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
    note: [
      'Critical path: the longest chain of calls that had to wait for one another, split among the phases; on it: how many calls that were; a dash where calls took no time. Wall: without pauses between a stop and a resumption. Beside: thought while later phases are played.',
      ...(rows.some(isEstimated) ? [ESTIMATE_NOTE] : []),
      unknown === 0
        ? 'No price is missing.'
        : `The cost of ${unknown} parts is unknown: a price is missing (prices in the config file).`,
    ].join(' '),
  };
}

function compareParts(one: PhaseMeasures, other: PhaseMeasures): number {
  if (one.deferred !== other.deferred) return Number(one.deferred) - Number(other.deferred);
  if (one.part === 'setup' || other.part === 'setup') return Number(other.part === 'setup') - Number(one.part === 'setup');
  return one.deferred ? 0 : comparePhases(one.part, other.part);
}

function add(one: PhaseMeasures, other: PhaseMeasures): PhaseMeasures {
  return {
    ...one,
    ...addCallGroups(one, other),
    criticalPathMs: sum(one.criticalPathMs, other.criticalPathMs),
    levels: sum(one.levels, other.levels),
    costUsd: sum(one.costUsd, other.costUsd),
    failedCalls: one.failedCalls + other.failedCalls,
  };
}

const sum = (one: number | null, other: number | null): number | null => (one === null || other === null ? null : one + other);
