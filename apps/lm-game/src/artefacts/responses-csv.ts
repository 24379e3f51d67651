import { type EntryOf, type JournalEntry } from '@entente/simulation-core';
import type { PriceBook } from '@entente/llm-clients';
import { printableText } from '@entente/run-console';
import { formatModelSpec } from '@entente/run-console/session';
import { callPlace } from './call-place.js';
import { callSuccess } from './call-success.js';
import type { GameRecord } from './game-record.js';
import { responseType } from './response-type.js';
import { withoutKeyOfModel, withoutKeys, withoutKeysInWords } from './without-keys.js';

/**
 * The predecessor's columns in its order, then ours. Times are in milliseconds, costs in dollars, empty where unknown. `own_delay_ms` is the
 * part of the latency that our own process caused; `usage_estimated` is `yes` where tokens, and so the cost, were estimated from the texts.
 */
export const RESPONSE_COLUMNS = [
  'timestamp',
  'model',
  'power',
  'phase',
  'response_type',
  'raw_input',
  'raw_response',
  'success',
  'input_tokens',
  'cached_input_tokens',
  'output_tokens',
  'cost_usd',
  'latency_ms',
  'attempts',
  'call_path',
  'own_delay_ms',
  'usage_estimated',
] as const;

/** What the rows need beside the entries. */
export interface ResponsesOptions {
  /** Without it no call has a cost. */
  readonly costOf?: PriceBook['costOf'] | undefined;
}

/**
 * The predecessor's `llm_responses.csv`, line by line as the calls came back: every answer on record, also those that were asked for
 * again, and every call that got none. All fields are quoted, a quote in a field is doubled, a control character is its picture (`␀`), as readers of
 * CSV stop at some, and nothing else is escaped.
 * Keeps each distinct part of a prompt in memory, and nothing else of the entries that are gone by.
 * @param record read from the same entries
 */
export async function* toResponsesCsv(
  entries: AsyncIterable<JournalEntry> | Iterable<JournalEntry>,
  record: GameRecord,
  { costOf = () => null }: ResponsesOptions = {},
): AsyncGenerator<string> {
  yield row(RESPONSE_COLUMNS);
  const parts = new Map<string, string>();
  let count = 0;
  for await (const entry of entries) {
    count++;
    if (count > record.entries) return;
    if (entry.type === 'part-recorded') parts.set(entry.hash, withoutKeysInWords(entry.text));
    else if (entry.type === 'answer-recorded') yield row(answerFields(entry, { count, record, parts, costOf }));
    else if (entry.type === 'call-failed') yield row(failureFields(entry));
  }
}

interface Around {
  /** The answer is the `count`-th entry. */
  readonly count: number;
  readonly record: GameRecord;
  readonly parts: ReadonlyMap<string, string>;
  readonly costOf: PriceBook['costOf'];
}

function answerFields(answer: EntryOf<'answer-recorded'>, { count, record, parts, costOf }: Around): readonly string[] {
  const { result, model, path, label } = answer;
  const { outcomes } = record;
  const place = callPlace(path);
  const stands = outcomes.stands(answer, count);
  const cost = answer.inherited ? 0 : costOf(model, result.usage);
  return [
    new Date(answer.at).toISOString(),
    withoutKeyOfModel(formatModelSpec(model)),
    place?.power ?? 'game',
    place?.phase ?? '',
    responseType(place?.stage ?? null, label?.name, stands ? 'answered' : 'superseded'),
    promptText(answer, parts),
    withoutKeysInWords(result.text),
    withoutKeys(stands ? (place === null ? 'Success' : callSuccess(place, outcomes)) : 'FALSE: asked again'),
    String(result.usage.inputTokens),
    String(result.usage.cacheReadTokens),
    String(result.usage.outputTokens),
    cost === null ? '' : String(cost),
    String(Math.round(result.latencyMs)),
    String(result.attempts.length),
    path,
    result.ownDelayMs === undefined ? '' : String(Math.round(result.ownDelayMs)),
    result.usage.estimated ? 'yes' : '',
  ];
}

/** Every message of the call; where it goes back and forth each says whose it is. */
function promptText({ messages }: EntryOf<'answer-recorded'>, parts: ReadonlyMap<string, string>): string {
  const texts = messages.map(({ parts: own }) => own.map(([, hash]) => parts.get(hash) ?? '').join('\n\n'));
  if (!messages.some(({ role }) => role === 'assistant')) return texts.join('\n\n');
  return texts.map((text, i) => `[${messages[i]?.role ?? ''}]\n${text}`).join('\n\n');
}

/** What was asked is not on record where nothing came back. */
function failureFields({ path, kind, message, model, attempts, at }: EntryOf<'call-failed'>): readonly string[] {
  const place = callPlace(path);
  const latencyMs = attempts.reduce((sum, attempt) => sum + attempt.latencyMs, 0);
  return [
    new Date(at).toISOString(),
    withoutKeyOfModel(formatModelSpec(model)),
    place?.power ?? 'game',
    place?.phase ?? '',
    responseType(place?.stage ?? null, undefined, 'no_response'),
    '',
    '',
    withoutKeys(`Failure: Exception (${kind}): ${message}`),
    '',
    '',
    '',
    '',
    String(Math.round(latencyMs)),
    String(attempts.length),
    path,
    '',
    '',
  ];
}

const row = (fields: readonly string[]): string =>
  `${fields.map((field) => `"${printableText(field).replaceAll('"', '""')}"`).join(',')}\n`;
