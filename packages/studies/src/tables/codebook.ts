import type { Column, Row, Table } from './table.js';

/** The name of the codebook among the tables of a report. */
export const CODEBOOK = 'codebook';

const COLUMNS: readonly Column[] = [
  { key: 'of', title: 'table', meaning: 'Name of the table.', unit: 'text' },
  { key: 'column', title: 'column', meaning: 'Name of the column in files.', unit: 'text' },
  { key: 'shown', title: 'shown as', meaning: 'Title of the column on a terminal.', unit: 'text', absent: 'it has none there' },
  { key: 'meaning', title: 'meaning', meaning: 'What a value of the column says.', unit: 'text' },
  { key: 'unit', title: 'unit', meaning: 'Unit of the values in files, with their range.', unit: 'text' },
  {
    key: 'absent',
    title: 'no value where',
    meaning: 'When there is no value.',
    unit: 'text',
    absent: 'a missing value was not known',
  },
];

/** Column that tells whether the offline model had a part in a row; files have it at the end of every row. */
export const OFFLINE_COLUMN: Column = {
  key: 'offline',
  title: '',
  meaning:
    'Whether the offline model, which is no language model, had a part in the row; in a row of several runs, in any of them.',
  unit: 'true or false',
};

/** Builds the codebook: a row for each column of the tables that files have. */
export function codebookTable(tables: readonly Table[]): Table {
  return {
    name: CODEBOOK,
    title: 'Codebook',
    columns: COLUMNS,
    rows: tables.flatMap(({ name, columns }) =>
      [...columns.filter(({ pictorial }) => !pictorial), OFFLINE_COLUMN].map(({ key, title, meaning, unit, absent }): Row => ({
        of: name,
        column: key,
        shown: title === '' ? null : title,
        meaning,
        unit,
        absent: absent ?? null,
      })),
    ),
    note: 'A value that is missing is an empty field in CSV, null in JSON Lines, and a dash on a terminal; never 0. Numbers in files have at most 12 digits that matter. Control characters in the texts of a CSV file are the pictures that Unicode has of them (␀ for NUL), and a text that a spreadsheet would run as a formula has an apostrophe before it, unless --raw was given.',
  };
}
