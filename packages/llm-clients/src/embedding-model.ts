import type { Attempt, ProviderOptions, QueuePlace, Usage } from './language-model.js';

export interface EmbedOptions {
  readonly timeoutMs?: number | undefined;
  readonly deadlineMs?: number | undefined;
  /** Headers and members of the body to send besides; what a body says of the vectors (`dimensions`) holds for all of a run. */
  readonly providerOptions?: ProviderOptions | undefined;
  readonly queue?: QueuePlace | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Lets no further request start; see `GenerateRequest.stop`. */
  readonly stop?: AbortSignal | undefined;
}

export interface EmbedResult {
  /** One vector a text, in the order of the texts, all of one length. */
  readonly vectors: readonly Float32Array[];
  readonly usage: Usage;
  /** The time of all its requests in milliseconds, as this process saw it. */
  readonly latencyMs: number;
  /** How much of it this process itself has caused; absent where that is not known of every request. See `modelTimeMs`. */
  readonly ownDelayMs?: number | undefined;
  readonly attempts: readonly Attempt[];
  readonly requestId?: string;
  readonly servedModel?: string;
}

/** Turns texts into vectors whose cosine says how near the texts are. */
export interface EmbeddingModel {
  readonly provider: string;
  readonly modelId: string;
  readonly baseUrl?: string | undefined;
  embed(texts: readonly string[], options?: EmbedOptions): Promise<EmbedResult>;
}
