import { isExplainedError } from '@entente/llm-clients/contract';
import type { JournalEntry, JournalStore, RunSummary } from '@entente/simulation-core';
import { createFileStore } from '@entente/simulation-core/node';
import { compareNaturally } from '@entente/studies';
import { ConsoleError, UsageError } from '../cli/console-error.js';
import { explainError } from '../cli/explain-error.js';
import type { OptionValues, VerbCall } from '../cli/verb.js';
import { assertKind, findRun, ofKind } from '../journals/find-run.js';
import { listKnown } from '../journals/list-known.js';
import { offlineRunsOf, GROUPINGS, type SummarizedRun, summarizeRunFully } from '../journals/summarize-runs.js';
import { resultsTable, timingTable, usageTable } from '../journals/report-tables.js';
import type { RunKind } from '../journals/run-kind.js';
import { type CostOf, pricesOfRun } from '../session/run-prices.js';
import { withoutCopies } from '../journals/without-copies.js';
import { runsOfStudy } from '../selection/runs-of-study.js';
import { selectRuns, withOtherVersions } from '../selection/select-runs.js';
import { runsFolder } from '../session/runs-folder.js';
import { readConfig } from '../session/session.js';
import type { reportOptions } from './journal-options.js';
import { type Report, writeReport } from './write-report.js';

type Call = VerbCall<OptionValues<typeof reportOptions>>;

/** Runs that a report is to be about. */
export interface ReportRequest extends Pick<Call, 'words' | 'io'> {
  readonly options: Pick<Call['options'], 'config' | 'runsDir' | 'study'>;
  /** Journals to report on where no run is named. @default the folder of the options */
  readonly store?: JournalStore | undefined;
}

/** Reports on runs as tables, CSV or JSON Lines. */
export async function reportRuns<State, Fact extends { readonly type: string }>(
  kind: RunKind<State, Fact>,
  call: Call,
): Promise<number> {
  return writeReport(call, await reportOnRuns(kind, call));
}

/** The same report before it is written. */
export async function reportOnRuns<State, Fact extends { readonly type: string }>(
  kind: RunKind<State, Fact>,
  request: ReportRequest,
): Promise<Report> {
  const { runs, damaged, otherVersions } = await readRuns(kind, request);
  const settingsOf = (): string => '';
  const isNamed = (): boolean => true;
  return {
    runs: runs.length,
    // A version that is named leaves others out, which has to be said even where no mean is computed.
    selection:
      otherVersions.length === 0
        ? undefined
        : withOtherVersions(
            { ...selectRuns(runs, { settingsOf, isNamed, acrossVersions: true }), runs, leftOut: new Map() },
            otherVersions,
          ),
    offlineRuns: offlineRunsOf(kind, runs),
    damaged,
    tables: [
      resultsTable(kind, runs),
      ...kind.tables(runs),
      timingTable(runs),
      ...GROUPINGS.map((grouping) => usageTable(runs, grouping)),
    ],
  };
}

/** The runs that a report is about, each once. */
export interface RunsRead<Run> {
  readonly runs: readonly Run[];
  /** Copied folders of them, left out. */
  readonly copies: readonly Pick<RunSummary, 'header'>[];
  /** Runs of other versions of the study, left out because `--study` names one; copies are not among them. */
  readonly otherVersions: readonly Pick<RunSummary, 'header'>[];
  /** How many could not be read, or not be told from their copies; each was told on stderr, and the exit code is to say so too. */
  readonly damaged: number;
}

/**
 * Reads the runs that a report is about, one journal at a time. Damaged runs and copies that are left out are reported in a line each.
 * @param more what a kind of run needs to know of each beyond the summary, from its entries, which are not kept
 * @throws UsageError, ConsoleError where there is none, or one is of another kind
 */
export async function readRuns<State, Fact extends { readonly type: string }, More extends object = object>(
  kind: RunKind<State, Fact>,
  { words, io, options, store: given }: ReportRequest,
  more?: (entries: readonly JournalEntry[], costOf: CostOf) => Promise<More>,
): Promise<RunsRead<SummarizedRun<State> & More>> {
  const config = readConfig(io, options.config);
  const tell = (line: string): void => void io.stderr.write(`${line}\n`);
  const found =
    words.length === 0
      ? await allIn(kind.kind, { io, options, store: given }, tell)
      : await namedRuns(kind.kind, { words, io, options }, tell);
  const ofStudy = runsOfStudy(found.runs, options.study);
  const { runs: distinct, copies, notes, undecided } = withoutCopies(ofStudy.runs);
  for (const note of notes) tell(note);
  let damaged = found.damaged + undecided;
  const runs: (SummarizedRun<State> & More)[] = [];
  for (const { store, ...summary } of distinct) {
    try {
      const entries: JournalEntry[] = [];
      for await (const entry of store.read(summary.runId)) entries.push(entry);
      const read = { read: () => asAsync(entries) };
      const costOf = pricesOfRun(config, summary.header);
      const run = await summarizeRunFully(kind, summary, { store: read, costOf });
      runs.push({ ...run, ...((await more?.(entries, costOf)) ?? ({} as More)) });
    } catch (error) {
      // A run that another version made, or that cannot be read, does not keep the others out of the report.
      if (!isExplainedError(error)) throw error;
      damaged++;
      tell(`${withName(explainError(error), summary.runId)}; the report is without it`);
    }
  }
  if (runs.length === 0 && damaged > 0) throw new ConsoleError('No run is left that could be reported on.');
  return { runs, copies, otherVersions: withoutCopies(ofStudy.otherVersions).runs, damaged };
}

/** Removes the final full stop, and prefixes the run's name unless the line already contains it. */
function withName(line: string, runId: string): string {
  const open = line.replace(/\.$/, '');
  return open.includes(runId) ? open : `${runId}: ${open}`;
}

/** A run, and the store that holds it. */
type PlacedRun = RunSummary & { readonly store: JournalStore };
type RunsFound = Pick<RunsRead<PlacedRun>, 'runs' | 'damaged'>;
type Place = Pick<Call, 'io'> & Pick<ReportRequest, 'store'> & { readonly options: Pick<Call['options'], 'runsDir'> };

async function allIn(program: string, { io, options, store: given }: Place, tell: (line: string) => void): Promise<RunsFound> {
  const store = given ?? createFileStore({ folder: runsFolder(io.cwd, options.runsDir) });
  const { runs, damaged } = await listKnown(store, { note: tell });
  const wanted = ofKind(runs, program).toSorted((one, other) => compareNaturally(one.runId, other.runId));
  if (wanted.length === 0)
    throw damaged > 0
      ? new ConsoleError(`There is no run that can be read in ${options.runsDir}; --runs-dir says where else to look.`)
      : new UsageError(`There is no run in ${options.runsDir}; --runs-dir says where else to look.`);
  return { runs: wanted.map((run) => ({ ...run, store })), damaged };
}

async function namedRuns(
  program: string,
  { words, io, options }: Place & Pick<Call, 'words'>,
  tell: (line: string) => void,
): Promise<RunsFound> {
  const runs: PlacedRun[] = [];
  let damaged = 0;
  for (const word of words) {
    const { runId, store } = await findRun(word, { cwd: io.cwd, runsDir: options.runsDir });
    const summary = await store.summary(runId).catch((error: unknown) => {
      damaged++;
      tell(`${explainError(error)}; the report is without it`);
      return undefined;
    });
    if (!summary) continue;
    assertKind(summary.header, program);
    runs.push({ ...summary, store });
  }
  if (runs.length === 0) throw new ConsoleError('No run is left that could be reported on.');
  return { runs, damaged };
}

async function* asAsync<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
}
