import { clipText } from './clip-text.js';
import { parseWaitMs } from './parse-wait.js';
import type { HeaderReader } from './rate-limit-headers.js';

/** Words of a provider in an error response of any shape. */
export interface FailureWords {
  readonly message: string;
  /** Machine-readable reasons (`code`, `type`, `status`, nested reasons, ids of used-up quotas), lower case, space-separated. */
  readonly codes: string;
  /** The request field it complains of, where it names one. */
  readonly param?: string | undefined;
  /** The text a model wrote that the provider threw away as invalid JSON (Groq). Empty where the model wrote nothing. */
  readonly failedGeneration?: string | undefined;
  /** Time to wait from the body (Gemini), in milliseconds. */
  readonly retryDelayMs?: number | undefined;
  /** Reset of the rate limit from the body (OpenRouter), as written there. */
  readonly limitReset?: string | undefined;
}

/** An error response, or an error inside a 200 response. Thrown inside this folder only, and turned into a typed error there. */
export class ResponseFailure extends Error {
  readonly status: number;
  readonly headers: HeaderReader;
  readonly words: FailureWords;
  /** Whether the HTTP status was 200, so that `status` is only our reading of the body. */
  readonly isEmbedded: boolean;

  constructor(
    status: number,
    body: unknown,
    headers: HeaderReader,
    { isEmbedded = false }: { readonly isEmbedded?: boolean | undefined } = {},
  ) {
    const words = readFailureWords(body);
    super(words.message);
    this.status = status;
    this.headers = headers;
    this.words = words;
    this.isEmbedded = isEmbedded;
  }

  /** Reads the failure reported inside a 200 response. `body` is all of it, or the part with the `error`. */
  static embedded(body: Readonly<Record<string, unknown>>, headers: HeaderReader): ResponseFailure {
    return new ResponseFailure(statusOfEmbeddedError(body), body, headers, { isEmbedded: true });
  }
}

/**
 * Reads `{error: {message, code, type, param}}` (OpenAI), `{type, error: {type, message}}` (Anthropic), `[{error}]` (Gemini),
 * `{message, type}` (Mistral), `{code, error: "text"}` (xAI), `{detail}` (FastAPI servers), `{error: "text"}` (Ollama), or a bare text. An
 * error of another service that stands in the message or in `metadata.raw` as JSON text (aggregators) is read as well.
 */
export function readFailureWords(body: unknown): FailureWords {
  const own = readOneLevel(body);
  const nested = own.quoted === undefined ? undefined : readOneLevel(own.quoted);
  const message =
    nested === undefined || nested.message === '' ? own.message : joined(own.isOnlyQuote ? '' : own.message, nested.message);
  return {
    message: clipText(message, MESSAGE_LIMIT),
    codes: [own.codes, nested?.codes].filter((codes) => codes !== undefined && codes !== '').join(' '),
    ...withoutUndefined({
      param: own.param ?? nested?.param,
      failedGeneration: own.failedGeneration ?? nested?.failedGeneration,
      retryDelayMs: own.retryDelayMs ?? nested?.retryDelayMs,
      limitReset: own.limitReset ?? nested?.limitReset,
    }),
  };
}

interface OneLevel {
  readonly message: string;
  readonly codes: string;
  readonly param: string | undefined;
  readonly failedGeneration: string | undefined;
  readonly retryDelayMs: number | undefined;
  readonly limitReset: string | undefined;
  /** The error of another service, quoted as JSON text. */
  readonly quoted: Readonly<Record<string, unknown>> | undefined;
  /** Whether the message is that quotation and nothing else. */
  readonly isOnlyQuote: boolean;
}

function readOneLevel(body: unknown): OneLevel {
  const outer = asRecord(Array.isArray(body) ? body[0] : body);
  const inner = asRecord(outer?.error) ?? asRecord(outer?.detail) ?? asRecord(outer?.base_resp) ?? outer;
  const said =
    firstText(inner?.message, outer?.message, outer?.error, outer?.detail, inner?.msg, inner?.status_msg) ??
    (typeof body === 'string' ? pageText(body) : body === undefined || body === null ? '' : JSON.stringify(body));
  // xAI writes its messages as a URL would hold them.
  const message = said.replaceAll('%20', ' ');
  const metadata = asRecord(inner?.metadata);
  const upstream = firstText(metadata?.raw);
  const quotedMessage = parsedRecord(message);
  const quoted = quotedMessage ?? asRecord(metadata?.raw) ?? (upstream === undefined ? undefined : parsedRecord(upstream));
  const details = Array.isArray(inner?.details) ? inner.details.map((detail) => asRecord(detail) ?? {}) : [];
  const quotas = details
    .flatMap(({ violations }) => (Array.isArray(violations) ? (violations as readonly unknown[]) : []))
    .map((violation) => asRecord(violation)?.quotaId);
  const reasons = [
    ...[inner?.code, inner?.type, inner?.status, asRecord(inner?.details)?.error_code, asRecord(inner?.innererror)?.code],
    ...(inner === outer ? [] : [outer?.code, outer?.type]),
    ...details.map(({ reason }) => reason),
    ...quotas,
    ...[metadata?.limit_source, metadata?.error_type],
    ...(metadata?.reasons === undefined ? [] : ['moderation']),
  ];
  const retryDelay = firstText(...details.map((detail) => detail.retryDelay));
  return {
    message: upstream === undefined || quoted || message.includes(upstream) ? message : joined(message, upstream),
    codes: reasons
      .filter((reason) => typeof reason === 'string')
      .join(' ')
      .toLowerCase(),
    param: firstText(inner?.param),
    failedGeneration: typeof inner?.failed_generation === 'string' ? inner.failed_generation : undefined,
    retryDelayMs: retryDelay === undefined ? undefined : parseWaitMs(retryDelay, 0),
    limitReset: firstText(asRecord(metadata?.headers)?.['X-RateLimit-Reset']),
    quoted,
    isOnlyQuote: quotedMessage !== undefined,
  };
}

const EMBEDDED_STATUS: readonly (readonly [RegExp, number])[] = [
  [/rate_?limit|resource_exhausted|too_many/, 429],
  [/authentication|invalid_api_key|unauthenticated/, 401],
  [/permission/, 403],
  [/not_?found/, 404],
  [/invalid_?(request|argument|prompt)|bad_?request|bio_policy|cyber_policy/, 400],
];

/**
 * Status equivalent to an error inside a 200 response: its own numeric code, otherwise the one its codes mean, otherwise a fault
 * of the provider's.
 */
function statusOfEmbeddedError(body: Readonly<Record<string, unknown>>): number {
  const error = asRecord(body.error) ?? body;
  for (const given of [error.code, error.status, body.code]) {
    const code = Number(given);
    if (Number.isInteger(code) && code >= 400 && code < 600) return code;
  }
  const { codes } = readFailureWords(body);
  return EMBEDDED_STATUS.find(([words]) => words.test(codes))?.[1] ?? 502;
}

/** Whether the body of a 200 response reports a failure instead of an answer, in any shape that `readFailureWords` reads. */
export function tellsOfFailure(body: Readonly<Record<string, unknown>>): boolean {
  if (body.error !== undefined && body.error !== null && body.error !== '') return true;
  if (body.object === 'error' || body.type === 'error') return true;
  const base = asRecord(body.base_resp);
  if (base && base.status_code !== undefined && base.status_code !== 0) return true;
  const hasAnswer = ['choices', 'output', 'content', 'data', 'promptFeedback'].some((key) => key in body);
  return !hasAnswer && ['message', 'detail', 'msg'].some((key) => typeof body[key] === 'string');
}

const MESSAGE_LIMIT = 2_000;

function joined(before: string, after: string): string {
  return before === '' || before === after ? after : `${before}: ${after}`;
}

// Proxies answer with pages, whose title is more helpful than their markup.
function pageText(body: string): string {
  const title = /<title[^>]*>([^<]*)<\/title>/i.exec(body)?.[1]?.trim();
  return title === undefined || title === '' ? body.trim() : title;
}

function parsedRecord(text: string): Readonly<Record<string, unknown>> | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return asRecord(Array.isArray(value) ? value[0] : value);
  } catch {
    return undefined;
  }
}

function firstText(...candidates: readonly unknown[]): string | undefined {
  for (const candidate of candidates) if (typeof candidate === 'string' && candidate.trim() !== '') return candidate.trim();
  return undefined;
}

export function asRecord(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
}

type Defined<Value> = { [Key in keyof Value]?: Exclude<Value[Key], undefined> };

function withoutUndefined<Value extends object>(value: Value): Defined<Value> {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as Defined<Value>;
}
