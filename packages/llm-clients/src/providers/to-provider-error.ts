import {
  AuthenticationError,
  CreditExhaustedError,
  type ProviderError,
  type ProviderErrorDetails,
  RateLimitError,
  RequestRejectedError,
  TransportError,
  UnknownModelError,
} from '../errors/provider-errors.js';
import { readRetryAfterMs } from './rate-limit-headers.js';
import type { ResponseFailure } from './response-failure.js';
import type { SecretScrubber } from './scrub-secrets.js';

/** Whom a failed request was sent to, for messages. */
export interface FailedEndpoint {
  readonly provider: string;
  readonly modelId: string;
  readonly baseUrl: string;
  readonly scrub: SecretScrubber;
  readonly nowMs: number;
}

const NO_CREDIT = /insufficient[_ ](quota|balance|credit|fund)|credit balance is too low|billing_|spend_limit/i;
const NO_SUCH_MODEL = /model_not_found|invalid_model|not a valid model|model .*(does not exist|not found)|unknown model/i;
const FILTERED =
  /content_filter|content_policy|bio_policy|responsibleaipolicy|moderation|content exists risk|content filtering policy|prompt was flagged|flagged as potentially/i;

/** Whether the provider's filter stopped the request: an answer of a kind, not a failure. */
export function isContentFiltered({ status, words }: ResponseFailure): boolean {
  return (status === 400 || status === 403 || status === 422) && FILTERED.test(`${words.codes} ${words.message}`);
}

/** The typed error of an error response, saying what happened, to what, and what to do next. */
export function responseToProviderError(failure: ResponseFailure, endpoint: FailedEndpoint): ProviderError {
  const { status, headers, words } = failure;
  const providerMessage = endpoint.scrub(words.message);
  const requestId = headers.get('x-request-id') ?? headers.get('request-id');
  const retryAfterMs = readRetryAfterMs(headers, endpoint.nowMs) ?? words.retryDelayMs;
  const details: ProviderErrorDetails = {
    provider: endpoint.provider,
    modelId: endpoint.modelId,
    status,
    ...(providerMessage !== '' && { providerMessage }),
    ...(requestId !== null && { requestId }),
  };
  const model = `${endpoint.provider}:${endpoint.modelId}`;
  const said = providerMessage === '' ? `status ${status}` : `status ${status}, "${providerMessage}"`;
  const reasons = `${words.codes} ${words.message}`;

  if (status === 402 || (status >= 400 && status < 500 && NO_CREDIT.test(reasons))) {
    return new CreditExhaustedError(
      `${endpoint.provider} says the account has no credit or quota left (${said}): top it up`,
      details,
    );
  }
  if (status === 401 || status === 403) {
    return new AuthenticationError(
      `${endpoint.provider} refused the key for ${model} (${said}): check the key and what it may use`,
      details,
    );
  }
  if (status === 404 || (status < 500 && NO_SUCH_MODEL.test(reasons))) {
    return new UnknownModelError(
      `${endpoint.baseUrl} does not know ${model} (${said}): check the model's name and the base URL`,
      details,
    );
  }
  if (status === 429) {
    return new RateLimitError(`${endpoint.provider} limits the rate of requests to ${model} (${said})`, {
      ...details,
      ...(retryAfterMs !== undefined && { retryAfterMs }),
    });
  }
  if (status === 408 || status === 409 || status >= 500) {
    // Only what the provider asks for in so many words: a reset of the rate limit says nothing about an outage.
    const askedToWait = headers.get('retry-after') !== null || headers.get('retry-after-ms') !== null;
    return new TransportError(`${endpoint.provider} failed to answer for ${model} (${said})`, {
      ...details,
      ...(askedToWait && retryAfterMs !== undefined && { retryAfterMs }),
    });
  }
  const location = status >= 300 && status < 400 ? headers.get('location') : null;
  const hint = location === null ? '' : `; the endpoint has moved to ${endpoint.scrub(location)}: use that as base URL`;
  return new RequestRejectedError(`${endpoint.provider} rejected a request to ${model} (${said})${hint}`, details);
}

const ADVICE: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there: is the server running?',
  ENOTFOUND: 'no such host: check the base URL and the network',
  EAI_AGAIN: 'the name could not be looked up: check the network',
};

/** The typed error of a request that got no usable response: connection refused, reset, cut off, or not what the wire promises. */
export function networkToProviderError(error: unknown, endpoint: FailedEndpoint): ProviderError {
  const cause = bareCause(error, endpoint.scrub);
  const advice = ADVICE[cause.code ?? ''];
  const message = `No answer from ${endpoint.baseUrl} for ${endpoint.provider}:${endpoint.modelId}: ${cause.message}`;
  return new TransportError(advice === undefined ? message : `${message} (${advice})`, {
    provider: endpoint.provider,
    modelId: endpoint.modelId,
    cause,
  });
}

interface BareCause extends Error {
  readonly code?: string;
}

// SDK errors carry whole requests and responses: only the innermost reason is kept, by its words.
function bareCause(error: unknown, scrub: SecretScrubber): BareCause {
  let innermost: unknown = error;
  for (let depth = 0; depth < 8 && innermost instanceof Error && innermost.cause instanceof Error; depth += 1)
    innermost = innermost.cause;
  if (innermost instanceof AggregateError && innermost.errors[0] instanceof Error) innermost = innermost.errors[0];
  if (!(innermost instanceof Error)) return new Error(scrub(String(innermost)));
  const code = 'code' in innermost && typeof innermost.code === 'string' ? innermost.code : undefined;
  const bare = new Error(scrub(innermost.message === '' ? innermost.name : innermost.message));
  bare.name = innermost.name;
  return code === undefined ? bare : Object.assign(bare, { code });
}
