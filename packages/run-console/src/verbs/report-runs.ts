import type { JournalEntry, JournalStore, RunSummary } from '@entente/simulation-core';
import { createFileStore } from '@entente/simulation-core/node';
import { compareNaturally } from '@entente/studies';
import { UsageError } from '../cli/console-error.js';
import type { OptionValues, VerbCall } from '../cli/verb.js';
import { assertKind, findRun, ofKind } from '../journals/find-run.js';
import { offlineRunsOf } from '../journals/offline-runs.js';
import { readHeader } from '../journals/read-header.js';
import { resultsTable, timingTable, usageTable } from '../journals/report-tables.js';
import type { RunKind } from '../journals/run-kind.js';
import { type CostOf, GROUPINGS, type SummarizedRun, summarizeRunFully } from '../journals/summarize-runs.js';
import { runsOfStudy } from '../selection/runs-of-study.js';
import { pricesOfRun } from '../session/run-prices.js';
import { runsFolder } from '../session/runs-folder.js';
import { readConfig } from '../session/session.js';
import type { reportOptions } from './journal-verbs.js';
import { writeReport } from './write-report.js';

type Call = VerbCall<OptionValues<typeof reportOptions>>;

/** Reports on runs as tables, CSV or JSON Lines. */
export async function reportRuns<State, Fact extends { readonly type: string }>(
  kind: RunKind<State, Fact>,
  call: Call,
): Promise<number> {
  const runs = await readRuns(kind, call);
  return writeReport(call, {
    runs: runs.length,
    offlineRuns: offlineRunsOf(kind, runs),
    tables: [
      resultsTable(kind, runs),
      ...kind.tables(runs),
      timingTable(runs),
      ...GROUPINGS.map((grouping) => usageTable(runs, grouping)),
    ],
  });
}

/**
 * Reads the runs that a report is about, one journal at a time.
 * @param more what a kind of run needs to know of each beyond the summary, from its entries, which are not kept
 * @throws UsageError, ConsoleError where there is none, or one is of another kind
 */
export async function readRuns<State, Fact extends { readonly type: string }, More extends object = object>(
  kind: RunKind<State, Fact>,
  {
    words,
    io,
    options,
  }: Pick<Call, 'words' | 'io'> & { readonly options: Pick<Call['options'], 'config' | 'runsDir' | 'study'> },
  more?: (entries: readonly JournalEntry[], costOf: CostOf) => Promise<More>,
): Promise<readonly (SummarizedRun<State> & More)[]> {
  const config = readConfig(io, options.config);
  const runs: (SummarizedRun<State> & More)[] = [];
  const add = async (summary: RunSummary, store: JournalStore): Promise<void> => {
    const entries: JournalEntry[] = [];
    for await (const entry of store.read(summary.runId)) entries.push(entry);
    const read = { read: () => asAsync(entries) };
    const costOf = pricesOfRun(config, summary.header);
    const run = await summarizeRunFully(kind, summary, { store: read, costOf });
    runs.push({ ...run, ...((await more?.(entries, costOf)) ?? ({} as More)) });
  };
  if (words.length === 0) {
    const store = createFileStore({ folder: runsFolder(io.cwd, options.runsDir) });
    const summaries = ofKind(await store.list(), kind.kind);
    if (summaries.length === 0)
      throw new UsageError(`There is no run in ${options.runsDir}; --runs-dir says where else to look.`);
    const inOrder = runsOfStudy(summaries, options.study).toSorted((one, other) => compareNaturally(one.runId, other.runId));
    for (const summary of inOrder) await add(summary, store);
    return runs;
  }
  for (const word of words) {
    const { runId, store } = await findRun(word, { cwd: io.cwd, runsDir: options.runsDir });
    assertKind(await readHeader(runId, store), kind.kind);
    const summary = (await store.list()).find((run) => run.runId === runId)!;
    for (const wanted of runsOfStudy([summary], options.study)) await add(wanted, store);
  }
  return runs;
}

async function* asAsync<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
}
