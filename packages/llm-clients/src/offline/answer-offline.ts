import type { FinishReason, MessageRole } from '../language-model.js';
import type { OfflineRequest, OfflineResponder } from '../prompt.js';
import { cutText } from '../text/cut-text.js';
import { type ContentFaultShares, drawContentFault, malform, REFUSAL_TEXT, truncate } from './content-faults.js';
import { plausibleSentence } from './plausible-text.js';
import { schemaInstance } from './schema-instance.js';
import type { JsonSchema } from './schema-instruction.js';
import { seededRandom } from './seeded-random.js';
import { TextHasher } from './text-hasher.js';

/** A request in its normal form (see `toOfflineRequest`), with everything else that its answer depends on. */
export interface OfflineQuestion {
  readonly request: OfflineRequest;
  /** `hashOfflineRequest(request)`, where it is known already. */
  readonly requestHash?: string | undefined;
  /** Called only where no responder recognises the request. */
  readonly schema?: (() => JsonSchema) | undefined;
  readonly seed?: number | undefined;
  readonly maxOutputTokens?: number | undefined;
}

export interface OfflineAnswerOptions {
  readonly responders: readonly OfflineResponder[];
  readonly contentFaults?: ContentFaultShares | undefined;
}

export interface OfflineAnswer {
  readonly text: string;
  readonly finishReason: Extract<FinishReason, 'stop' | 'length' | 'refusal'>;
  readonly outputTokens: number;
  /** The hash of the request's text, seed excluded: 16 hexadecimal digits. */
  readonly requestHash: string;
}

const ROLE_MARKS: Readonly<Record<MessageRole, string>> = { system: '\u0001', user: '\u0002', assistant: '\u0003' };

/** The hash of what is asked, as every wire sees it. */
export function hashOfflineRequest(request: OfflineRequest): string {
  const hasher = new TextHasher();
  for (const { role, text } of request.messages) hasher.add(ROLE_MARKS[role]).add(text);
  return hasher.digest();
}

/**
 * Returns the answer of the offline model: that of the first responder that recognises the request, otherwise a value of the
 * schema, otherwise a sentence. It depends on the request's text, the seed and the content faults only, so it is the same in
 * process and over HTTP.
 */
export function answerOffline(question: OfflineQuestion, options: OfflineAnswerOptions): OfflineAnswer {
  const { request, schema, seed, maxOutputTokens } = question;
  const requestHash = question.requestHash ?? hashOfflineRequest(request);
  const source = `${requestHash}:${seed ?? ''}`;
  const random = seededRandom(source);
  const faultRandom = seededRandom(`${source}:fault`);
  const fault = options.contentFaults && drawContentFault(options.contentFaults, faultRandom);
  const answer = (text: string, finishReason: OfflineAnswer['finishReason']): OfflineAnswer => ({
    text,
    finishReason,
    outputTokens: estimateTokens(text),
    requestHash,
  });
  if (fault === 'refusal') return answer(REFUSAL_TEXT, 'refusal');

  const responder = options.responders.find((candidate) => candidate.recognises(request));
  let text: string;
  if (responder) text = responder.reply(request, random);
  else if (schema) text = JSON.stringify(schemaInstance(schema(), random));
  else text = `${plausibleSentence(random)} ${plausibleSentence(random)}`;

  if (fault === 'truncated') return answer(truncate(text, faultRandom), 'length');
  if (fault === 'malformed' && /^\s*[{[]/.test(text)) text = malform(text, faultRandom);
  const most = (maxOutputTokens ?? Infinity) * CHARACTERS_PER_TOKEN;
  return text.length > most ? answer(cutText(text, most), 'length') : answer(text, 'stop');
}

/** Tokens in a text as the offline side counts them: four characters each, rounded up. Constant time, never exact. */
export function estimateTokens(text: string): number {
  return Math.ceil(text.length / CHARACTERS_PER_TOKEN);
}

export const CHARACTERS_PER_TOKEN = 4;
