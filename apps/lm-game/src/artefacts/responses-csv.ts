import { printableText } from '@entente/run-console';
import type { JournalEntry } from '@entente/simulation-core';
import type { GameRecord } from './game-record.js';
import { RESPONSE_COLUMNS, responseRows, type ResponsesOptions } from './response-rows.js';

/**
 * The predecessor's `llm_responses.csv`, a line a call as `responseRows` tells. All fields are quoted, a quote in a field is doubled, and
 * control characters, at which readers of CSV stop, are pictures of themselves (`␀`).
 * @param record read from the same entries
 */
export async function* toResponsesCsv(
  entries: AsyncIterable<JournalEntry> | Iterable<JournalEntry>,
  record: GameRecord,
  options: ResponsesOptions = {},
): AsyncGenerator<string> {
  yield line(RESPONSE_COLUMNS);
  for await (const row of responseRows(entries, record, options)) yield line(RESPONSE_COLUMNS.map((name) => row[name]));
}

const line = (fields: readonly string[]): string =>
  `${fields.map((field) => `"${printableText(field).replaceAll('"', '""')}"`).join(',')}\n`;
