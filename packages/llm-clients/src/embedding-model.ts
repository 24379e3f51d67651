import type { Attempt, ProviderOptions, QueuePlace, Usage } from './language-model.js';

export interface EmbedOptions {
  readonly timeoutMs?: number | undefined;
  readonly deadlineMs?: number | undefined;
  /** Additional headers and members of the body. Members that shape the vectors (`dimensions`) must stay the same for a whole run. */
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

/** Turns texts into vectors. The cosine of two vectors measures how similar their texts are. */
export interface EmbeddingModel {
  readonly provider: string;
  readonly modelId: string;
  readonly baseUrl?: string | undefined;
  embed(texts: readonly string[], options?: EmbedOptions): Promise<EmbedResult>;
}

/**
 * Describes, as the end of a sentence, a problem with the vectors of some texts; undefined if there is none. Similarities mean
 * nothing unless there is one vector a text, all are of one length, and every number in them is finite as a 32-bit number.
 */
export function vectorsProblem(vectors: readonly Float32Array[], texts: number): string | undefined {
  if (vectors.length !== texts) return `${vectors.length} embeddings came for ${texts} texts`;
  const length = vectors[0]?.length;
  for (const [index, vector] of vectors.entries()) {
    if (vector.length === 0) return `the embedding of text ${index + 1} is empty`;
    if (vector.length !== length)
      return `the embeddings are not of one length (${length} numbers for text 1, ${vector.length} for text ${index + 1})`;
    if (!vector.every(Number.isFinite))
      return `the embedding of text ${index + 1} holds something that is no finite 32-bit number, so nothing can be compared with it`;
  }
  return undefined;
}
