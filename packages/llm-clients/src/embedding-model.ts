import type { Attempt, ProviderOptions, QueuePlace, Usage } from './language-model.js';

export interface EmbedOptions {
  readonly timeoutMs?: number;
  readonly deadlineMs?: number;
  /** Headers and members of the body to send besides; what a body says of the vectors (`dimensions`) holds for all of a run. */
  readonly providerOptions?: ProviderOptions;
  readonly queue?: QueuePlace;
  readonly signal?: AbortSignal;
  /** Lets no further request start; see `GenerateRequest.stop`. */
  readonly stop?: AbortSignal;
}

export interface EmbedResult {
  /** One vector a text, in the order of the texts, all of one length. */
  readonly vectors: readonly Float32Array[];
  readonly usage: Usage;
  /** The time of all its requests in milliseconds, as this process saw it. */
  readonly latencyMs: number;
  /** How much of it this process itself has caused; absent where that is not known of every request. See `modelTimeMs`. */
  readonly ownDelayMs?: number;
  readonly attempts: readonly Attempt[];
  readonly requestId?: string;
  readonly servedModel?: string;
}

/** Turns texts into vectors whose cosine says how near the texts are. */
export interface EmbeddingModel {
  readonly provider: string;
  readonly modelId: string;
  readonly baseUrl?: string;
  embed(texts: readonly string[], options?: EmbedOptions): Promise<EmbedResult>;
}
