import type { RunsEstimate, Study, StudyEstimate } from '@entente/studies';
import { countOf, formatCost, formatCount, formatDuration, type PrintedColumn, type Row } from '@entente/studies/tables';
import type { ConsoleIo } from '../cli/console-io.js';
import { outputWidth } from '../cli/output-width.js';
import { formatTable } from '../text/format-table.js';

export interface EstimateReport {
  readonly io: ConsoleIo;
  /** Its name; `null` where a command said what to play. */
  readonly study: string | null;
  readonly estimate: StudyEstimate;
  readonly budget?: Study['budget'];
  /** One run, in the singular: `tree`. */
  readonly noun: string;
  /** One row of the estimate, in the singular. @default 'condition' */
  readonly rowNoun?: string;
  /** How the figures came about, and what they leave out: a sentence. */
  readonly basis: string;
  readonly json: boolean;
}

/** Prints the expected usage of runs, by condition and in total, and whether the budget will do. */
export function reportEstimate(report: EstimateReport): void {
  const { io, study, estimate, budget = {}, noun, rowNoun = 'condition', basis, json } = report;
  const { conditions, total } = estimate;
  if (json) {
    io.stdout.write(`${JSON.stringify({ event: 'dry-run', study, ...estimate })}\n`);
    return;
  }
  const columns: readonly PrintedColumn[] = [
    { key: 'condition', title: rowNoun },
    { key: 'runs', title: `${noun}s`, align: 'right' },
    { key: 'calls', title: 'calls', align: 'right', format: (value) => formatCount(Number(value)) },
    { key: 'inputTokens', title: 'read', align: 'right', format: (value) => formatCount(Number(value)) },
    { key: 'outputTokens', title: 'written', align: 'right', format: (value) => formatCount(Number(value)) },
    { key: 'cost', title: 'cost', align: 'right' },
    { key: 'time', title: `time of a ${noun}`, align: 'right' },
  ];
  const table = formatTable(
    columns,
    conditions.map(({ condition, ...each }) => rowOf(condition, each)),
    { width: outputWidth(io.stdout), totals: conditions.length > 1 ? rowOf('all', total) : undefined },
  );
  const lines = [
    `${study ?? 'This command'}: ${countOf(total.runs, noun)}, ${countOf(conditions.length, rowNoun)}`,
    '',
    table,
    '',
    ...budgetLines(budget, total, noun),
    ...(total.unpriced > 0 ? ['A price is missing; write it into entente.config.yaml, under prices:.'] : []),
    `Nobody was asked. ${basis}`,
  ];
  io.stdout.write(`${lines.join('\n')}\n`);
}

function rowOf(condition: string, { runs, calls, inputTokens, outputTokens, costUsd, timeMs }: RunsEstimate): Row {
  const time = timeMs === 0 ? 'seconds' : formatDuration(timeMs);
  return { condition, runs, calls, inputTokens, outputTokens, cost: formatCost(costUsd), time };
}

function budgetLines(
  { dollars, tokens }: Study['budget'],
  { costUsd, inputTokens, outputTokens }: RunsEstimate,
  noun: string,
): readonly string[] {
  const verdict = (willDo: boolean): string => (willDo ? 'should do' : `will not do: ${noun}s will be left to resume`);
  return [
    ...(dollars !== undefined && costUsd !== null
      ? [`The budget is ${formatCost(dollars)}, which ${verdict(costUsd <= dollars)}.`]
      : []),
    ...(tokens !== undefined
      ? [`The budget is ${formatCount(tokens)} tokens, which ${verdict(inputTokens + outputTokens <= tokens)}.`]
      : []),
  ];
}
