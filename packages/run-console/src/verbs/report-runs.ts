import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { createPriceBook, findClientConfig, nodeClock, readClientConfig } from '@entente/llm-clients';
import type { JournalEntry, JournalStore, RunSummary } from '@entente/simulation-core';
import { createFileStore } from '@entente/simulation-core/node';
import { ConsoleError, UsageError } from '../cli/console-error.js';
import { hasColors, outputWidth } from '../cli/console-io.js';
import { explainError } from '../cli/explain-error.js';
import type { OptionValues, VerbCall } from '../cli/verb.js';
import { assertKind, findRun, ofKind } from '../journals/find-run.js';
import { readHeader } from '../journals/read-header.js';
import { resultsTable, timingTable, usageTable } from '../journals/report-tables.js';
import type { RunKind } from '../journals/run-kind.js';
import { type CostOf, GROUPINGS, type SummarizedRun, summarizeRunFully } from '../journals/summarize-runs.js';
import { isOffline } from '../session/model-spec.js';
import { runsFolder } from '../session/runs-folder.js';
import { formatCsv, formatJsonLines } from '../text/csv.js';
import { countOf } from '../text/quantity.js';
import { createStyle } from '../text/style.js';
import { formatTable, type Table } from '../text/table.js';
import { wrapText } from '../text/wrap-text.js';
import type { reportOptions } from './journal-verbs.js';

type Call = VerbCall<OptionValues<typeof reportOptions>>;

/** Reports on runs as tables, CSV or JSON Lines. */
export async function reportRuns<State, Fact extends { readonly type: string }>(
  kind: RunKind<State, Fact>,
  call: Call,
): Promise<number> {
  const runs = await readRuns(kind, call);
  return writeReport(call, {
    runs: runs.length,
    offline: runs.some(({ header }) => kind.modelsOf(header).some(isOffline)),
    tables: [
      resultsTable(kind, runs),
      ...kind.tables(runs),
      timingTable(runs),
      ...GROUPINGS.map((grouping) => usageTable(runs, grouping)),
    ],
  });
}

/** What a report says, and about how much. */
export interface Report {
  readonly tables: readonly Table[];
  /** How many runs it is about. */
  readonly runs: number;
  /** Whether the offline model had a part in any of them, so that it has to be said. */
  readonly offline: boolean;
}

/** Prints a report in the form, and into the file, that was asked for. @throws UsageError for tables that there are not */
export async function writeReport(
  { io, options }: Pick<Call, 'io' | 'options'>,
  { tables: all, runs, offline }: Report,
): Promise<number> {
  const tables = choose(all, options);
  const text =
    options.format === 'csv'
      ? formatCsv(tables[0]!)
      : options.format === 'jsonl'
        ? formatJsonLines(tables)
        : forPeople(tables, runs, offline, { io, options });
  if (options.out === undefined) {
    io.stdout.write(text);
    return 0;
  }
  const file = resolve(io.cwd, options.out);
  await writeFile(file, text).catch((cause: unknown) => {
    throw new ConsoleError(`The report cannot be written: ${explainError(cause).replace('--runs-dir', '--out')}`, { cause });
  });
  io.stderr.write(`${countOf(tables.length, 'table')} over ${countOf(runs, 'run')} in ${options.out}\n`);
  return 0;
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
  const clock = io.clock ?? nodeClock;
  const config =
    options.config === undefined ? findClientConfig(io.cwd)?.config : readClientConfig(resolve(io.cwd, options.config));
  const prices = createPriceBook(config?.prices, () => clock.now());
  const costOf: typeof prices.costOf = (model, usage) => prices.costOf(model, usage);
  const runs: (SummarizedRun<State> & More)[] = [];
  const add = async (summary: RunSummary, store: JournalStore): Promise<void> => {
    const entries: JournalEntry[] = [];
    for await (const entry of store.read(summary.runId)) entries.push(entry);
    const read = { read: () => asAsync(entries) };
    const run = await summarizeRunFully(kind, summary, { store: read, costOf });
    runs.push({ ...run, ...((await more?.(entries, costOf)) ?? ({} as More)) });
  };
  if (words.length === 0) {
    const store = createFileStore({ folder: runsFolder(io.cwd, options.runsDir) });
    const summaries = ofKind(await store.list(), kind.kind);
    if (summaries.length === 0)
      throw new UsageError(`There is no run in ${options.runsDir}; --runs-dir says where else to look.`);
    for (const summary of ofStudy(summaries, options.study)) await add(summary, store);
    return runs;
  }
  for (const word of words) {
    const { runId, store } = await findRun(word, { cwd: io.cwd, runsDir: options.runsDir });
    assertKind(await readHeader(runId, store), kind.kind);
    const summary = (await store.list()).find((run) => run.runId === runId)!;
    for (const wanted of ofStudy([summary], options.study)) await add(wanted, store);
  }
  return runs;
}

/** Those runs that a study made; all where none is named. @throws UsageError where there is none of it */
function ofStudy(summaries: readonly RunSummary[], study: string | undefined): readonly RunSummary[] {
  if (study === undefined) return summaries;
  const wanted = summaries.filter(({ header }) => header.labels['study'] === study);
  if (wanted.length > 0) return wanted;
  const known = [...new Set(summaries.flatMap(({ header }) => header.labels['study'] ?? []))].sort();
  throw new UsageError(
    `No run here is of the study "${study}"; ${known.length === 0 ? 'none is of a study at all' : `there are ${known.join(', ')}`}.`,
  );
}

async function* asAsync<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
}

function choose(all: readonly Table[], { tables: names, format }: Call['options']): readonly Table[] {
  const wanted = names ?? (format === 'csv' ? ['results'] : all.map(({ name }) => name));
  const unknown = wanted.find((name) => !all.some((table) => table.name === name));
  if (unknown !== undefined)
    throw new UsageError(`There is no table "${unknown}"; there are ${all.map(({ name }) => name).join(', ')}.`);
  if (format === 'csv' && wanted.length !== 1)
    throw new UsageError('CSV holds one table: name one with --tables, or write --format jsonl.');
  return all.filter(({ name }) => wanted.includes(name));
}

function forPeople(
  tables: readonly Table[],
  runs: number,
  offline: boolean,
  { io, options }: Pick<Call, 'io' | 'options'>,
): string {
  const toFile = options.out !== undefined;
  const style = createStyle(!toFile && hasColors(io.stdout, io.env));
  const width = toFile ? Infinity : outputWidth(io.stdout);
  const parts = tables.map(({ title, columns, rows, note }) =>
    [
      style.bold(style.cyan(`${title} (${countOf(runs, 'run')})`)),
      ...(rows.length === 0 ? [] : [formatTable(columns, rows, { width, style })]),
      ...(note === undefined ? [] : [style.dim(Number.isFinite(width) ? wrapText(note, width) : note)]),
    ].join('\n'),
  );
  const label = style.yellow(
    'Played by the offline model: rules of thumb, not a language model. Nothing here says anything about people.',
  );
  return `${[...(offline ? [label] : []), ...parts].join('\n\n')}\n`;
}
