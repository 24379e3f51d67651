import {
  type Column,
  type ConsoleIo,
  countOf,
  formatCost,
  formatCount,
  formatDuration,
  formatTable,
  outputWidth,
  type Row,
} from '@entente/run-console';
import type { Session } from '@entente/run-console/session';
import { estimateStudy, type RunsEstimate, type Study, type StudyRun } from '@entente/studies';
import type { GameSpec } from '../runs/game-spec.js';
import { estimateGame } from './estimate-game.js';

export interface StudyEstimateReport {
  readonly io: ConsoleIo;
  readonly session: Session;
  readonly study: Study;
  readonly runs: readonly StudyRun[];
  /** By run id. */
  readonly specs: ReadonlyMap<string, GameSpec>;
  readonly json: boolean;
}

const COLUMNS: readonly Column[] = [
  { key: 'condition', title: 'condition', shrinks: true },
  { key: 'runs', title: 'games', align: 'right' },
  { key: 'calls', title: 'calls', align: 'right', format: (value) => formatCount(Number(value)) },
  { key: 'inputTokens', title: 'read', align: 'right', format: (value) => formatCount(Number(value)) },
  { key: 'outputTokens', title: 'written', align: 'right', format: (value) => formatCount(Number(value)) },
  { key: 'cost', title: 'cost', align: 'right' },
  { key: 'time', title: 'time of a game', align: 'right', leftOut: 1 },
];

/** Says what a study would take, by condition and in total, and whether its budget will do; returns the exit code. */
export function reportStudyEstimate({ io, session, study, runs, specs, json }: StudyEstimateReport): number {
  const costOf: Parameters<typeof estimateGame>[1]['costOf'] = (model, usage) => session.clients.costOf(model, usage);
  const estimate = estimateStudy(runs, ({ id }) => {
    const spec = specs.get(id);
    if (spec === undefined) throw new Error(`Nobody described the game of ${id}; estimate the runs that were described.`);
    return estimateGame(spec, { costOf });
  });
  if (json) {
    io.stdout.write(`${JSON.stringify({ event: 'dry-run', study: study.name, ...estimate })}\n`);
    return 0;
  }
  const table = formatTable(
    COLUMNS,
    estimate.conditions.map(({ condition, ...each }) => rowOf(condition, each)),
    { width: outputWidth(io.stdout), ...(estimate.conditions.length > 1 && { totals: rowOf('all', estimate.total) }) },
  );
  const lines = [
    `${study.name}: ${countOf(runs.length, 'game')}, ${countOf(study.conditions.length, 'condition')}`,
    '',
    table,
    '',
    ...budgetLines(study, estimate.total),
    ...(estimate.total.unpriced > 0 ? ['A price is missing; write it into entente.config.yaml, under prices:.'] : []),
    'Nobody was asked. Estimates from usual games: nothing read from caches, no reasoning tokens, no replies asked for twice.',
  ];
  io.stdout.write(`${lines.join('\n')}\n`);
  return 0;
}

function rowOf(condition: string, { runs, calls, inputTokens, outputTokens, costUsd, timeMs }: RunsEstimate): Row {
  const time = timeMs === 0 ? 'seconds' : formatDuration(timeMs);
  return { condition, runs, calls, inputTokens, outputTokens, cost: formatCost(costUsd), time };
}

function budgetLines({ budget }: Study, { costUsd, inputTokens, outputTokens }: RunsEstimate): readonly string[] {
  const { dollars, tokens } = budget;
  const total = inputTokens + outputTokens;
  const lines: string[] = [];
  if (dollars !== undefined && costUsd !== null)
    lines.push(
      `The budget is ${formatCost(dollars)}, which ${costUsd <= dollars ? 'should do' : 'will not do: games will be left to resume'}.`,
    );
  if (tokens !== undefined)
    lines.push(
      `The budget is ${formatCount(tokens)} tokens, which ${total <= tokens ? 'should do' : 'will not do: games will be left to resume'}.`,
    );
  return lines;
}
