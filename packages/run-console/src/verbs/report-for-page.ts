import { type Cell, cellText, type Table } from '@entente/studies/tables';
import { OFFLINE_NOTE } from '../journals/offline-note.js';
import { headingOf, type Report } from './write-report.js';

/** A report as plain data, for a page: the tables of the command line, with every cell as a value and as people read it. */
export interface PageReport {
  /** Lines above the tables: which runs count, and in what sides of a comparison differ. */
  readonly heading: readonly string[];
  readonly tables: readonly PageTable[];
  readonly runs: number;
  /** Number of runs that should be in it and cannot be read. */
  readonly damaged: number;
  /** Notes on runs that were left out. */
  readonly notes: readonly string[];
}

export interface PageTable {
  readonly name: string;
  readonly title: string;
  readonly note: string | null;
  /** Number of runs that it is about. */
  readonly runs: number;
  /** Whether it is too long for people. */
  readonly isForFiles: boolean;
  readonly columns: readonly PageColumn[];
  readonly rows: readonly { readonly values: readonly Cell[]; readonly texts: readonly string[] }[];
}

export interface PageColumn {
  readonly key: string;
  readonly title: string;
  readonly align: 'left' | 'right';
  readonly meaning: string;
  readonly unit: string;
  /** Whether only files have it, and people do not see it. */
  readonly isForFiles: boolean;
}

/** Turns a report into plain data. */
export function reportForPage(report: Report, notes: readonly string[]): PageReport {
  return {
    heading: [...(report.offlineRuns.size > 0 ? [OFFLINE_NOTE] : []), ...headingOf(report)],
    tables: report.tables.map((table) => tableForPage(table, report.runs)),
    runs: report.runs,
    damaged: report.damaged ?? 0,
    notes,
  };
}

function tableForPage({ name, title, note, runs, forFiles, columns, rows }: Table, all: number): PageTable {
  return {
    name,
    title,
    note: note ?? null,
    runs: runs ?? all,
    isForFiles: forFiles ?? false,
    columns: columns.map(({ key, title: heading, align = 'left', meaning, unit, forFilesOnly = false }) => ({
      key,
      title: heading,
      align,
      meaning,
      unit,
      isForFiles: forFilesOnly,
    })),
    rows: rows.map((row) => ({
      values: columns.map(({ key }) => row[key] ?? null),
      texts: columns.map((column) => cellText(column, row[column.key], row)),
    })),
  };
}
