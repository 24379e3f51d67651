/** The value of a field of a table; null is a value that is missing. */
export type Cell = string | number | boolean | null;
export type Row = Readonly<Record<string, Cell>>;

/** How a column is shown to people. */
export interface PrintedColumn {
  /** The field of a row. */
  readonly key: string;
  readonly title: string;
  /** @default 'left' */
  readonly align?: 'left' | 'right';
  /** How a value is shown to people, where the rest of its row may matter; files get it as it is. @default as it is, numbers to 12 digits */
  readonly format?: (value: string | number, row: Row) => string;
  /** Shown to people where there is no value. @default '–' */
  readonly nothing?: string;
  /** For CSV and JSON only: not shown to people. @default false */
  readonly forFilesOnly?: boolean;
}

/** A column of a table that can be written into files too: its key is its name there, and the codebook explains it. */
export interface Column extends PrintedColumn {
  /** Meaning of a value, in a sentence that needs no other column. */
  readonly meaning: string;
  /** Of the value as files have it, with its range where there is one: `ms`, `calls`, `points, 0 to 10`; `text` for words and names. */
  readonly unit: string;
  /** When there is no value. @default a value that is not there was not known */
  readonly absent?: string;
  /** For people only: not in CSV or JSON. @default false */
  readonly pictorial?: boolean;
}

export interface Table {
  /** Names the table in JSON Lines and for `--tables`. */
  readonly name: string;
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** How many runs it is about. @default as many as the report */
  readonly runs?: number;
  /** A line below it: how many are missing, what a figure means. */
  readonly note?: string | undefined;
  /** Too long for people: printed only where it is asked for by name, and always in JSON Lines. @default false */
  readonly forFiles?: boolean;
}

/** The column that every table of single runs begins with. */
export const RUN_COLUMN: Column = {
  key: 'run',
  title: 'run',
  meaning: 'Name of the run; its journal lies in the folder of this name.',
  unit: 'text',
};
