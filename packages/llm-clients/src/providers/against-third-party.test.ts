import { LLMock } from '@copilotkit/aimock';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { nodeClock } from '../clock/node-clock.js';
import { createOpenAiEmbeddingModel } from '../embeddings/openai-compatible.js';
import type { GenerateRequest, LanguageModel } from '../language-model.js';
import { createAnthropicModel } from './anthropic.js';
import { capabilitiesOf } from './capabilities.js';
import { createOpenAiChatModel } from './openai-chat.js';
import { createOpenAiResponsesModel } from './openai-responses.js';
import type { PresetName } from './presets.js';
import type { ProviderModelOptions } from './provider-model-options.js';

// A third party's reading of the two wires, so that a misreading of ours does not confirm itself.
const mock = new LLMock({ port: 0, host: '127.0.0.1', logLevel: 'silent' });
beforeAll(() => mock.start());
afterAll(() => mock.stop());
beforeEach(() => {
  mock.clearFixtures();
  mock.clearRequests();
});

function open(
  preset: PresetName,
  modelId: string,
  create: (options: ProviderModelOptions) => LanguageModel,
  path: string,
): () => LanguageModel {
  return () =>
    create({
      provider: preset,
      modelId,
      baseUrl: `${mock.url}${path}`,
      apiKey: 'sk-mock-4fTq9mVxZr',
      capabilities: capabilitiesOf(preset, modelId),
      clock: nodeClock,
    });
}

const WIRES = [
  ['chat completions', open('openai', 'gpt-4.1', createOpenAiChatModel, '/v1')],
  ['the Responses API', open('openai-responses', 'gpt-4.1', createOpenAiResponsesModel, '/v1')],
  ['Anthropic', open('anthropic', 'claude-sonnet-5-5', createAnthropicModel, '')],
] as const;

const asking = (text: string, more: Partial<GenerateRequest> = {}): GenerateRequest => ({
  messages: [
    { role: 'system', parts: [{ kind: 'stable', text: 'You are terse.' }] },
    { role: 'user', parts: [{ kind: 'tail', text }] },
  ],
  ...more,
});

describe.each(WIRES)("%s, against a third party's fake server", (_name, openModel) => {
  it('carries prompt and answer', async () => {
    mock.on(
      { userMessage: 'weather', systemMessage: 'terse' },
      {
        content: 'Rain.',
        usage: { prompt_tokens: 11, completion_tokens: 3, input_tokens: 11, output_tokens: 3 },
      },
    );
    const result = await openModel().generate(asking('How is the weather?', { sampling: { maxOutputTokens: 200 } }));
    expect(result).toMatchObject({ text: 'Rain.', finishReason: 'stop', attempts: [{ outcome: 'answered', status: 200 }] });
    expect(result.usage).toMatchObject({ inputTokens: 11, outputTokens: 3 });
    expect(result.requestId).toMatch(/\S/);
    expect(result.servedModel).toMatch(/gpt-4.1|claude-sonnet-5-5/);
  });

  it('gives the reasoning apart from the text', async () => {
    mock.onMessage('weather', { content: 'Rain.', reasoning: 'Clouds gather.' });
    expect(await openModel().generate(asking('How is the weather?'))).toMatchObject({
      text: 'Rain.',
      reasoning: 'Clouds gather.',
    });
  });

  it('carries a schema and the JSON that answers it', async () => {
    mock.onMessage('weather', { content: '{"sky":"grey"}' });
    const result = await openModel().generate(asking('How is the weather?', { schema: z.object({ sky: z.string() }) }));
    expect(result).toMatchObject({ structuredRung: 'json-schema', text: '{"sky":"grey"}' });
    expect(mock.getLastRequest()?.response.status).toBe(200);
  });

  it.each([
    [429, { message: 'Slow down', type: 'rate_limit_error', code: 'rate_limit_exceeded' }, 'rate-limit'],
    [401, { message: 'Bad key', type: 'authentication_error', code: 'invalid_api_key' }, 'authentication'],
    [500, { message: 'Sorry', type: 'api_error' }, 'transport'],
    [400, { message: 'Too long', type: 'invalid_request_error' }, 'rejected'],
  ] as const)('maps its error of status %d', async (status, error, kind) => {
    mock.nextRequestError(status, error);
    const failure: unknown = await openModel()
      .generate(asking('How is the weather?'))
      .catch((thrown: unknown) => thrown);
    expect(failure).toMatchObject({ kind, status, providerMessage: error.message });
    if (status === 429) expect(failure).toMatchObject({ retryAfterMs: 1_000 });
  });
});

it("embeddings come as the vectors a third party's fake server has", async () => {
  mock.onEmbedding('hello', { embedding: [0.25, -0.5, 1] });
  const model = createOpenAiEmbeddingModel({
    provider: 'openai',
    modelId: 'text-embedding-3-small',
    baseUrl: `${mock.url}/v1`,
    apiKey: 'sk-mock-4fTq9mVxZr',
    clock: nodeClock,
  });
  expect((await model.embed(['hello'])).vectors).toEqual([Float32Array.from([0.25, -0.5, 1])]);
});
