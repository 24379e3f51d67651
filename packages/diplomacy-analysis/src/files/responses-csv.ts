import type { JournalEntry } from '@entente/simulation-core/journal';
import { type CsvOptions, printableText, toSpreadsheetCell } from '@entente/studies/tables';
import type { GameRecord } from '../record/game-record.js';
import { RESPONSE_COLUMNS, responseRows, type ResponsesOptions } from './response-rows.js';

/**
 * The predecessor's `llm_responses.csv`, a line a call as `responseRows` tells. All fields are quoted, a quote in a field is doubled, and
 * control characters, at which readers of CSV stop, are pictures of themselves (`␀`). A
 * field that a spreadsheet would run as a formula has an apostrophe before it unless `raw`: people open this file in spreadsheets, and a
 * reply is whatever a model wrote; the predecessor's scripts look for JSON in it, and find it all the same.
 * @param record read from the same entries
 */
export async function* toResponsesCsv(
  entries: AsyncIterable<JournalEntry> | Iterable<JournalEntry>,
  record: GameRecord,
  { raw = false, ...options }: ResponsesOptions & CsvOptions = {},
): AsyncGenerator<string> {
  yield line(RESPONSE_COLUMNS, raw);
  for await (const row of responseRows(entries, record, options))
    yield line(
      RESPONSE_COLUMNS.map((name) => row[name]),
      raw,
    );
}

const line = (fields: readonly string[], raw: boolean): string => `${fields.map((field) => quoted(field, raw)).join(',')}\n`;

function quoted(field: string, raw: boolean): string {
  const text = printableText(field);
  return `"${(raw ? text : toSpreadsheetCell(text)).replaceAll('"', '""')}"`;
}
