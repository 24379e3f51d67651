import { AbortedError, type ProviderError, type ProviderErrorKind, TimeoutError } from '../errors/provider-errors.js';
import type { Attempt, AttemptOutcome } from '../language-model.js';
import type { ProviderModelOptions } from './provider-model-options.js';
import { type HeaderReader, readRateLimitHeaders } from './rate-limit-headers.js';
import { ResponseFailure } from './response-failure.js';
import { createSecretScrubber, type SecretScrubber } from './scrub-secrets.js';
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
  /** The request's own headers, for their secrets only; `send` sends them. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Requests made before for the same call. */
  readonly earlier: readonly Attempt[];
  /** @throws ResponseFailure on an error response, anything else where no response came */
  readonly send: (signal: AbortSignal) => Promise<WireResponse>;
  /** @throws ResponseFailure where the body holds an error, Error where it is not what the wire promises */
  readonly read: (response: WireResponse) => Answer;
}

/** What became of a request that got a response. `error` is what to throw where nothing better can be made of the failure. */
export type EndpointReply<Answer> = { readonly latencyMs: number; readonly attempt: Attempt; readonly requestId?: string } & (
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly failure: ResponseFailure; readonly error: ProviderError; readonly scrub: SecretScrubber }
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

  return async ({ body, headers, timeoutMs, signal, earlier, send, read }) => {
    if (signal?.aborted) throw failing(cutShortError(new CutShort('caller', signal.reason), options, timeoutMs), earlier);
    const scrub = lazily(() => createSecretScrubber(options.apiKey, options.headers, headers));
    onEvent?.({ type: 'request-sent', model, url: `${baseUrl}${path}`, body });
    const startedAt = clock.now();
    let isHeard = false;
    const hear = (status: number, responseHeaders: HeaderReader): void => {
      if (isHeard) return;
      isHeard = true;
      onEvent?.({ type: 'response-received', model, status, latencyMs: clock.now() - startedAt });
      const rateLimits = onRateLimitHeaders && readRateLimitHeaders(responseHeaders, clock.now());
      if (rateLimits) onRateLimitHeaders(rateLimits);
    };

    try {
      const response = await underDeadline({ clock, timeoutMs, signal }, send);
      const latencyMs = clock.now() - startedAt;
      hear(response.status, response.headers);
      const answer = read(response);
      const requestId = requestIdIn(response.headers);
      return {
        ok: true,
        answer,
        latencyMs,
        attempt: { outcome: 'answered', latencyMs, status: response.status, ...(requestId !== undefined && { requestId }) },
        ...(requestId !== undefined && { requestId }),
      };
    } catch (thrown) {
      const latencyMs = clock.now() - startedAt;
      const endpoint = { provider, modelId, baseUrl: scrub(baseUrl), scrub, nowMs: clock.now() };
      if (thrown instanceof CutShort) throw failing(cutShortError(thrown, options, timeoutMs), earlier, latencyMs);
      if (!(thrown instanceof ResponseFailure)) throw failing(networkToProviderError(thrown, endpoint), earlier, latencyMs);
      hear(thrown.status, thrown.headers);
      const error = failing(responseToProviderError(thrown, endpoint), earlier, latencyMs);
      const attempt = error.attempts.at(-1) as Attempt;
      return {
        ok: false,
        failure: thrown,
        error,
        scrub,
        latencyMs,
        attempt,
        ...(error.requestId !== undefined && { requestId: error.requestId }),
      };
    }
  };
}

/** The error with the requests made for it; without a latency none was made for the error itself. */
function failing(error: ProviderError, earlier: readonly Attempt[], latencyMs?: number): ProviderError {
  const attempt: Attempt = {
    outcome: OUTCOMES[error.kind],
    latencyMs: latencyMs ?? 0,
    message: error.providerMessage ?? error.message,
    ...(error.status !== undefined && { status: error.status }),
    ...(error.requestId !== undefined && { requestId: error.requestId }),
  };
  error.attempts = latencyMs === undefined ? earlier : [...earlier, attempt];
  return error;
}

function cutShortError(
  cut: CutShort,
  { provider, modelId }: { readonly provider: string; readonly modelId: string },
  timeoutMs: number | undefined,
): ProviderError {
  const details = { provider, modelId, ...(cut.cause !== undefined && { cause: cut.cause }) };
  return cut.by === 'deadline'
    ? new TimeoutError(`${provider}:${modelId} gave no answer within ${timeoutMs} ms`, details)
    : new AbortedError(`The call to ${provider}:${modelId} was aborted by its caller`, details);
}

function requestIdIn(headers: HeaderReader): string | undefined {
  return headers.get('x-request-id') ?? headers.get('request-id') ?? undefined;
}

function lazily(make: () => SecretScrubber): SecretScrubber {
  let made: SecretScrubber | undefined;
  return (text) => (made ??= make())(text);
}
