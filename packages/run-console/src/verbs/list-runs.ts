import { formatModelSpec, type ModelSpec, withoutUndefined } from '@entente/llm-clients/contract';
import type { Addresses, RunSummary } from '@entente/simulation-core';
import { createFileStore } from '@entente/simulation-core/node';
import { compareNaturally } from '@entente/studies';
import {
  countOf,
  formatCount,
  formatTokens,
  type PrintedColumn,
  type Row,
  USAGE_ESTIMATED_COLUMN,
} from '@entente/studies/tables';
import { hasColors } from '../cli/console-io.js';
import { outputWidth } from '../cli/output-width.js';
import type { OptionValues, VerbCall } from '../cli/verb.js';
import { ofKind } from '../journals/find-run.js';
import { listKnown } from '../journals/list-known.js';
import type { RunKind } from '../journals/run-kind.js';
import { copiesAmong } from '../journals/without-copies.js';
import { addressNow } from '../session/moved-models.js';
import { runsFolder } from '../session/runs-folder.js';
import { formatTable } from '../text/format-table.js';
import { originCells, originColumns } from '../text/origin-columns.js';
import { createStyle } from '../text/style.js';
import type { listOptions } from './journal-options.js';
import { wrapText } from '../text/wrap-text.js';
import { isPlayedOffline, OFFLINE_NOTE } from '../journals/offline-note.js';

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

/** Addresses of models that have moved since their run began. */
const MOVED_COLUMN: PrintedColumn = { key: 'movedTo', title: 'moved to' };

/** Reports count a run once, however often its folder was copied. */
const COPY_COLUMN: PrintedColumn = { key: 'copyOf', title: 'copy of' };

/** Lists the runs in a folder by head and tail of their journals. */
export async function listRuns<State, Fact extends { readonly type: string }>(
  kind: RunKind<State, Fact>,
  { io, options }: VerbCall<OptionValues<typeof listOptions>>,
): Promise<number> {
  const store = createFileStore({ folder: runsFolder(io.cwd, options.runsDir) });
  const known = await listKnown(store, { note: (line) => void io.stderr.write(`${line}\n`) });
  const exitCode = known.damaged > 0 ? 1 : 0;
  const runs = ofKind(known.runs, kind.kind).toSorted((one, other) => compareNaturally(one.runId, other.runId));
  const copies = copiesAmong(runs);
  const rows = runs.map((run): Row => ({
    ...rowOf(kind, run),
    ...withoutUndefined({ copyOf: copies.size > 0 ? (copies.get(run.runId) ?? null) : undefined }),
  }));
  if (options.json) {
    for (const row of rows) io.stdout.write(`${JSON.stringify(row)}\n`);
    return exitCode;
  }
  if (runs.length === 0) {
    io.stderr.write(
      `There is no run ${known.damaged > 0 ? 'that can be read ' : ''}in ${options.runsDir} yet; --runs-dir says where else to look.\n`,
    );
    return exitCode;
  }
  const style = createStyle(hasColors(io.stdout, io.env));
  const columns = [
    ...columnsOf(runs),
    ...(rows.some(({ movedTo }) => movedTo !== null) ? [MOVED_COLUMN] : []),
    ...(copies.size > 0 ? [COPY_COLUMN] : []),
  ];
  io.stdout.write(`${formatTable(columns, rows, { width: outputWidth(io.stdout), style })}\n`);
  const open = runs.filter(({ runId, status }) => status !== 'completed' && !copies.has(runId)).length;
  if (open > 0)
    io.stdout.write(`\n${countOf(open, 'run')} not ended; resume --all goes on with ${open === 1 ? 'it' : 'them'}.\n`);
  if (runs.some(({ header }) => isPlayedOffline(kind, header)))
    io.stdout.write(
      `\n${style.yellow(wrapText(`Runs whose model is "offline": ${OFFLINE_NOTE[0]!.toLowerCase()}${OFFLINE_NOTE.slice(1)}`, outputWidth(io.stdout)))}\n`,
    );
  return exitCode;
}

/** Columns that tell runs of several studies and forks apart stand after the name. */
function columnsOf(runs: readonly RunSummary[]): readonly PrintedColumn[] {
  const [name, ...others] = COLUMNS;
  return [...(name ? [name] : []), ...originColumns(runs.map(({ header }) => header)), ...others];
}

function rowOf<State, Fact extends { readonly type: string }>(kind: RunKind<State, Fact>, run: RunSummary): Row {
  const { runId, header, status, totals, lastStep, interruption, addresses } = run;
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
    movedTo: unlessStrange(() => movedTo(kind.modelsOf(header), addresses)),
    begun: new Date(header.at).toISOString().slice(0, 16).replace('T', ' '),
  };
}

/** `llamacpp:tiny@http://...` for each model that has moved; null where none has. */
function movedTo(models: readonly ModelSpec[], addresses: Addresses): string | null {
  const moved = models.filter((spec) => addressNow(spec, addresses) !== spec.baseUrl);
  const told = moved.map((spec) => `${formatModelSpec(spec)}@${addressNow(spec, addresses)}`);
  return told.length === 0 ? null : [...new Set(told)].join(', ');
}

/** A header of another version must not hide all other runs. */
function unlessStrange<Value extends string | null>(read: () => Value): Value | null {
  try {
    return read();
  } catch {
    return null;
  }
}
