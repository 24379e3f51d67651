/** Value of a cell; null where there is none. */
export type CellValue = string | number | boolean | null;

/** Report of a command line as plain data: the same tables, with every cell as a value and as people read it. */
export interface StudyReport {
  /** Lines above the tables, such as which runs count. */
  readonly heading: readonly string[];
  readonly tables: readonly StudyTable[];
  readonly runs: number;
  /** Number of runs that should be in it and cannot be read. */
  readonly damaged: number;
  /** Notes on runs that were left out. */
  readonly notes: readonly string[];
}

export interface StudyTable {
  readonly name: string;
  readonly title: string;
  readonly note: string | null;
  /** Number of runs that it is about. */
  readonly runs: number;
  /** Whether it is too long for people. */
  readonly isForFiles: boolean;
  readonly columns: readonly StudyColumn[];
  readonly rows: readonly { readonly values: readonly CellValue[]; readonly texts: readonly string[] }[];
}

export interface StudyColumn {
  readonly key: string;
  readonly title: string;
  readonly align: 'left' | 'right';
  readonly meaning: string;
  readonly unit: string;
  /** Whether only files have it, and people do not see it. */
  readonly isForFiles: boolean;
}

/** Makes the report on a study of one kind of run. */
export type ReportStudy = (study: string) => Promise<StudyReport>;
