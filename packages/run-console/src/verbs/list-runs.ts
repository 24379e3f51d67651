import type { RunSummary } from '@entente/simulation-core';
import { createFileStore } from '@entente/simulation-core/node';
import { compareNaturally } from '@entente/studies';
import { hasColors } from '../cli/console-io.js';
import { outputWidth } from '../cli/output-width.js';
import type { OptionValues, VerbCall } from '../cli/verb.js';
import { ofKind } from '../journals/find-run.js';
import type { RunKind } from '../journals/run-kind.js';
import { formatModelSpec } from '../session/model-spec.js';
import { runsFolder } from '../session/runs-folder.js';
import { formatTokens, USAGE_ESTIMATED_COLUMN } from '../text/estimated-usage.js';
import { countOf, formatCount } from '../text/quantity.js';
import { originCells, originColumns } from '../text/origin-columns.js';
import { createStyle } from '../text/style.js';
import { formatTable } from '../text/format-table.js';
import type { PrintedColumn, Row } from '../text/table.js';
import type { listOptions } from './journal-verbs.js';

const COLUMNS: readonly PrintedColumn[] = [
  { key: 'run', title: 'run' },
  { key: 'title', title: 'who' },
  { key: 'model', title: 'model' },
  { key: 'status', title: 'status' },
  { key: 'lastStep', title: 'last step' },
  { key: 'calls', title: 'calls', align: 'right', format: (value) => formatCount(Number(value)) },
  { key: 'tokens', title: 'tokens', align: 'right', format: formatTokens },
  { key: 'begun', title: 'begun' },
  USAGE_ESTIMATED_COLUMN,
];

/** Lists the runs in a folder by head and tail of their journals. */
export async function listRuns<State, Fact extends { readonly type: string }>(
  kind: RunKind<State, Fact>,
  { io, options }: VerbCall<OptionValues<typeof listOptions>>,
): Promise<number> {
  const runs = ofKind(await createFileStore({ folder: runsFolder(io.cwd, options.runsDir) }).list(), kind.kind);
  const rows = runs.toSorted((one, other) => compareNaturally(one.runId, other.runId)).map((run) => rowOf(kind, run));
  if (options.json) {
    for (const row of rows) io.stdout.write(`${JSON.stringify(row)}\n`);
    return 0;
  }
  if (runs.length === 0) {
    io.stderr.write(`There is no run in ${options.runsDir} yet; --runs-dir says where else to look.\n`);
    return 0;
  }
  const style = createStyle(hasColors(io.stdout, io.env));
  io.stdout.write(`${formatTable(columnsOf(runs), rows, { width: outputWidth(io.stdout), style })}\n`);
  const open = runs.filter(({ status }) => status !== 'completed').length;
  if (open > 0)
    io.stdout.write(`\n${countOf(open, 'run')} not ended; resume --all goes on with ${open === 1 ? 'it' : 'them'}.\n`);
  return 0;
}

/** What tells runs of several studies and forks apart stands behind the name. */
function columnsOf(runs: readonly RunSummary[]): readonly PrintedColumn[] {
  const [name, ...others] = COLUMNS;
  return [...(name ? [name] : []), ...originColumns(runs.map(({ header }) => header)), ...others];
}

function rowOf<State, Fact extends { readonly type: string }>(kind: RunKind<State, Fact>, run: RunSummary): Row {
  const { runId, header, status, totals, lastStep, interruption } = run;
  const usage = Object.values(totals?.usage ?? {});
  return {
    run: runId,
    ...originCells(header),
    title: unlessStrange(() => kind.title(header)),
    model: unlessStrange(() => [...new Set(kind.modelsOf(header).map(formatModelSpec))].join(', ')),
    status: interruption ? `${status} (${interruption.reason})` : status,
    lastStep: lastStep ?? null,
    calls: totals?.calls ?? null,
    tokens: totals ? usage.reduce((sum, { inputTokens, outputTokens }) => sum + inputTokens + outputTokens, 0) : null,
    usageEstimated: usage.some(({ estimated }) => estimated === true),
    begun: new Date(header.at).toISOString().slice(0, 16).replace('T', ' '),
  };
}

/** A header of another version must not hide all other runs. */
function unlessStrange(read: () => string): string | null {
  try {
    return read();
  } catch {
    return null;
  }
}
