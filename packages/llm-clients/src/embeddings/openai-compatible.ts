import type { EmbeddingCreateParams } from 'openai/resources/embeddings';
import { type EmbeddingModel, type EmbedOptions, type EmbedResult, vectorsProblem } from '../embedding-model.js';
import { TransportError } from '../errors/provider-errors.js';
import { addUsage, type Attempt, NO_USAGE, type Usage } from '../language-model.js';
import { clipText } from '../providers/clip-text.js';
import { createEndpointCaller, type WireResponse } from '../providers/endpoint-caller.js';
import { fetchOptions, openAiClientLoader, toWireResponse } from '../providers/openai-client.js';
import { PROVIDER_PRESETS } from '../providers/presets.js';
import type { ProviderModelOptions } from '../providers/provider-model-options.js';
import { asRecord, ResponseFailure, tellsOfFailure } from '../providers/response-failure.js';
import { excerptOf, mergeBody, textOf } from '../providers/wire-fields.js';
import { estimateTextTokens } from '../tokens/estimate-tokens.js';
import { settleUsage, tokenCountOf } from '../tokens/settle-usage.js';
import { withoutUndefined } from '../without-undefined.js';

export interface EmbeddingModelOptions extends Omit<ProviderModelOptions, 'capabilities'> {
  /** Texts sent in one request; more are sent one request after another. @default 512 */
  readonly batchSize?: number | undefined;
}

interface EmbeddingAnswer {
  readonly vectors: readonly Float32Array[];
  readonly usage: Usage;
  readonly servedModel?: string | undefined;
}

/** Vectors from any endpoint that speaks OpenAI's embeddings wire. */
export function createOpenAiEmbeddingModel(options: EmbeddingModelOptions): EmbeddingModel {
  const { provider, modelId, batchSize = 512 } = options;
  const baseUrl = options.baseUrl ?? PROVIDER_PRESETS.openai.baseUrl;
  const client = openAiClientLoader({ ...options, baseUrl });
  const ask = createEndpointCaller({ ...options, baseUrl, path: '/embeddings' });
  // Half the bytes of decimal numbers; a server that does not know it is asked for numbers from then on.
  let encoding: 'base64' | 'float' = 'base64';

  const embedBatch = async (texts: readonly string[], asked: EmbedOptions, earlier: Attempt[]) => {
    for (;;) {
      const body = mergeBody({ model: modelId, input: texts, encoding_format: encoding }, asked.providerOptions?.body);
      const headers = asked.providerOptions?.headers;
      const reply = await ask({
        body,
        headers,
        timeoutMs: asked.timeoutMs,
        signal: asked.signal,
        requestTokens: () => texts.reduce((sum, text) => sum + estimateTextTokens(text), 0),
        earlier,
        send: async (signal, onSent) => {
          const { embeddings } = await client();
          return toWireResponse(
            embeddings.create(body as unknown as EmbeddingCreateParams, {
              signal,
              headers,
              fetchOptions: fetchOptions(onSent, options),
            }),
          );
        },
        read: (response) => readEmbeddings(response, texts),
      });
      earlier.push(reply.attempt);
      if (reply.ok) return reply;
      if (body.encoding_format === 'float' || !complainsOfEncoding(reply.failure)) throw reply.error;
      encoding = 'float';
    }
  };

  return {
    provider,
    modelId,
    baseUrl,
    async embed(texts: readonly string[], asked: EmbedOptions = {}): Promise<EmbedResult> {
      await client();
      const attempts: Attempt[] = [];
      const vectors: Float32Array[] = [];
      let usage = NO_USAGE;
      let latencyMs = 0;
      let ownDelayMs: number | undefined = 0;
      let last: Awaited<ReturnType<typeof embedBatch>> | undefined;
      for (let start = 0; start < texts.length; start += batchSize) {
        last = await embedBatch(texts.slice(start, start + batchSize), asked, attempts);
        vectors.push(...last.answer.vectors);
        usage = addUsage(usage, last.answer.usage);
        latencyMs += last.latencyMs;
        const delayMs: number | undefined = last.attempt.ownDelayMs;
        ownDelayMs = ownDelayMs === undefined || delayMs === undefined ? undefined : ownDelayMs + delayMs;
      }
      const problem = vectorsProblem(vectors, texts.length);
      if (problem !== undefined)
        throw Object.assign(
          new TransportError(`No usable answer from ${baseUrl} for ${provider}:${modelId}: ${problem}`, { provider, modelId }),
          {
            attempts,
          },
        );
      return withoutUndefined({
        vectors,
        usage,
        latencyMs,
        ownDelayMs,
        attempts,
        requestId: last?.requestId,
        servedModel: last?.answer.servedModel,
      });
    },
  };
}

function complainsOfEncoding({ status, words }: ResponseFailure): boolean {
  return (status === 400 || status === 422) && /encoding_?format|base64/i.test(`${words.param ?? ''} ${words.message}`);
}

function readEmbeddings({ data, headers }: WireResponse, texts: readonly string[]): EmbeddingAnswer {
  const count = texts.length;
  const body = asRecord(data);
  if (body && tellsOfFailure(body)) throw ResponseFailure.embedded(body, headers);
  const items = Array.isArray(body?.data) ? body.data.map((item) => asRecord(item) ?? {}) : [];
  if (!body || items.length !== count) {
    throw new Error(`the reply has ${items.length} embeddings for ${count} texts: ${excerptOf(data)}`);
  }
  const vectors = inOrder(items).map((item) => toVector(item.embedding));
  const problem = vectorsProblem(vectors, count);
  if (problem !== undefined) throw new Error(problem);
  const usage = asRecord(body.usage);
  const servedModel = textOf(body.model);
  return {
    vectors,
    usage: settleUsage(
      { input: tokenCountOf(usage?.prompt_tokens) ?? usage?.total_tokens, output: 0 },
      { inputTokens: () => texts.reduce((sum, text) => sum + estimateTextTokens(text), 0), outputTokens: () => 0 },
    ),
    servedModel,
  };
}

/** By their indices; in the order of the reply where none has one. @throws where indices are doubled, missing or out of range */
function inOrder(items: readonly Record<string, unknown>[]): readonly Record<string, unknown>[] {
  if (items.every(({ index }) => index === undefined || index === null)) return items;
  const byIndex = new Map(items.map((item) => [item.index, item]));
  return items.map((_, index) => {
    const item = byIndex.get(index);
    if (item) return item;
    const given = clipText(JSON.stringify(items.map((each) => each.index ?? null)), 100);
    throw new Error(`no embedding is marked as that of text ${index + 1}: the indices are ${given}`);
  });
}

/** From base64 of little-endian 32-bit floats, or from a list of numbers. */
function toVector(embedding: unknown): Float32Array {
  if (typeof embedding === 'string') {
    const bytes = Buffer.from(embedding, 'base64');
    if (bytes.length === 0 || bytes.length % 4 !== 0)
      throw new Error(`an embedding of ${bytes.length} bytes is not made of 32-bit numbers`);
    const vector = new Float32Array(bytes.length / 4);
    for (let index = 0; index < vector.length; index += 1) vector[index] = bytes.readFloatLE(index * 4);
    return vector;
  }
  if (Array.isArray(embedding) && embedding.length > 0 && embedding.every((number) => typeof number === 'number')) {
    return Float32Array.from(embedding);
  }
  throw new Error('an embedding is neither base64 nor a list of numbers');
}
