import type { Attempt } from '../language-model.js';
import { LlmClientError } from './llm-client-error.js';

/** Why a provider gave no answer. `authentication`, `unknown-model`, `credit-exhausted` and `prompt-cut` end a whole batch at once. */
export const PROVIDER_ERROR_KINDS = [
  'authentication',
  'unknown-model',
  'credit-exhausted',
  'rate-limit',
  'time-out',
  'transport',
  'rejected',
  'prompt-cut',
  'aborted',
] as const;
export type ProviderErrorKind = (typeof PROVIDER_ERROR_KINDS)[number];

export interface ProviderErrorDetails {
  readonly provider: string;
  readonly modelId: string;
  /** HTTP status, where a response came. */
  readonly status?: number | undefined;
  /** The provider's own words, keys removed. */
  readonly providerMessage?: string | undefined;
  readonly requestId?: string | undefined;
  /** How long the provider asks to wait, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
  /** Time at which a used-up allowance is available again, in milliseconds since the epoch, if the provider announced it. */
  readonly availableAtMs?: number | undefined;
  readonly cause?: unknown;
}

/** The provider returned no answer. `attempts` lists the attempts made, the last one last. */
export abstract class ProviderError extends LlmClientError {
  static override readonly errorName: string = 'llm-clients/ProviderError';
  abstract readonly kind: ProviderErrorKind;
  readonly provider: string;
  readonly modelId: string;
  readonly status: number | undefined;
  readonly providerMessage: string | undefined;
  readonly requestId: string | undefined;
  readonly retryAfterMs: number | undefined;
  readonly availableAtMs: number | undefined;
  attempts: readonly Attempt[] = [];

  constructor(message: string, details: ProviderErrorDetails) {
    super(message, { cause: details.cause });
    this.provider = details.provider;
    this.modelId = details.modelId;
    this.status = details.status;
    this.providerMessage = details.providerMessage;
    this.requestId = details.requestId;
    this.retryAfterMs = details.retryAfterMs;
    this.availableAtMs = details.availableAtMs;
  }
}

/** The key was refused, whatever the status: wrong, missing, revoked, or not for this. */
export class AuthenticationError extends ProviderError {
  static override readonly errorName: string = 'llm-clients/AuthenticationError';
  readonly kind = 'authentication';
}
/** The provider does not know the model, or nothing answers calls at the address. */
export class UnknownModelError extends ProviderError {
  static override readonly errorName: string = 'llm-clients/UnknownModelError';
  readonly kind = 'unknown-model';
}
/**
 * The account has no credit left, or the allowance of an hour, a day or a month is used up, whatever the status. `availableAtMs`
 * is the time at which there is more, if the provider announced it.
 */
export class CreditExhaustedError extends ProviderError {
  static override readonly errorName: string = 'llm-clients/CreditExhaustedError';
  readonly kind = 'credit-exhausted';
}
/** Too many requests (429), and retries did not help. */
export class RateLimitError extends ProviderError {
  static override readonly errorName: string = 'llm-clients/RateLimitError';
  readonly kind = 'rate-limit';
}
/** No answer within the attempt's time-out. */
export class TimeoutError extends ProviderError {
  static override readonly errorName: string = 'llm-clients/TimeoutError';
  readonly kind = 'time-out';
}
/** The connection failed, or the provider did (5xx, 529). */
export class TransportError extends ProviderError {
  static override readonly errorName: string = 'llm-clients/TransportError';
  readonly kind = 'transport';
}
/** The provider understood the request and will never take it (other 4xx): context too long, bad parameter, more than a minute's allowance. */
export class RequestRejectedError extends ProviderError {
  static override readonly errorName: string = 'llm-clients/RequestRejectedError';
  readonly kind = 'rejected';
}
/** The server read only a part of the prompt and answered anyway: its context is too small. */
export class PromptCutError extends ProviderError {
  static override readonly errorName: string = 'llm-clients/PromptCutError';
  readonly kind = 'prompt-cut';
  /** Tokens of the prompt, as the server counted them: about its context. */
  readonly counted: number;
  /** Tokens of the prompt that was sent, as estimated. */
  readonly estimated: number;

  constructor(
    message: string,
    { counted, estimated, ...details }: ProviderErrorDetails & { readonly counted: number; readonly estimated: number },
  ) {
    super(message, details);
    this.counted = counted;
    this.estimated = estimated;
  }
}
/** The caller's signal ended the call. */
export class AbortedError extends ProviderError {
  static override readonly errorName: string = 'llm-clients/AbortedError';
  readonly kind = 'aborted';
}

const RETRYABLE: ReadonlySet<ProviderErrorKind> = new Set(['rate-limit', 'time-out', 'transport']);
const ENDS_BATCH: ReadonlySet<ProviderErrorKind> = new Set(['authentication', 'unknown-model', 'credit-exhausted', 'prompt-cut']);

/** Whether asking again, unchanged and later, may help. */
export function isRetryable(error: unknown): error is ProviderError {
  return ProviderError.isInstance(error) && RETRYABLE.has(error.kind);
}

/** Whether every other call to the same endpoint must fail for the same reason. */
export function endsBatch(error: unknown): error is ProviderError {
  return ProviderError.isInstance(error) && ENDS_BATCH.has(error.kind);
}
