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
import type { ClassifiedFailure } from './classify-failure.js';
import { describeMoment, usualReset } from './quota-reset.js';
import type { ResponseFailure } from './response-failure.js';
import type { SecretScrubber } from './scrub-secrets.js';

/** Recipient of a failed request, for messages. */
export interface FailedEndpoint {
  readonly provider: string;
  readonly modelId: string;
  readonly baseUrl: string;
  readonly scrub: SecretScrubber;
  readonly nowMs: number;
}

/** The typed error of an error response, saying what happened, to what, and what to do next. */
export function responseToProviderError(
  failure: ResponseFailure,
  classified: ClassifiedFailure,
  endpoint: FailedEndpoint,
): ProviderError {
  const { status, headers, words } = failure;
  const { provider, modelId, baseUrl, scrub, nowMs } = endpoint;
  const providerMessage = scrub(words.message);
  const requestId = headers.get('x-request-id') ?? headers.get('request-id');
  const { means, waitMs, period, oversize } = classified;
  const details: ProviderErrorDetails = {
    provider,
    modelId,
    status,
    providerMessage: providerMessage === '' ? undefined : providerMessage,
    requestId: requestId === null ? undefined : endpoint.scrub(requestId),
  };
  const model = `${provider}:${modelId}`;
  const how = failure.isEmbedded ? 'an error inside a 200 response' : `status ${status}`;
  const said = providerMessage === '' ? how : `${how}, "${providerMessage}"`;

  switch (means) {
    case 'no-credit':
      return new CreditExhaustedError(
        `${provider} says the account has no credit or quota left (${said}): top it up, or raise what it may spend`,
        details,
      );
    case 'quota-used-up': {
      const availableAtMs = waitMs === undefined ? usualReset(provider, period, nowMs) : nowMs + waitMs;
      const again =
        availableAtMs === undefined
          ? 'it does not say when there is more: resume then, or use another key or model'
          : `there is more ${describeMoment(availableAtMs, nowMs)}: resume then, or use another key or model`;
      const allowance = period === undefined ? 'the allowance' : `the allowance of the ${period}`;
      return new CreditExhaustedError(`${provider} says that ${allowance} for ${model} is used up (${said}); ${again}`, {
        ...details,
        availableAtMs,
      });
    }
    case 'bad-key':
      return new AuthenticationError(
        `${provider} refused the key for ${model} (${said}): check the key and what it may use`,
        details,
      );
    case 'bad-address':
      return new UnknownModelError(
        `Nothing answers calls to ${model} at ${scrub(baseUrl)} (${said}): check the base URL`,
        details,
      );
    case 'unknown-model':
      return new UnknownModelError(
        `${baseUrl} does not know ${model} (${said}): check the model's name and the base URL`,
        details,
      );
    case 'too-large': {
      const sizes = oversize ? ` (${oversize.requested} tokens, ${oversize.limit} a minute)` : '';
      return new RequestRejectedError(
        `A request to ${model} is larger than ${provider} allows in a minute${sizes}, so that it can never pass (${said}): lower maxOutputTokens for this model in the config file, shorten the prompts, or use a plan or model that allows more`,
        details,
      );
    }
    case 'rate-limit':
      return new RateLimitError(`${provider} limits the rate of requests to ${model} (${said})`, {
        ...details,
        retryAfterMs: waitMs,
      });
    case 'provider-failed': {
      // Only an explicit request to wait counts: the reset of a rate limit tells nothing about an outage.
      const askedToWait = headers.get('retry-after') !== null || headers.get('retry-after-ms') !== null;
      return new TransportError(`${provider} failed to answer for ${model} (${said})`, {
        ...details,
        retryAfterMs: askedToWait ? waitMs : undefined,
      });
    }
    case 'rejected':
    // These are answers; where they are those of a model, they are made into results before anybody asks for an error.
    case 'cut-reply':
    case 'refusal':
    case 'unusable-reply': {
      const location = status >= 300 && status < 400 ? headers.get('location') : null;
      const hint = location === null ? '' : `; the endpoint has moved to ${scrub(location)}: use that as base URL`;
      return new RequestRejectedError(`${provider} rejected a request to ${model} (${said})${hint}`, details);
    }
    default:
      return means satisfies never;
  }
}

const ADVICE: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there: is the server running?',
  ENOTFOUND: 'no such host: check the base URL and the network',
  EAI_AGAIN: 'the name could not be looked up: check the network',
};

// Errors of Node and undici about invalid characters in headers: the network is not to blame, and retrying does not help.
const NEVER_SENT =
  /^Headers\.|invalid header (value|name|key)|ByteString|invalid (\w+ )?header|header name must be|invalid character in header/i;

/** The typed error of a request that got no usable response: connection refused, reset, cut off, or not what the wire promises. */
export function networkToProviderError(error: unknown, endpoint: FailedEndpoint): ProviderError {
  const cause = bareCause(error, endpoint.scrub);
  if (NEVER_SENT.test(cause.message) || cause.code === 'UND_ERR_INVALID_ARG') {
    return new RequestRejectedError(
      `A request to ${endpoint.provider}:${endpoint.modelId} cannot be sent (${cause.message}): check the headers under providerOptions in the config file, and the key`,
      { provider: endpoint.provider, modelId: endpoint.modelId, cause },
    );
  }
  const advice = ADVICE[cause.code ?? ''];
  const message = `No answer from ${endpoint.baseUrl} for ${endpoint.provider}:${endpoint.modelId}: ${cause.message}`;
  return new TransportError(advice === undefined ? message : `${message} (${advice})`, {
    provider: endpoint.provider,
    modelId: endpoint.modelId,
    cause,
  });
}

interface BareCause extends Error {
  readonly code?: string | undefined;
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
