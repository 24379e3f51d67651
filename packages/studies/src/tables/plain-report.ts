import type { Cell } from './table.js';

/** A report as plain data, as a page shows it: its tables, with every cell as a value and as people read it. */
export interface PlainReport {
  /** Lines above the tables: which runs count, and in what sides of a comparison differ. */
  readonly heading: readonly string[];
  readonly tables: readonly PlainTable[];
  readonly runs: number;
  /** Number of runs that should be in it and cannot be read. */
  readonly damaged: number;
  /** Notes on runs that were left out. */
  readonly notes: readonly string[];
}

/** A table of a report as plain data. */
export interface PlainTable {
  readonly name: string;
  readonly title: string;
  readonly note: string | null;
  /** Number of runs that it is about. */
  readonly runs: number;
  /** Whether it is too long for people. */
  readonly isForFiles: boolean;
  readonly columns: readonly PlainColumn[];
  readonly rows: readonly { readonly values: readonly Cell[]; readonly texts: readonly string[] }[];
}

interface PlainColumn {
  readonly key: string;
  readonly title: string;
  readonly align: 'left' | 'right';
  readonly meaning: string;
  readonly unit: string;
  /** Whether only files have it, and people do not see it. */
  readonly isForFiles: boolean;
}
