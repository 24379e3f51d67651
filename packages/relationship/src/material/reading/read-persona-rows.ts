import { type CsvError, parse } from 'csv-parse/sync';
import { suggestName } from '@entente/studies/settings';
import type { Entry, MaterialFault, Outcome } from './material-fault.js';

/** Columns of a table of personas. Lists are separated by ` | `. */
export const PERSONA_COLUMNS = {
  text: ['id', 'name', 'pronouns', 'occupation', 'work', 'description', 'group'],
  number: ['age'],
  list: ['traits', 'values', 'goals', 'dealbreakers', 'rules', 'memories'],
  attachment: ['anxiety', 'avoidance'],
  life: ['parents', 'grandparents', 'siblings', 'children', 'pet'],
} as const;

type Row = Readonly<Record<string, unknown>>;

const NO_ROWS = 'the table holds no persona; write the columns name and description, and a row for each persona';

const NOT_UTF8 = 'a sign in this line is not UTF-8; save the table in the encoding UTF-8';

/** Reads a table of personas, CSV (with commas, semicolons or tabs, as its header has them) or JSON Lines. An empty cell is a column left out, and an empty table is a fault. */
export function readPersonaRows(file: string, text: string): Outcome<Entry> {
  const garbled = text.split('\n').findIndex((line) => line.includes('\uFFFD'));
  if (garbled >= 0) return { values: [], faults: [{ file, line: garbled + 1, message: NOT_UTF8 }] };
  const read = file.endsWith('.csv') ? readCsv(file, text) : readJsonLines(file, text);
  const isEmpty = read.values.length === 0 && read.faults.length === 0;
  return isEmpty ? { values: [], faults: [{ file, line: 1, message: NO_ROWS }] } : read;
}

function readCsv(file: string, text: string): Outcome<Entry> {
  try {
    const rows = parse(text, {
      columns: (names: string[]) => onceEach(names.map((name) => name.trim())),
      bom: true,
      delimiter: delimiterOf(text),
      info: true,
      skip_empty_lines: true,
      trim: true,
    });
    const records = rows as unknown as readonly { readonly record: Row; readonly info: { readonly lines: number } }[];
    const unknown = unknownColumns(Object.keys(records[0]?.record ?? {}));
    if (unknown.length > 0) return { values: [], faults: unknown.map((message) => ({ file, line: 1, message })) };
    // The parser counts lines up to the end of a row, whose cells may span several.
    const lines = records.map(({ record, info }) => info.lines - lineBreaksIn(record));
    return { values: records.map(({ record }, index) => rowEntry(file, lines[index] ?? 1, record)), faults: [] };
  } catch (error) {
    const { lines = 1, message } = error as CsvError & { readonly lines?: number };
    return { values: [], faults: [{ file, line: lines, message }] };
  }
}

/** Signs that spreadsheets put between cells, depending on their language. */
const DELIMITERS = [',', ';', '\t'] as const;

/** The sign by which the header has the most columns that a table of personas knows. */
function delimiterOf(text: string): string {
  const [header = ''] = text
    .replace(/^\uFEFF/, '')
    .trimStart()
    .split(/\r?\n/, 1);
  const known: readonly string[] = Object.values(PERSONA_COLUMNS).flat();
  const count = (delimiter: string): number =>
    header.split(delimiter).filter((name) => known.includes(name.trim().replace(/^"(.*)"$/, '$1'))).length;
  return DELIMITERS.reduce<string>((best, next) => (count(next) > count(best) ? next : best), ',');
}

/** @throws Error for a column that comes twice, of which one would be lost */
function onceEach(names: string[]): string[] {
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Error(`the column "${twice}" comes twice; keep one`);
  return names;
}

function lineBreaksIn(record: Row): number {
  return Object.values(record).reduce<number>((sum, cell) => sum + (String(cell).match(/\n/g)?.length ?? 0), 0);
}

function readJsonLines(file: string, text: string): Outcome<Entry> {
  const values: Entry[] = [];
  const faults: MaterialFault[] = [];
  for (const [index, row] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (row.trim() === '') continue;
    const record = parseRow(row);
    const messages = record === undefined ? ['write a JSON object on each line'] : unknownColumns(Object.keys(record));
    faults.push(...messages.map((message) => ({ file, line: index + 1, message })));
    if (record !== undefined && messages.length === 0) values.push(rowEntry(file, index + 1, record));
  }
  return { values, faults };
}

function parseRow(text: string): Row | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Row) : undefined;
  } catch {
    return undefined;
  }
}

function unknownColumns(names: readonly string[]): readonly string[] {
  const known = Object.values(PERSONA_COLUMNS).flat();
  return names
    .filter((name) => !(known as readonly string[]).includes(name))
    .map((name) => `unknown column "${name}"; ${suggestName(name, known)}`);
}

function rowEntry(file: string, line: number, row: Row): Entry {
  const { text, number, list, attachment, life } = PERSONA_COLUMNS;
  const value = {
    ...columns(row, text, String),
    ...columns(row, number, scalar),
    ...columns(row, list, (cell) =>
      Array.isArray(cell)
        ? (cell as readonly unknown[])
        : String(cell)
            .split('|')
            .map((each) => each.trim())
            .filter((each) => each !== ''),
    ),
    ...group('attachment', columns(row, attachment, scalar)),
    ...group('life', columns(row, life, scalar)),
  };
  return { value, fault: (_, message) => ({ file, line, message }) };
}

function columns(row: Row, names: readonly string[], read: (cell: unknown) => unknown): Row {
  const given = names.filter((name) => row[name] !== undefined && row[name] !== null && row[name] !== '');
  return Object.fromEntries(given.map((name) => [name, read(row[name])]));
}

function group(name: string, fields: Row): Row {
  return Object.keys(fields).length === 0 ? {} : { [name]: fields };
}

/** Numbers and yes or no as tables write them. */
function scalar(cell: unknown): unknown {
  const word = String(cell).toLowerCase();
  if (word === 'true' || word === 'yes') return true;
  if (word === 'false' || word === 'no') return false;
  return Number.isNaN(Number(word)) ? cell : Number(word);
}
