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

  it("sends the caller's headers and members of the body, and shows their secrets to nobody", async () => {
    server.say(embeddingsOf(asBase64));
    const providerOptions = { headers: { 'x-portkey-api-key': 'pk-93jf02kfms' }, body: { dimensions: 2 } };
    await embeddingModel().embed(['a'], { providerOptions });
    expect(server.requests[0]).toMatchObject({ headers: { 'x-portkey-api-key': 'pk-93jf02kfms' }, body: { dimensions: 2 } });

    server.say({ status: 401, body: { error: { message: 'no such key: pk-93jf02kfms' } } });
    const error: unknown = await embeddingModel()
      .embed(['a'], { providerOptions })
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ kind: 'authentication', providerMessage: 'no such key: [key]' });
  });

  it.each([
    [{ error: { message: 'Invalid API key' } }, 'authentication'],
    [{ object: 'error', message: 'Invalid model: x', type: 'invalid_model' }, 'unknown-model'],
  ])('reads an error in a response of status 200: %o', async (body, kind) => {
    server.say({ body });
    await expect(embeddingModel().embed(['a'])).rejects.toMatchObject({ kind });
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

  it.each<[string, RegExp, (numbers: readonly number[], index: number) => object]>([
    [
      'too large for 32 bits',
      /text 1 holds something that is no finite 32-bit number/,
      (_, index) => ({ index, embedding: [1e300, 1] }),
    ],
    ['no number', /text 1 holds something that is no finite/, (_, index) => ({ index, embedding: asBase64([Number.NaN, 1]) })],
    [
      'of unequal length',
      /not of one length \(1 numbers for text 1, 2 for text 2\)/,
      (_, index) => ({ index, embedding: Array(index + 1).fill(0.5) }),
    ],
    [
      'marked twice',
      /no embedding is marked as that of text 2: the indices are \[0,0\]/,
      (numbers) => ({ index: 0, embedding: numbers }),
    ],
    [
      'marked in part',
      /no embedding is marked as that of text 2: the indices are \[0,null\]/,
      (numbers, index) => ({ ...(index === 0 && { index }), embedding: numbers }),
    ],
    [
      'marked beyond the end',
      /no embedding is marked as that of text 1: the indices are \[1,2\]/,
      (numbers, index) => ({ index: index + 1, embedding: numbers }),
    ],
    ['marked by halves', /the indices are \[0.5,1\]/, (numbers, index) => ({ index: index === 0 ? 0.5 : 1, embedding: numbers })],
    ['empty', /neither base64 nor a list of numbers/, (_, index) => ({ index, embedding: [] })],
  ])('refuses vectors that are %s, in the words of who asked', async (_kind, message, form) => {
    const data = ['a', 'bb'].map((text, index) => ({ object: 'embedding', ...form([text.length, 0.5], index) }));
    server.say({ body: { object: 'list', data, usage: { prompt_tokens: 2, total_tokens: 2 } } });
    const error = await embeddingModel()
      .embed(['a', 'bb'])
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ provider: 'openai', attempts: [{}], message: expect.stringMatching(message) as string });
    expect((error as Error).message).not.toMatch(/Float32Array|buffer/i);
  });

  it('refuses vectors whose length differs from one request to the next', async () => {
    const say = (length: number) => ({ body: { object: 'list', data: [{ index: 0, embedding: Array(length).fill(0.5) }] } });
    server.say(say(2), say(3));
    await expect(embeddingModel({ batchSize: 1 }).embed(['a', 'b'])).rejects.toThrow(/not of one length \(2 .* 3 for text 2\)/);
  });

  it('takes vectors in the order of the reply where none is marked', async () => {
    server.say({ body: { object: 'list', data: [{ embedding: [1] }, { embedding: [2] }] } });
    expect((await embeddingModel().embed(['a', 'b'])).vectors).toEqual([Float32Array.of(1), Float32Array.of(2)]);
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
