import { isLoopback, SIMULATED_LATENCY_HEADER } from '../base-url.js';
import { type Clock, elapsedNow } from '../clock/clock.js';
import { AbortedError, type ProviderError, type ProviderErrorKind, TimeoutError } from '../errors/provider-errors.js';
import type { Attempt, AttemptOutcome } from '../language-model.js';
import { withoutUndefined } from '../without-undefined.js';
import { classifyFailure } from './classify-failure.js';
import type { FailureClass } from './failure-rules.js';
import type { ProviderModelOptions } from './provider-model-options.js';
import { type HeaderReader, readRateLimitHeaders } from './rate-limit-headers.js';
import { ReplyTooLargeError } from './read-reply-body.js';
import { ResponseFailure } from './response-failure.js';
import { createReplyScrubber, createSecretScrubber, secretMembers, type SecretScrubber, secretsOf } from './scrub-secrets.js';
import { networkToProviderError, responseToProviderError } from './to-provider-error.js';
import { CutShort, underDeadline } from './under-deadline.js';

/** A response as the SDK hands it over: its body parsed, its headers at hand. */
export interface WireResponse {
  readonly data: unknown;
  readonly status: number;
  readonly headers: HeaderReader;
}

/** One HTTP request and what to make of its response. */
export interface EndpointCall<Answer> {
  readonly body: Readonly<Record<string, unknown>>;
  /** The request's own headers, and members of its body that hold secrets; for these only, `send` sends them. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly timeoutMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Our own estimate of the tokens of the request, input and output; only asked for where a limit was met. */
  readonly requestTokens?: (() => number) | undefined;
  /** Requests made before for the same call. */
  readonly earlier: readonly Attempt[];
  /** @throws ResponseFailure on an error response, anything else where no response came */
  readonly send: (signal: AbortSignal, onSent: () => void) => Promise<WireResponse>;
  /** @throws ResponseFailure where the body holds an error, Error where it is not what the wire promises */
  readonly read: (response: WireResponse) => Answer;
}

/** Outcome of a request that got an error response. Throw `error` if nothing better can be made of the failure. */
export type EndpointReply<Answer> = {
  readonly latencyMs: number;
  readonly attempt: Attempt;
  readonly requestId?: string | undefined;
} & (
  | { readonly ok: true; readonly answer: Answer }
  | {
      readonly ok: false;
      readonly failure: ResponseFailure;
      readonly means: FailureClass;
      readonly error: ProviderError;
      /** For the provider's words. */
      readonly scrub: SecretScrubber;
      /** For a model's words. */
      readonly scrubReply: SecretScrubber;
    }
);

/**
 * Sends one request and waits for its response.
 * @throws ProviderError where none came: network, time-out, abort
 */
export type EndpointCaller = <Answer>(call: EndpointCall<Answer>) => Promise<EndpointReply<Answer>>;

const OUTCOMES: Readonly<Record<ProviderErrorKind, AttemptOutcome>> = {
  authentication: 'rejected',
  'unknown-model': 'rejected',
  'credit-exhausted': 'rejected',
  rejected: 'rejected',
  'prompt-cut': 'answered',
  'rate-limit': 'rate-limited',
  'time-out': 'timed-out',
  transport: 'transport',
  aborted: 'aborted',
};

/** The one way from this package to an endpoint: its deadline, its events, its rate limits, its errors, and no secret in any of them. */
export function createEndpointCaller(
  options: Omit<ProviderModelOptions, 'capabilities' | 'fetch'> & { readonly baseUrl: string; readonly path: string },
): EndpointCaller {
  const { provider, modelId, baseUrl, path, clock, onEvent, onRateLimitHeaders } = options;
  const model = `${provider}:${modelId}`;
  const mayTellItsTime = isLoopback(baseUrl);

  return async ({ body, headers, timeoutMs, signal, requestTokens, earlier, send, read }) => {
    if (signal?.aborted) throw failing(cutShortError(new CutShort('caller', signal.reason), options, timeoutMs), earlier);
    const scrub = lazily(() => createSecretScrubber(options.apiKey, options.headers, headers));
    const scrubReply = lazily(() => createReplyScrubber(secretsOf(options.apiKey, options.headers, headers)));
    onEvent?.({ type: 'request-sent', model, url: `${baseUrl}${path}`, body: withoutSecretMembers(body) });
    const startedAt = elapsedNow(clock);
    const watch = clock.load?.watch();
    const elapsed = (): number => toTenths(elapsedNow(clock) - startedAt);
    /** The time of a request that got a response, and how much of it was our own doing. */
    const timed = (responseHeaders: HeaderReader): Timed => {
      const latencyMs = elapsed();
      const delayMs = watch?.received();
      const toldMs = mayTellItsTime ? simulatedLatencyIn(responseHeaders) : undefined;
      const ownMs = toldMs === undefined ? delayMs : latencyMs - toldMs;
      const ownDelayMs = ownMs === undefined ? undefined : toTenths(Math.min(latencyMs, Math.max(0, ownMs)));
      return withoutUndefined({ latencyMs, ownDelayMs });
    };
    let isHeard = false;
    const hear = (status: number, responseHeaders: HeaderReader): void => {
      if (isHeard) return;
      isHeard = true;
      onEvent?.({ type: 'response-received', model, status, latencyMs: elapsed() });
      const rateLimits = onRateLimitHeaders && readRateLimitHeaders(responseHeaders, timeAt(responseHeaders, clock));
      if (rateLimits) onRateLimitHeaders(rateLimits);
    };

    try {
      const response = await underDeadline({ clock, timeoutMs, signal }, (until) => send(until, () => watch?.sent()));
      const time = timed(response.headers);
      hear(response.status, response.headers);
      const answer = withTexts(read(response), scrubReply);
      const requestId = requestIdIn(response.headers, scrub);
      return {
        ok: true,
        answer,
        latencyMs: time.latencyMs,
        attempt: withoutUndefined({ outcome: 'answered', ...time, status: response.status, requestId }),
        requestId,
      };
    } catch (caught) {
      const thrown = asFailure(caught);
      const time: Timed = thrown instanceof ResponseFailure ? timed(thrown.headers) : { latencyMs: elapsed() };
      const nowMs = thrown instanceof ResponseFailure ? timeAt(thrown.headers, clock) : clock.now();
      const endpoint = { provider, modelId, baseUrl: scrub(baseUrl), scrub, nowMs };
      if (thrown instanceof CutShort) throw failing(cutShortError(thrown, options, timeoutMs), earlier, time);
      if (!(thrown instanceof ResponseFailure)) throw failing(networkToProviderError(thrown, endpoint), earlier, time);
      hear(thrown.status, thrown.headers);
      const classified = classifyFailure(thrown, nowMs, requestTokens);
      const error = failing(responseToProviderError(thrown, classified, endpoint), earlier, time);
      const attempt = error.attempts.at(-1)!;
      return {
        ok: false,
        failure: thrown,
        means: classified.means,
        error,
        scrub,
        scrubReply,
        latencyMs: time.latencyMs,
        attempt,
        requestId: error.requestId,
      };
    } finally {
      watch?.end();
    }
  };
}

/** The time by the server's clock, where it tells it: the moments it names are by that one, and ours may be wrong or be set meanwhile. */
function timeAt(headers: HeaderReader, clock: Clock): number {
  const told = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(told) ? clock.now() : told;
}

const NO_HEADERS: HeaderReader = { get: () => null };

/** Returns the error as thrown; a reply that was too large, however an SDK has wrapped it, as the failure it is. */
function asFailure(thrown: unknown): unknown {
  for (let cause = thrown, depth = 0; cause instanceof Error && depth < 8; cause = cause.cause, depth += 1) {
    if (!(cause instanceof ReplyTooLargeError)) continue;
    const error = { message: cause.message, code: 'reply_too_large' };
    return new ResponseFailure(cause.status, { error }, NO_HEADERS);
  }
  return thrown;
}

type Timed = Pick<Attempt, 'latencyMs' | 'ownDelayMs'>;

/** Milliseconds to a tenth: finer than any network, and short on record. */
function toTenths(ms: number): number {
  return Math.round(ms * 10) / 10;
}

function simulatedLatencyIn(headers: HeaderReader): number | undefined {
  const text = headers.get(SIMULATED_LATENCY_HEADER);
  const ms = text === null || text.trim() === '' ? NaN : Number(text);
  return Number.isFinite(ms) && ms >= 0 ? ms : undefined;
}

/** The error with the requests made for it; without a time none was made for the error itself. */
function failing(error: ProviderError, earlier: readonly Attempt[], time?: Timed): ProviderError {
  const attempt: Attempt = withoutUndefined({
    outcome: OUTCOMES[error.kind],
    ...(time ?? { latencyMs: 0 }),
    message: error.providerMessage ?? error.message,
    status: error.status,
    requestId: error.requestId,
  });
  error.attempts = time === undefined ? earlier : [...earlier, attempt];
  return error;
}

function cutShortError(
  cut: CutShort,
  { provider, modelId }: { readonly provider: string; readonly modelId: string },
  timeoutMs: number | undefined,
): ProviderError {
  const details = { provider, modelId, cause: cut.cause };
  return cut.by === 'deadline'
    ? new TimeoutError(`${provider}:${modelId} gave no answer within ${timeoutMs} ms`, details)
    : new AbortedError(`The call to ${provider}:${modelId} was aborted by its caller`, details);
}

function requestIdIn(headers: HeaderReader, scrub: SecretScrubber): string | undefined {
  const id = headers.get('x-request-id') ?? headers.get('request-id');
  return id === null ? undefined : scrub(id);
}

/** The body as events tell it. */
function withoutSecretMembers(body: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const names = Object.keys(secretMembers(body));
  return names.length === 0 ? body : { ...body, ...Object.fromEntries(names.map((name) => [name, '[key]'])) };
}

/** Changes the texts of an answer: a server may echo anything it was sent. */
function withTexts<Answer>(answer: Answer, change: SecretScrubber): Answer {
  if (typeof answer !== 'object' || answer === null) return answer;
  const changed = Object.entries(answer).map(([name, value]) => [
    name,
    typeof value === 'string' ? change(value) : (value as unknown),
  ]);
  return Object.fromEntries(changed) as Answer;
}

function lazily(make: () => SecretScrubber): SecretScrubber {
  let made: SecretScrubber | undefined;
  return (text) => (made ??= make())(text);
}
