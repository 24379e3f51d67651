import {
  CODEBOOK,
  codebookTable,
  countOf,
  formatCsv,
  formatJsonLines,
  OFFLINE_COLUMN,
  printableText,
  type Row,
  type Table,
} from '@entente/studies/tables';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ConsoleError, UsageError } from '../cli/console-error.js';
import { hasColors } from '../cli/console-io.js';
import { explainError } from '../cli/explain-error.js';
import { outputWidth } from '../cli/output-width.js';
import type { OptionValues, VerbCall } from '../cli/verb.js';
import { describeSelection, selectionTable } from '../selection/describe-selection.js';
import type { Selection } from '../selection/select-runs.js';
import { formatTable } from '../text/format-table.js';
import { createStyle } from '../text/style.js';
import { wrapText } from '../text/wrap-text.js';
import type { reportOptions } from './journal-options.js';
import { OFFLINE_NOTE } from '../journals/offline-note.js';

type Call = VerbCall<OptionValues<typeof reportOptions>>;

/** Tables of a report, and the runs they are about. */
export interface Report {
  readonly tables: readonly Table[];
  /** Number of runs; a table about fewer has its own number. */
  readonly runs: number;
  /** The runs that means and comparisons are computed over, said in the heading with all that was left out. @default nothing is computed over several runs */
  readonly selection?: Selection<unknown> | undefined;
  /** Sentences under the heading, such as in what the sides of a comparison differ. @default none */
  readonly remarks?: readonly string[];
  /** The names of those that the offline model had a part in, so that it can be said. */
  readonly offlineRuns: ReadonlySet<string>;
  /** How many runs should be in it and are not, since they cannot be read. @default 0 */
  readonly damaged?: number;
}

/** Prints a report in the form, and into the file, that was asked for; the exit code is 1 where runs are missing from it. @throws UsageError for tables that there are not */
export async function writeReport({ io, options }: Pick<Call, 'io' | 'options'>, report: Report): Promise<number> {
  if (options.format !== 'table' && options.width !== undefined)
    throw new UsageError(`--width lays out tables for people; leave it out with --format ${options.format}.`);
  const exitCode = (report.damaged ?? 0) > 0 ? 1 : 0;
  const chosen = choose(report.tables, options);
  const tables = options.codebook ? [codebookTable(chosen)] : chosen;
  const text = textOf({ ...report, tables }, { io, options });
  // CSV holds a table and nothing beside it, so the heading goes where people see it.
  if (options.format === 'csv') for (const line of headingOf({ ...report, tables })) io.stderr.write(`${line}\n`);
  if (options.out === undefined) {
    io.stdout.write(text);
    return exitCode;
  }
  const file = resolve(io.cwd, options.out);
  await writeFile(file, options.format === 'jsonl' ? text : printableText(text)).catch((cause: unknown) => {
    throw new ConsoleError(`The report cannot be written: ${explainError(cause).replace('--runs-dir', '--out')}`, { cause });
  });
  io.stderr.write(`${countOf(tables.length, 'table')} over ${countOf(report.runs, 'run')} in ${options.out}\n`);
  return exitCode;
}

/** The tables that were named; else all that the form of the report has room for. */
function choose(all: readonly Table[], { tables: names, format, codebook }: Call['options']): readonly Table[] {
  const known = [...all, codebookTable(all)];
  const usual = all.filter(({ forFiles = false }) => codebook || format === 'jsonl' || !forFiles).map(({ name }) => name);
  const wanted = names ?? (format === 'csv' && !codebook ? ['results'] : usual);
  const unknown = wanted.find((name) => !known.some((table) => table.name === name));
  if (unknown !== undefined)
    throw new UsageError(`There is no table "${unknown}"; there are ${known.map(({ name }) => name).join(', ')}.`);
  if (format === 'csv' && wanted.length !== 1 && !codebook)
    throw new UsageError('CSV holds one table: name one with --tables, or write --format jsonl.');
  return known.filter(({ name }) => wanted.includes(name));
}

function textOf(report: Report, call: Pick<Call, 'io' | 'options'>): string {
  switch (call.options.format) {
    case 'csv':
      return formatCsv(forPrograms(report.tables[0]!, report), { raw: call.options.raw });
    case 'jsonl':
      return formatJsonLines(withSelection(report).map((table) => forPrograms(table, report)));
    case 'table':
      return forPeople(report, call);
  }
}

/** Tables that are of each run by itself, or of all there is, whatever runs means are over. */
const OF_ALL_RUNS = ['results', CODEBOOK];

/** Returns the lines over a report some of whose tables are over a selection of runs. */
export function headingOf({ tables, selection, remarks = [] }: Report): readonly string[] {
  const isSelected = (selection?.otherVersions ?? 0) > 0 || tables.some(({ name }) => !OF_ALL_RUNS.includes(name));
  return selection !== undefined && isSelected ? [describeSelection(selection), ...remarks] : [];
}

function withSelection(report: Report): readonly Table[] {
  const { tables, selection, remarks } = report;
  return selection === undefined || headingOf(report).length === 0 ? tables : [selectionTable(selection, remarks), ...tables];
}

/** The table, and in every row whether the offline model had a part in it: nobody may take its figures for those of a language model. */
function forPrograms(table: Table, { offlineRuns }: Report): Table {
  if (table.name === CODEBOOK) return table;
  const isOffline = ({ run }: Row): boolean => (typeof run === 'string' ? offlineRuns.has(run) : offlineRuns.size > 0);
  return {
    ...table,
    columns: [...table.columns, OFFLINE_COLUMN],
    rows: table.rows.map((row) => ({ ...row, [OFFLINE_COLUMN.key]: isOffline(row) })),
  };
}

function forPeople(report: Report, { io, options }: Pick<Call, 'io' | 'options'>): string {
  const { tables, runs, offlineRuns } = report;
  const toFile = options.out !== undefined;
  const style = createStyle(!toFile && hasColors(io.stdout, io.env));
  const width = toFile ? (options.width ?? Infinity) : outputWidth(io.stdout);
  const parts = tables.map(({ name, title, columns, rows, note, runs: own = runs }) =>
    [
      style.bold(style.cyan(wrapText(name === CODEBOOK ? title : `${title} (${countOf(own, 'run')})`, width))),
      ...(rows.length === 0 ? [] : [formatTable(columns, rows, { width, style })]),
      ...(note === undefined ? [] : [style.dim(wrapText(note, width))]),
    ].join('\n'),
  );
  const label = style.yellow(wrapText(OFFLINE_NOTE, width));
  const heading = headingOf(report).map((line) => style.bold(wrapText(line, width)));
  const head = [...(offlineRuns.size > 0 ? [label] : []), ...(heading.length > 0 ? [heading.join('\n')] : [])];
  return `${[...head, ...parts].join('\n\n')}\n`;
}
