import type { Clock } from './clock/clock.js';
import type { EmbeddingModel } from './embedding-model.js';
import type { LanguageModel, Usage } from './language-model.js';
import type { OfflineResponder } from './prompt.js';
import type { ContextSize } from './providers/context-size.js';
import type { ClientConfig } from './config/client-config.js';

export interface ModelClientsOptions {
  /** Source of keys and base URLs; an app passes `process.env`. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The user's config file, parsed; see `readClientConfig`. */
  readonly config?: ClientConfig | undefined;
  readonly clock: Clock;
  /** Randomness of back-off and adaptive control; never of results. */
  readonly random: () => number;
  /** Responders of the `offline` model. @default [] (generic replies only) */
  readonly responders?: readonly OfflineResponder[] | undefined;
  /** Milliseconds an offline call takes, drawn per call: `lognormal:150ms,0.4`, `fixed:50ms`, `0`. @default '0' */
  readonly offlineLatency?: string | undefined;
  /** Ceiling of connections per endpoint and key. @default no ceiling */
  readonly maxConnections?: number | undefined;
  /** Called once for each parameter a model does not take, for 429s, limit changes and requests (debug), never with a key. */
  readonly onEvent?: ((event: ClientEvent) => void) | undefined;
}

export type ClientEvent =
  | { readonly type: 'parameter-dropped'; readonly model: string; readonly parameter: string; readonly reason: string }
  | {
      readonly type: 'parameter-changed';
      readonly model: string;
      readonly parameter: string;
      /** The value that is sent instead. */
      readonly value: number | string;
      readonly reason: string;
    }
  | { readonly type: 'prompt-cut'; readonly model: string; readonly counted: number; readonly estimated: number }
  | { readonly type: 'rung-lowered'; readonly model: string; readonly from: string; readonly to: string; readonly reason: string }
  | { readonly type: 'rate-limited'; readonly endpoint: string; readonly retryAfterMs?: number | undefined }
  | { readonly type: 'limit-changed'; readonly endpoint: string; readonly connections: number }
  | { readonly type: 'request-sent'; readonly model: string; readonly url: string; readonly body: unknown }
  | { readonly type: 'response-received'; readonly model: string; readonly status: number; readonly latencyMs: number };

/** Allowance per minute, as the provider's headers announce it. */
export interface RateLimits {
  readonly requestsPerMinute?: number | undefined;
  readonly tokensPerMinute?: number | undefined;
}

/** One endpoint and account key, as progress displays show it. */
export interface EndpointSnapshot {
  readonly endpoint: string;
  readonly connections: number;
  readonly inFlight: number;
  readonly queued: number;
  readonly rateLimited: number;
  readonly retried: number;
  /** Limits from the last response with such headers; absent if there was none. */
  readonly limits?: RateLimits | undefined;
}

/**
 * Makes models from ids (`openai:gpt-5`, `offline`, ...), each already wrapped in retry, hedge and rate limit.
 * Models of one endpoint and key share one limiter.
 */
export interface ModelClients {
  /** @throws SettingError on a malformed id or a missing key */
  languageModel(id: string): LanguageModel;
  /** @throws SettingError on a malformed id, a missing key, or a provider without embeddings */
  embeddingModel(id: string): EmbeddingModel;
  /**
   * Asks a model's server for the number of tokens in its context; undefined if it does not report it, and for the offline model.
   * @throws SettingError on a malformed id or a missing key
   */
  contextSize(id: string, headers?: Readonly<Record<string, string>>): Promise<ContextSize | undefined>;
  /** Dollars for this usage, or null where the price is unknown. */
  costOf(model: { readonly provider: string; readonly modelId: string }, usage: Usage): number | null;
  endpoints(): readonly EndpointSnapshot[];
}
