import { readCallPlace } from '@entente/diplomacy-game/state';
import type { PriceBook } from '@entente/llm-clients';
import { formatModelSpec } from '@entente/llm-clients/contract';
import { withoutKeyShapes, withoutKeysInWords } from '@entente/llm-clients/secrets';
import type { EntryOf, JournalEntry } from '@entente/simulation-core/journal';
import type { GameRecord } from '../record/game-record.js';
import { callSuccess } from './call-success.js';
import { predecessorReply } from './predecessor-reply.js';
import { responseType } from './response-type.js';
import { withoutKeyOfModel } from './without-keys.js';

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
  'inherited',
  'edited',
  'reply',
] as const;

/**
 * A call as llm_responses.csv has it. `raw_response` is in the form that the predecessor asks for and its scripts parse, `reply` the model's own
 * words. `inherited` is `TRUE` where a fork took the answer over from its parent, which paid for it; `edited` is `TRUE` where a fork put
 * another reply in the place of the model's: `reply` has the edited one.
 */
export type ResponseRow = Readonly<Record<(typeof RESPONSE_COLUMNS)[number], string>>;

/** Options of `responseRows`. */
export interface ResponsesOptions {
  /** Cost of a call, in dollars. @default no call has a cost */
  readonly costOf?: PriceBook['costOf'] | undefined;
}

/**
 * Yields the calls of a game in the order of their replies: every answer that belongs to the game, superseded ones included, and every call
 * without an answer. Inherited answers that a fork never asked for are left out. Only distinct parts of prompts stay in memory.
 * @param record read from the same entries
 */
export async function* responseRows(
  entries: AsyncIterable<JournalEntry> | Iterable<JournalEntry>,
  record: GameRecord,
  { costOf = () => null }: ResponsesOptions = {},
): AsyncGenerator<ResponseRow> {
  const parts = new Map<string, string>();
  let count = 0;
  for await (const entry of entries) {
    count++;
    if (count > record.entries) return;
    if (entry.type === 'part-recorded') parts.set(entry.hash, withoutKeysInWords(entry.text));
    else if (entry.type === 'call-failed') yield failureRow(entry);
    else if (entry.type === 'answer-recorded' && record.outcomes.belongs(count))
      yield answerRow(entry, { count, record, parts, costOf });
  }
}

interface Around {
  /** @param count place of the answer in the journal, from 1 */
  readonly count: number;
  readonly record: GameRecord;
  readonly parts: ReadonlyMap<string, string>;
  readonly costOf: PriceBook['costOf'];
}

function answerRow(answer: EntryOf<'answer-recorded'>, { count, record, parts, costOf }: Around): ResponseRow {
  const { result, model, path, label } = answer;
  const { outcomes, spec } = record;
  const place = readCallPlace(path);
  const stands = outcomes.stands(count);
  const isTakenOver = outcomes.isTakenOver(count);
  const cost = isTakenOver ? 0 : costOf(model, result.usage);
  const isFormatting = label?.name.startsWith('format-') === true;
  const words = spec.formatter === null ? null : result.text;
  const inForm = place !== null && stands && !isFormatting ? predecessorReply(place, { outcomes, words }) : null;
  return {
    timestamp: new Date(answer.at).toISOString(),
    model: withoutKeyOfModel(formatModelSpec(model)),
    power: place?.power ?? 'game',
    phase: place?.phase ?? '',
    response_type: responseType(place?.stage ?? null, label?.name, stands ? 'answered' : 'superseded'),
    raw_input: promptText(answer, parts),
    raw_response: withoutKeysInWords(inForm ?? result.text),
    success: withoutKeyShapes(stands ? (place === null ? 'Success' : callSuccess(place, outcomes)) : 'FALSE: asked again'),
    input_tokens: String(result.usage.inputTokens),
    cached_input_tokens: String(result.usage.cacheReadTokens),
    output_tokens: String(result.usage.outputTokens),
    cost_usd: cost === null ? '' : String(cost),
    latency_ms: String(Math.round(result.latencyMs)),
    attempts: String(result.attempts.length),
    call_path: path,
    own_delay_ms: result.ownDelayMs === undefined ? '' : String(Math.round(result.ownDelayMs)),
    usage_estimated: result.usage.estimated ? 'yes' : '',
    inherited: isTakenOver ? 'TRUE' : '',
    edited: answer.edited === true ? 'TRUE' : '',
    reply: withoutKeysInWords(result.text),
  };
}

/** Joins the messages of a call. In a conversation each begins with its role. */
function promptText({ messages }: EntryOf<'answer-recorded'>, parts: ReadonlyMap<string, string>): string {
  const texts = messages.map(({ parts: own }) => own.map(([, hash]) => parts.get(hash) ?? '').join('\n\n'));
  if (!messages.some(({ role }) => role === 'assistant')) return texts.join('\n\n');
  return texts.map((text, i) => `[${messages[i]?.role ?? ''}]\n${text}`).join('\n\n');
}

/** The prompt of a call without an answer is not on record. */
function failureRow({ path, kind, message, model, attempts, at }: EntryOf<'call-failed'>): ResponseRow {
  const place = readCallPlace(path);
  const latencyMs = attempts.reduce((sum, attempt) => sum + attempt.latencyMs, 0);
  return {
    timestamp: new Date(at).toISOString(),
    model: withoutKeyOfModel(formatModelSpec(model)),
    power: place?.power ?? 'game',
    phase: place?.phase ?? '',
    response_type: responseType(place?.stage ?? null, undefined, 'no_response'),
    raw_input: '',
    raw_response: '',
    success: withoutKeyShapes(`Failure: Exception (${kind}): ${message}`),
    input_tokens: '',
    cached_input_tokens: '',
    output_tokens: '',
    cost_usd: '',
    latency_ms: String(Math.round(latencyMs)),
    attempts: String(attempts.length),
    call_path: path,
    own_delay_ms: '',
    usage_estimated: '',
    inherited: '',
    edited: '',
    reply: '',
  };
}
