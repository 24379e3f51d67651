import { describe, expect, onTestFinished, test } from 'vitest';
import type { EmbeddingModel } from '../embedding-model.js';
import { ProviderError } from '../errors/provider-errors.js';
import type { Opened, Situation } from './situation.js';

/** How the suite gets at the embedding model it tests. */
export interface EmbeddingModelHarness {
  /** A model without retries; `echo` is a provider that works. */
  open(situation: Extract<Situation, { kind: 'echo' | 'status' | 'hang' }>): Promise<Opened<EmbeddingModel>>;
  /** @default [] */
  readonly cannot?: readonly ('status' | 'hang')[] | undefined;
}

/** The contract of `EmbeddingModel`, as a Vitest suite. */
export function describeEmbeddingModel(name: string, harness: EmbeddingModelHarness): void {
  const open = async (situation: Parameters<EmbeddingModelHarness['open']>[0] = { kind: 'echo' }): Promise<EmbeddingModel> => {
    const opened = await harness.open(situation);
    onTestFinished(async () => opened.close?.());
    return opened.model;
  };
  const can = (kind: 'status' | 'hang'): boolean => !harness.cannot?.includes(kind);

  describe(name, { timeout: 10_000 }, () => {
    test('gives one vector a text, in the order of the texts, all of one length', async () => {
      const model = await open();
      const texts = Array.from({ length: 40 }, (_, index) => `Text number ${index}, about ${'abcdefghij'[index % 10]}`);
      const { vectors } = await model.embed(texts);
      expect(vectors).toHaveLength(texts.length);
      expect(vectors[0]).toBeInstanceOf(Float32Array);
      expect(new Set(vectors.map((vector) => vector.length)).size).toBe(1);
      const [seventh] = (await model.embed([texts[7] ?? ''])).vectors;
      expect(cosine(vectors[7], seventh)).toBeCloseTo(1, 5);
      expect(cosine(vectors[8], seventh)).toBeLessThan(0.999);
    });

    test('puts equal texts at the same place, and like texts nearer than unlike ones', async () => {
      const [text, same, like, unlike] = (
        await (
          await open()
        ).embed(['They argued about the move', 'They argued about the move', 'an argument about moving', 'Salt the soup'])
      ).vectors;
      expect(cosine(text, same)).toBeCloseTo(1, 5);
      expect(cosine(text, like)).toBeGreaterThan(cosine(text, unlike));
    });

    test('counts the tokens of the texts and nothing else', async () => {
      const { usage, latencyMs, attempts } = await (await open()).embed(['One text', 'and another one']);
      expect(usage.inputTokens).toBeGreaterThan(0);
      expect(usage.outputTokens).toBe(0);
      expect(latencyMs).toBeGreaterThanOrEqual(0);
      expect(attempts.at(-1)?.outcome).toBe('answered');
    });

    test('gives no vectors for no texts', async () => {
      expect((await (await open()).embed([])).vectors).toEqual([]);
    });

    test.skipIf(!can('status'))('reports a failing provider as language models do', async () => {
      const error: unknown = await (
        await open({ kind: 'status', status: 429, retryAfterMs: 2_000 })
      )
        .embed(['x'])
        .catch((thrown: unknown) => thrown);
      expect(ProviderError.isInstance(error) && [error.kind, error.retryAfterMs]).toEqual(['rate-limit', 2_000]);
    });

    test.skipIf(!can('hang'))('gives up after its time-out', async () => {
      const error: unknown = await (
        await open({ kind: 'hang' })
      )
        .embed(['x'], { timeoutMs: 40 })
        .catch((thrown: unknown) => thrown);
      expect(ProviderError.isInstance(error) && error.kind).toBe('time-out');
    });

    test('a call that is aborted before it begins does not begin', async () => {
      const model = await open();
      const error: unknown = await model.embed(['x'], { signal: AbortSignal.abort() }).catch((thrown: unknown) => thrown);
      expect(ProviderError.isInstance(error) && error.kind).toBe('aborted');
    });
  });
}

function cosine(a: Float32Array = new Float32Array(), b: Float32Array = new Float32Array()): number {
  let [dot, squareA, squareB] = [0, 0, 0];
  for (let index = 0; index < a.length; index++) {
    const [x, y] = [a[index] ?? 0, b[index] ?? 0];
    dot += x * y;
    squareA += x * x;
    squareB += y * y;
  }
  return dot / Math.sqrt(squareA * squareB);
}
