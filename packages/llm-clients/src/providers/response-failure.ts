import { parseWaitMs } from './parse-wait.js';
import type { HeaderReader } from './rate-limit-headers.js';

/** What a provider said in an error response, whatever shape it said it in. */
export interface FailureWords {
  readonly message: string;
  /** Machine-readable reasons (`code`, `type`, nested error codes), lower case, space-separated. */
  readonly codes: string;
  /** The request field it complains of, where it names one. */
  readonly param?: string;
  /** The text a model wrote that the provider threw away as invalid JSON (Groq). */
  readonly failedGeneration?: string;
  /** The wait that stands in the body (Gemini), in milliseconds. */
  readonly retryDelayMs?: number;
}

/** An error response, or an error inside a 200 response. Thrown inside this folder only, and turned into a typed error there. */
export class ResponseFailure extends Error {
  readonly status: number;
  readonly headers: HeaderReader;
  readonly words: FailureWords;

  constructor(status: number, body: unknown, headers: HeaderReader) {
    const words = readFailureWords(body);
    super(words.message);
    this.status = status;
    this.headers = headers;
    this.words = words;
  }
}

/**
 * Reads `{error: {message, code, type, param}}` (OpenAI), `{type, error: {type, message}}` (Anthropic), `[{error}]` (Gemini),
 * `{message, type}` (Mistral), `{detail}` (FastAPI servers), `{error: "text"}` (Ollama), or a bare text.
 */
export function readFailureWords(body: unknown): FailureWords {
  const outer = asRecord(Array.isArray(body) ? body[0] : body);
  const inner = asRecord(outer?.error) ?? asRecord(outer?.detail) ?? outer;
  const message =
    firstText(inner?.message, outer?.message, outer?.error, outer?.detail) ??
    (typeof body === 'string' ? pageText(body) : body === undefined || body === null ? '' : JSON.stringify(body));
  const metadata = asRecord(inner?.metadata);
  const upstream = firstText(metadata?.raw);
  const codes = [inner?.code, inner?.type, inner?.status, asRecord(inner?.details)?.error_code, asRecord(inner?.innererror)?.code]
    .filter((code) => typeof code === 'string')
    .join(' ')
    .toLowerCase();
  const param = firstText(inner?.param);
  const failedGeneration = firstText(inner?.failed_generation);
  const retryDelay = Array.isArray(inner?.details)
    ? firstText(...inner.details.map((detail) => asRecord(detail)?.retryDelay))
    : undefined;
  const retryDelayMs = retryDelay === undefined ? undefined : parseWaitMs(retryDelay, 0);
  return {
    message: clip(upstream === undefined || message.includes(upstream) ? message : `${message}: ${upstream}`),
    codes: metadata?.reasons === undefined ? codes : `${codes} moderation`,
    ...(param !== undefined && { param }),
    ...(failedGeneration !== undefined && { failedGeneration }),
    ...(retryDelayMs !== undefined && { retryDelayMs }),
  };
}

/** The status that an error inside a 200 response stands for: its own numeric code, else a fault of the provider's. */
export function statusOfEmbeddedError(error: unknown): number {
  const code = Number(asRecord(error)?.code);
  return Number.isInteger(code) && code >= 400 && code < 600 ? code : 502;
}

const MESSAGE_LIMIT = 2_000;

function clip(text: string): string {
  return text.length > MESSAGE_LIMIT ? `${text.slice(0, MESSAGE_LIMIT)}…` : text;
}

// Proxies answer with pages: their title says more than their markup.
function pageText(body: string): string {
  const title = /<title[^>]*>([^<]*)<\/title>/i.exec(body)?.[1]?.trim();
  return title === undefined || title === '' ? body.trim() : title;
}

function firstText(...candidates: readonly unknown[]): string | undefined {
  for (const candidate of candidates) if (typeof candidate === 'string' && candidate.trim() !== '') return candidate.trim();
  return undefined;
}

export function asRecord(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
}
