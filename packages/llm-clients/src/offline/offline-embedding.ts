import type { Clock } from '../clock/clock.js';
import type { EmbeddingModel } from '../embedding-model.js';
import { NO_USAGE } from '../language-model.js';
import { estimateTokens } from './answer-offline.js';
import { parseLatency } from './latency.js';
import { lexicalVector } from './lexical-vector.js';
import { seededRandom } from './seeded-random.js';
import { TextHasher } from './text-hasher.js';
import { waitOffline } from './wait-offline.js';

export interface OfflineEmbeddingOptions {
  readonly clock: Clock;
  /** Milliseconds a call takes, drawn from the texts: see `parseLatency`. @default '0' */
  readonly latency?: string | undefined;
  /** @default 'offline' */
  readonly modelId?: string | undefined;
}

/** Embeds by the letters of a text, not by its meaning: 256 dimensions, unit length, the same for ever (see `lexicalVector`). */
export function createOfflineEmbeddingModel(options: OfflineEmbeddingOptions): EmbeddingModel {
  const { clock, modelId = 'offline' } = options;
  const latency = parseLatency(options.latency ?? '0', 'offline latency');
  return {
    provider: 'offline',
    modelId,
    async embed(texts, { signal, timeoutMs } = {}) {
      const hasher = new TextHasher();
      for (const text of texts) hasher.add(text).add('\u0001');
      const latencyMs = latency(seededRandom(`${hasher.digest()}:latency`));
      await waitOffline({ modelId, clock, latencyMs, timeoutMs, signal });
      return {
        vectors: texts.map((text) => lexicalVector(text)),
        usage: { ...NO_USAGE, inputTokens: texts.reduce((total, text) => total + estimateTokens(text), 0) },
        latencyMs,
        ownDelayMs: 0,
        attempts: [{ outcome: 'answered', latencyMs }],
        requestId: `offline-${hasher.digest()}`,
        servedModel: modelId,
      };
    },
  };
}
