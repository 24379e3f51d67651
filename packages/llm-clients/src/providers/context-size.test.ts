import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askContextSize } from './context-size.js';
import { type CannedServer, startCannedServer } from './testing/canned-server.js';

let server: CannedServer;
beforeAll(async () => {
  server = await startCannedServer();
});
afterAll(() => server.close());

const ask = (provider: string, modelId = 'm') =>
  askContextSize({ provider, modelId, baseUrl: `${server.url}/v1`, headers: { authorization: 'Bearer key-1' } });
const telling = (answers: Readonly<Record<string, unknown>>): void =>
  server.say(({ path }) => (path in answers ? { body: answers[path] } : { status: 404, body: { error: 'not found' } }));

describe('the size of a context', () => {
  it.each([
    ['llamacpp', { '/props': { default_generation_settings: { n_ctx: 2_048 }, total_slots: 4 } }, 2_048, '/props'],
    ['ollama', { '/api/ps': { models: [{ name: 'm:latest', context_length: 4_096 }] } }, 4_096, '/api/ps'],
    ['ollama', { '/api/ps': { models: [] }, '/api/show': { parameters: 'stop "x"\nnum_ctx    16384' } }, 16_384, '/api/show'],
    [
      'vllm',
      {
        '/v1/models': {
          data: [
            { id: 'other', max_model_len: 1 },
            { id: 'm', max_model_len: 32_768 },
          ],
        },
      },
      32_768,
      'models',
    ],
    [
      'lmstudio',
      { '/api/v0/models': { data: [{ id: 'm', loaded_context_length: 8_192, max_context_length: 131_072 }] } },
      8_192,
      '/api/v0/models',
    ],
    [
      'openrouter',
      { '/v1/models': { data: [{ id: 'm', context_length: 1e6, top_provider: { context_length: 128_000 } }] } },
      128_000,
      'models',
    ],
    ['groq', { '/v1/models': { data: [{ id: 'm', context_window: 131_072 }] } }, 131_072, 'models'],
    ['together', { '/v1/models': [{ id: 'm', context_length: 8_193 }] }, 8_193, 'models'],
    ['openai', { '/v1/models': { data: [{ id: 'm', object: 'model' }] } }, undefined, undefined],
    // The maximum context of a model is not the one it has been loaded with.
    ['ollama', { '/api/show': { model_info: { 'llama.context_length': 131_072 } } }, undefined, undefined],
  ] as const)('is what %s says: %o', async (provider, answers, tokens, source) => {
    telling(answers);
    expect(await ask(provider)).toEqual(tokens === undefined ? undefined : { tokens, source });
    for (const { headers } of server.requests) expect(headers.authorization).toBe('Bearer key-1');
  });

  it.each([
    { status: 500 },
    { body: 'a page' },
    { fate: 'drop' },
    { body: { data: [{ id: 'm', max_model_len: 'many' }] } },
  ] as const)('is unknown, and nothing is thrown, after %o', async (reply) => {
    server.say(reply);
    expect(await ask('vllm')).toBeUndefined();
  });
});
