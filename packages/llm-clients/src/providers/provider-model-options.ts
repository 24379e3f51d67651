import type { Clock } from '../clock/clock.js';
import type { ClientEvent } from '../model-clients.js';
import type { ModelCapabilities } from './capabilities.js';
import type { LearnedLimits } from './learned-limits.js';
import type { RateLimitHeaders } from './rate-limit-headers.js';

/** Options of every model over HTTP. */
export interface ProviderModelOptions {
  /** The name that errors, events and records carry: `openai`, `ollama`, ... */
  readonly provider: string;
  readonly modelId: string;
  /** Scheme, host and path of the endpoint, without `/chat/completions` or `/v1/messages`. @default the vendor's own */
  readonly baseUrl?: string | undefined;
  /** Stays in the client: it is taken out of every message, error and event. Local servers need none. */
  readonly apiKey?: string | undefined;
  readonly capabilities: ModelCapabilities;
  readonly clock: Clock;
  /** Sent with every request, beside those of `providerOptions.headers`. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Told of dropped parameters and lowered rungs (once each), of requests and responses. */
  readonly onEvent?: ((event: ClientEvent) => void) | undefined;
  /** Receives the provider's rate limits, after every response that reports them. */
  readonly onRateLimitHeaders?: ((limits: RateLimitHeaders) => void) | undefined;
  /** Maximum number of bytes of an unpacked reply; a longer reply is cut off. Enforced by the lean fetch only. @default 32 MiB */
  readonly maxReplyBytes?: number | undefined;
  /** Restrictions of the model at this endpoint, shared by all its callers. @default a new one, for this model object alone */
  readonly limits?: LearnedLimits | undefined;
  /** The context in tokens, as the user has set it: a longer prompt is refused before it is sent. @default no limit */
  readonly contextTokens?: number | undefined;
  /** Goes on where a server reads only a part of a prompt, instead of a `PromptCutError`. @default false */
  readonly allowCutPrompts?: boolean | undefined;
  /** Whether the user has set the rung himself, so that replies in prose do not lower it. @default false */
  readonly isRungSet?: boolean | undefined;
  /** Sends the requests. @default `leanFetch`, see there */
  readonly fetch?: typeof fetch | undefined;
}
