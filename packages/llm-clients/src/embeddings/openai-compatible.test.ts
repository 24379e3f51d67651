import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EmbeddingModel } from '../embedding-model.js';
import { type CannedRequest, type CannedServer, startCannedServer } from '../providers/testing/canned-server.js';
import { createFakeClock } from '../testing/fake-clock.js';
import { simulatedEmbeddingHarness } from '../testing/simulated-provider-harness.js';
import { describeEmbeddingModel } from '../testing/describe-embedding-model.js';
import { createOpenAiEmbeddingModel, type EmbeddingModelOptions } from './openai-compatible.js';
import { nodeClock } from '../clock/node-clock.js';

let server: CannedServer;
beforeAll(async () => {
  server = await startCannedServer();
});
afterAll(() => server.close());

function embeddingModel(options: Partial<EmbeddingModelOptions> = {}): EmbeddingModel {
  return createOpenAiEmbeddingModel({
    provider: 'openai',
    modelId: 'text-embedding-3-small',
    baseUrl: `${server.url}/v1`,
    apiKey: 'sk-test-4fTq9mVxZr',
    clock: createFakeClock(),
    ...options,
  });
}

/** Embeds a text as [its length, 0.5], last text first, as a server may. */
function embeddingsOf(form: (numbers: number[]) => unknown) {
  return ({ body }: CannedRequest) => {
    const texts = body.input as string[];
    const data = texts.map((text, index) => ({ object: 'embedding', index, embedding: form([text.length, 0.5]) })).reverse();
    return {
      body: { object: 'list', model: 'served', data, usage: { prompt_tokens: texts.length, total_tokens: texts.length } },
    };
  };
}
const asBase64 = (numbers: number[]): string => Buffer.from(Float32Array.from(numbers).buffer).toString('base64');

describe('an embedding model over the OpenAI wire', () => {
  it.each([
    ['base64', asBase64],
    ['numbers, from a server that ignores what was asked for', (numbers: number[]) => numbers],
  ])('reads %s, in the order of the texts', async (_name, form) => {
    server.say(embeddingsOf(form));
    const result = await embeddingModel().embed(['a', 'bb', 'ccc']);
    expect(result.vectors).toEqual([1, 2, 3].map((length) => Float32Array.from([length, 0.5])));
    expect(result).toMatchObject({ usage: { inputTokens: 3, outputTokens: 0 }, servedModel: 'served' });
    expect(server.requests[0]).toMatchObject({ path: '/v1/embeddings', body: { encoding_format: 'base64' } });
  });

  it('asks for numbers from then on where base64 is refused', async () => {
    const refusal = { status: 400, body: { error: { message: 'encoding_format must be float' } } };
    server.say(
      refusal,
      embeddingsOf((numbers) => numbers),
    );
    const model = embeddingModel();
    expect((await model.embed(['a'])).attempts.map((attempt) => attempt.outcome)).toEqual(['rejected', 'answered']);
    expect((await model.embed(['b'])).attempts).toHaveLength(1);
  });

  it('sends many texts in several requests', async () => {
    server.say(embeddingsOf(asBase64));
    const result = await embeddingModel({ batchSize: 2 }).embed(['a', 'bb', 'ccc', 'dddd', 'eeeee']);
    expect(server.requests.map(({ body }) => body.input)).toEqual([['a', 'bb'], ['ccc', 'dddd'], ['eeeee']]);
    expect(result.vectors.map((vector) => vector[0])).toEqual([1, 2, 3, 4, 5]);
    expect(result.usage.inputTokens).toBe(5);
    expect(result.attempts).toHaveLength(3);
  });

  it.each([
    ['fewer vectors than texts', { data: [] }],
    ['half a number', { data: [{ index: 0, embedding: 'AAAA' }] }],
    ['no numbers', { data: [{ index: 0, embedding: ['x'] }] }],
  ])('fails on %s rather than giving a wrong vector', async (_name, body) => {
    server.say({ body });
    await expect(embeddingModel().embed(['a'])).rejects.toMatchObject({ kind: 'transport' });
  });
});

describeEmbeddingModel(
  'the OpenAI-compatible embedding model, against the simulated provider',
  simulatedEmbeddingHarness({
    create: (endpoint) => createOpenAiEmbeddingModel({ provider: 'openai', clock: nodeClock, ...endpoint }),
  }),
);
