import { type BatchedRun, JournalCorruptError, JournalReadError, OtherRunError } from '@entente/simulation-core';
import {
  type Cell,
  countOf,
  ESTIMATE_NOTE,
  formatCost,
  formatCount,
  formatDuration,
  formatTokens,
  isEstimated,
  type PrintedColumn,
  type Row,
  RUN_COLUMN,
} from '@entente/studies/tables';
import { join, relative } from 'node:path';
import { type ConsoleIo, hasColors } from '../cli/console-io.js';
import { explainError } from '../cli/explain-error.js';
import { outputWidth } from '../cli/output-width.js';
import { studyOfRun } from '../selection/study-of-run.js';
import { EXIT_CODES } from '../session/stop-handling.js';
import { formatTable } from '../text/format-table.js';
import { createStyle, type Style } from '../text/style.js';
import { wrapText } from '../text/wrap-text.js';
import type { CarriedOut, RunTimes } from './carry-out.js';
import { describeFullProcess, fullProcess, ownOverheadMs, speedUp } from './speed-up.js';
import type { Plan } from './plan-run.js';
import type { RunKind } from './run-kind.js';
import { describeUnusual } from './settings-in-force.js';
import { isPlayedOffline, OFFLINE_NOTE } from './offline-note.js';

const WORK_COLUMNS: readonly PrintedColumn[] = [
  { key: 'calls', title: 'calls', align: 'right', format: (value) => formatCount(Number(value)) },
  { key: 'tokens', title: 'tokens', align: 'right', format: formatTokens },
  { key: 'wallMs', title: 'wall', align: 'right', format: (value) => formatDuration(Number(value)) },
  { key: 'speedUp', title: 'speed-up', align: 'right', format: (value) => `${Number(value).toFixed(1)}x` },
];

/** Maximum number of runs that are listed; the verb `runs` lists all. */
const MOST_LISTED = 20;

export interface BatchReport<State, Fact extends { readonly type: string }> {
  readonly io: ConsoleIo;
  readonly kind: RunKind<State, Fact>;
  readonly plans: readonly Plan<State, Fact>[];
  readonly carriedOut: CarriedOut;
  readonly folder: string;
  /** As the user typed it; printed commands repeat it where it is not the default. */
  readonly runsDirFlag: string;
  readonly json: boolean;
  /** Tells how to get more runs where some had finished before. @default '--new plays a further replicate' */
  readonly further?: string;
}

/** Prints what came of runs, and returns the exit code: non-zero when one did not end. */
export function reportBatch<State, Fact extends { readonly type: string }>(report: BatchReport<State, Fact>): number {
  const { io, carriedOut, json } = report;
  const style = createStyle(hasColors(io.stdout, io.env));
  const broken = [...carriedOut.failed, ...carriedOut.interrupted];
  if (json) {
    const { completed, failed, interrupted, wallMs, costUsd } = carriedOut;
    const { modelMs, criticalPathMs, ownDelayMs } = workOfAll(carriedOut);
    const counts = { completed: completed.length, failed: failed.length, interrupted: interrupted.length };
    const figures = {
      ...{ wallMs, modelMs, criticalPathMs, ownDelayMs, speedUp: speedUp({ sequentialMs: modelMs, wallMs }) },
      busyShare: carriedOut.busyShare,
      runsThatFillThisProcess: fullProcess(carriedOut)?.runsThatFillIt ?? null,
    };
    io.stdout.write(`${JSON.stringify({ event: 'batch-ended', ...counts, ...figures, costUsd })}\n`);
  } else {
    if (carriedOut.completed.length > 0) io.stdout.write(`${completedPart(report, style)}\n`);
    if (broken.length > 0)
      io.stdout.write(`${carriedOut.completed.length > 0 ? '\n' : ''}${brokenPart(report, broken, style)}\n`);
  }
  if (broken.length === 0) return 0;
  return carriedOut.stoppedBy === undefined ? 1 : EXIT_CODES[carriedOut.stoppedBy];
}

function completedPart<State, Fact extends { readonly type: string }>(report: BatchReport<State, Fact>, style: Style): string {
  const { io, kind, plans, carriedOut, folder, further = '--new plays a further replicate' } = report;
  const { completed, times } = carriedOut;
  const blueprintOf = new Map(plans.map(({ runId, blueprint }) => [runId, blueprint]));
  const origins = completed.map(({ runId }) => originOf(kind, { runId, blueprint: blueprintOf.get(runId)! }));
  const rows = completed.map((run, at): Row => ({ ...origins[at], ...run.kept, ...workOf(run, times.get(run.runId)) }));
  const columns = [...columnsBefore(origins), ...kind.results.columns, ...WORK_COLUMNS];
  const table = formatTable(columns, rows, {
    width: outputWidth(io.stdout),
    style,
    totals: completed.length > 1 ? totalsOf(columns, completed, carriedOut) : undefined,
  });

  const offline = completed.some(({ runId }) => isPlayedOffline(kind, blueprintOf.get(runId)!));
  const before = completed.filter(({ history }) => history === 'finished-before').length;
  const wrapped = (text: string): string => wrapText(text, outputWidth(io.stdout));
  const [only, ...others] = rows;
  const explained = only && others.length === 0 ? kind.results.explain?.(only) : undefined;
  const notes = [
    ...(explained === undefined ? [] : [explained]),
    kind.results.note,
    ...(kind.results.remarks?.(completed.map(({ runId, kept }) => ({ runId, row: kept ?? {} }))) ?? []),
    "Speed-up: over one call at a time, by the model's time; a dash where there is none.",
    ...(rows.some(isEstimated) ? [ESTIMATE_NOTE] : []),
  ];
  const lines = [table, style.dim(wrapped(notes.join(' '))), ''];
  if (kind.settings) {
    const blueprints = completed.flatMap(({ runId }) => blueprintOf.get(runId) ?? []);
    lines.push(style.dim(wrapped(describeUnusual(blueprints, (blueprint) => kind.settings?.(blueprint) ?? []))));
  }
  if (carriedOut.costUsd !== 0) lines.push(`This command cost ${costText(carriedOut.costUsd, rows.some(isEstimated))}.`);
  const overhead = overheadText(carriedOut);
  if (overhead !== undefined) lines.push(wrapped(overhead));
  const full = fullProcess(carriedOut);
  if (full) lines.push(style.yellow(wrapped(describeFullProcess(full))));
  if (offline) lines.push(style.yellow(wrapped(OFFLINE_NOTE)));
  if (before > 0)
    lines.push(
      `${countOf(before, 'run')} had finished before and ${before === 1 ? 'was' : 'were'} not played again (${further}).`,
    );
  lines.push(style.bold(completed.length === 1 ? 'On record in' : 'On record in these folders:'));
  lines.push(...completed.slice(0, MOST_LISTED).map(({ runId }) => `  ${shownPath(io, join(folder, runId))}`));
  if (completed.length > MOST_LISTED)
    lines.push(`  and ${completed.length - MOST_LISTED} more beside them; the runs verb lists all`);
  return lines.join('\n');
}

/** Cells that tell a run of a batch from the others. */
interface Origin extends Row {
  readonly run: string;
  readonly condition: string | null;
  /** The same for runs that nothing in the columns of results need tell apart. */
  readonly alike: string;
}

function originOf<State, Fact extends { readonly type: string }>(
  kind: RunKind<State, Fact>,
  { runId, blueprint }: Pick<Plan<State, Fact>, 'runId' | 'blueprint'>,
): Origin {
  const condition = studyOfRun(blueprint)?.condition ?? null;
  return { run: runId, condition, alike: JSON.stringify([condition, kind.title(blueprint), blueprint.seed]) };
}

/** Columns that tell rows apart: the conditions of a study, and the name where that is not enough, as with replicates. */
function columnsBefore(origins: readonly Origin[]): readonly PrintedColumn[] {
  const distinct = (key: 'condition' | 'alike'): number => new Set(origins.map((origin) => origin[key])).size;
  return [
    ...(distinct('alike') < origins.length ? [RUN_COLUMN] : []),
    ...(distinct('condition') > 1 ? [{ key: 'condition', title: 'condition' }] : []),
  ];
}

function workOf(run: BatchedRun<Row>, times: RunTimes | undefined): Row {
  const usage = Object.values(run.totals?.usage ?? {});
  return {
    calls: run.totals?.calls ?? null,
    tokens: usage.reduce((sum, { inputTokens, outputTokens }) => sum + inputTokens + outputTokens, 0),
    wallMs: times?.wallMs ?? null,
    speedUp: times ? speedUp(times) : null,
    usageEstimated: usage.some(({ estimated }) => estimated === true),
  };
}

function costText(usd: number | null, isUsageEstimated: boolean): string {
  if (usd === null) return 'an unknown sum: a price is missing (see prices in the config file)';
  return `${isUsageEstimated ? 'about ' : ''}${formatCost(usd)}`;
}

/** The times of all runs that this command has played from their start, summed, in milliseconds. */
function workOfAll({ completed, times }: CarriedOut): { modelMs: number; criticalPathMs: number; ownDelayMs: number } {
  const played = completed.flatMap(({ runId, history }) => (history === 'new' ? [times.get(runId)] : []));
  const sum = (of: (each: RunTimes) => number): number => played.reduce((total, each) => total + (each ? of(each) : 0), 0);
  return {
    modelMs: sum(({ sequentialMs }) => sequentialMs),
    criticalPathMs: sum(({ criticalPathMs }) => criticalPathMs),
    ownDelayMs: sum(({ ownDelayMs }) => ownDelayMs),
  };
}

/** A sentence for commands that gained no time over one call at a time, such as a single sequential run. */
function overheadText(carriedOut: CarriedOut): string | undefined {
  const { wallMs } = carriedOut;
  const { modelMs } = workOfAll(carriedOut);
  const overheadMs = ownOverheadMs({ sequentialMs: modelMs, wallMs });
  if (overheadMs === null) return undefined;
  return `The model took ${formatDuration(modelMs)} of ${formatDuration(wallMs)}; the other ${formatDuration(overheadMs)} are this program's own.`;
}

/** Of the runs of this command only; those that had finished before took no time now. */
function totalsOf(columns: readonly PrintedColumn[], completed: readonly BatchedRun<Row>[], carriedOut: CarriedOut): Row {
  const work = completed.map((run) => workOf(run, carriedOut.times.get(run.runId)));
  const sum = (key: string): number => work.reduce((total, row) => total + Number(row[key] ?? 0), 0);
  const played = completed.filter(({ history }) => history === 'new');
  const { modelMs } = workOfAll(carriedOut);
  const blank = Object.fromEntries(columns.map(({ key }): [string, Cell] => [key, '']));
  return {
    ...blank,
    [columns[0]!.key]: countOf(completed.length, 'run'),
    calls: sum('calls'),
    tokens: sum('tokens'),
    usageEstimated: work.some(isEstimated),
    wallMs: played.length > 0 ? carriedOut.wallMs : null,
    speedUp: played.length > 0 ? speedUp({ sequentialMs: modelMs, wallMs: carriedOut.wallMs }) : null,
  };
}

function brokenPart<State, Fact extends { readonly type: string }>(
  { io, kind, runsDirFlag, folder }: BatchReport<State, Fact>,
  broken: readonly BatchedRun<Row>[],
  style: Style,
): string {
  const started = broken.filter(({ history }) => history !== 'not-started');
  const waiting = broken.length - started.length;
  const flag = runsDirFlag === 'runs' ? '' : ` --runs-dir ${quoteForShell(runsDirFlag)}`;
  const lines = groupsOf(started.slice(0, MOST_LISTED)).flatMap(({ status, message, runs }) => {
    const label = status === 'failed' ? 'failed' : 'interrupted';
    const painted = status === 'failed' ? style.red(label) : style.yellow(label);
    const subject = runs.length > 1 ? countOf(runs.length, 'run') : runs[0]!.runId;
    const told = wrapText(`${subject}: ${message}`, outputWidth(io.stdout) - label.length - 2).replaceAll('\n', '\n  ');
    return [
      `${painted}  ${told}`,
      ...(runs.length > 1
        ? runs.map(({ runId }) => `  ${runId}`)
        : runs
            .filter(({ error }) => mayBeResumed(error))
            .map(({ runId }) => `  resume it: ${kind.command} resume ${quoteForShell(runId)}${flag}`)),
    ];
  });
  if (started.length > MOST_LISTED) lines.push(`and ${started.length - MOST_LISTED} more; the runs verb lists all.`);
  if (started.filter(({ error }) => mayBeResumed(error)).length > 1)
    lines.push(`All of them: ${kind.command} resume --all${flag}`);
  if (waiting > 0)
    lines.push(
      `${countOf(waiting, 'run')} had no turn before the stop; the same command again plays ${waiting === 1 ? 'it' : 'them'} and skips what is finished.`,
    );
  if (started.length === 1) lines.push(`What it has on record stays in ${shownPath(io, join(folder, started[0]!.runId))}`);
  return lines.join('\n');
}

/** Runs that ended alike, in the order of the first of each: one bad key is told once, and not for forty runs. */
function groupsOf(runs: readonly BatchedRun<Row>[]): readonly {
  readonly status: BatchedRun<Row>['status'];
  readonly message: string;
  readonly runs: readonly BatchedRun<Row>[];
}[] {
  const groups = new Map<string, { status: BatchedRun<Row>['status']; message: string; runs: BatchedRun<Row>[] }>();
  for (const run of runs) {
    const message = explainError(run.error);
    const key = `${run.status} ${message}`;
    const group = groups.get(key) ?? { status: run.status, message, runs: [] };
    group.runs.push(run);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** A journal that is damaged, cannot be read, or is of another run stays what it is; its error tells what to do. */
function mayBeResumed(error: unknown): boolean {
  return !(error instanceof JournalCorruptError || error instanceof JournalReadError || error instanceof OtherRunError);
}

/** A path as short as it can be typed here. */
export function shownPath(io: ConsoleIo, path: string): string {
  const near = relative(io.cwd, path);
  return near !== '' && !near.startsWith('..') ? near : path;
}

export function quoteForShell(word: string): string {
  return /^[\w@%+=:,./~-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
