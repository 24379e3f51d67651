import { cellText, type PlainReport, type PlainTable, type Table } from '@entente/studies/tables';
import { OFFLINE_NOTE } from '../journals/offline-note.js';
import { headingOf, type Report } from './write-report.js';

/** Turns a report into plain data. */
export function reportForPage(report: Report, notes: readonly string[]): PlainReport {
  return {
    heading: [...(report.offlineRuns.size > 0 ? [OFFLINE_NOTE] : []), ...headingOf(report)],
    tables: report.tables.map((table) => tableForPage(table, report.runs)),
    runs: report.runs,
    damaged: report.damaged ?? 0,
    notes,
  };
}

function tableForPage({ name, title, note, runs, forFiles, columns, rows }: Table, all: number): PlainTable {
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
