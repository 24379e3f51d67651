import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { GenerateRequest, LanguageModel } from '../language-model.js';
import { createFakeClock } from '../testing/fake-clock.js';
import { capabilitiesOf } from './capabilities.js';
import { createOpenAiResponsesModel } from './openai-responses.js';
import type { ProviderModelOptions } from './provider-model-options.js';
import { openAiResponse } from './testing/canned-bodies.js';
import { type CannedServer, startCannedServer } from './testing/canned-server.js';

let server: CannedServer;
beforeAll(async () => {
  server = await startCannedServer();
});
afterAll(() => server.close());

function responsesModel(modelId: string, changes: Partial<ProviderModelOptions> = {}): LanguageModel {
  return createOpenAiResponsesModel({
    provider: 'openai-responses',
    modelId,
    baseUrl: `${server.url}/v1`,
    apiKey: 'sk-test-4fTq9mVxZr',
    capabilities: capabilitiesOf('openai-responses', modelId),
    clock: createFakeClock(),
    ...changes,
  });
}

const REQUEST: GenerateRequest = {
  messages: [
    { role: 'system', parts: [{ kind: 'stable', text: 'Rules.' }] },
    { role: 'user', parts: [{ kind: 'tail', text: 'Hi' }] },
  ],
};

describe('a model behind the Responses API', () => {
  it('is asked in the fields of that wire, and nothing is stored there', async () => {
    server.say({ body: openAiResponse() });
    const schema = z.object({ a: z.string() });
    const sampling = { temperature: 0.5, reasoningEffort: 'minimal', maxOutputTokens: 800, seed: 3 } as const;
    const result = await responsesModel('gpt-5.4').generate({ ...REQUEST, schema, sampling });
    expect(server.requests[0]?.path).toBe('/v1/responses');
    expect(server.requests[0]?.headers['x-entente-seed']).toBe('3');
    expect(server.requests[0]?.body).toEqual({
      model: 'gpt-5.4',
      input: [
        { type: 'message', role: 'system', content: 'Rules.' },
        { type: 'message', role: 'user', content: 'Hi' },
      ],
      store: false,
      stream: false,
      // This model knows no `minimal`, and takes a temperature only without reasoning.
      reasoning: { effort: 'low' },
      max_output_tokens: 800,
      text: {
        format: {
          type: 'json_schema',
          name: 'reply',
          strict: true,
          schema: { type: 'object', properties: { a: { type: 'string' } }, required: ['a'], additionalProperties: false },
        },
      },
    });
    expect(result.droppedParameters).toEqual(['temperature']);
    expect(result.changedParameters).toEqual({ reasoningEffort: 'low' });
  });

  it("sends the assistant's turns as items of its output to other servers, and as text to OpenAI", async () => {
    const assistant = { role: 'assistant', parts: [{ kind: 'tail', text: 'Hm.' }] } as const;
    const request = { messages: [...REQUEST.messages, assistant] };
    server.say({ body: openAiResponse() });
    await responsesModel('tiny').generate(request);
    const content = [{ type: 'output_text', text: 'Hm.', annotations: [] }];
    const item = { type: 'message', id: 'msg_2', role: 'assistant', status: 'completed', content };
    expect((server.requests[0]?.body.input as unknown[])[2]).toEqual(item);

    const bodies: unknown[] = [];
    const fetch = async (_url: unknown, init?: RequestInit): Promise<Response> => {
      bodies.push(JSON.parse(init?.body as string));
      return Response.json(openAiResponse());
    };
    await responsesModel('gpt-5.4', { baseUrl: 'https://api.openai.com/v1', fetch }).generate(request);
    expect((bodies[0] as { input: unknown[] }).input[2]).toEqual({ type: 'message', role: 'assistant', content: 'Hm.' });
  });

  it('gives text, reasoning summaries, usage and ids', async () => {
    server.say({ body: openAiResponse(), headers: { 'x-request-id': 'req_2' } });
    expect(await responsesModel('gpt-5.4').generate(REQUEST)).toMatchObject({
      text: 'Hello.',
      reasoning: 'Greeting is polite.',
      finishReason: 'stop',
      usage: { inputTokens: 1_200, outputTokens: 30, cacheReadTokens: 1_024, cacheWriteTokens: 0, reasoningTokens: 10 },
      requestId: 'req_2',
      servedModel: 'gpt-5.4-2026-03-05',
    });
  });

  it.each([
    [{ status: 'incomplete', incomplete_details: { reason: 'max_output_tokens' } }, 'length'],
    [{ status: 'incomplete', incomplete_details: { reason: 'content_filter' } }, 'content-filter'],
    [{ output: [{ type: 'message', content: [{ type: 'refusal', refusal: 'No.' }] }] }, 'refusal'],
    [{ status: 'incomplete', incomplete_details: { reason: 'content_filter' }, output: null }, 'content-filter'],
    [
      { status: 'failed', error: { code: 'invalid_prompt', message: 'your prompt was flagged as potentially violating' } },
      'content-filter',
    ],
  ])('reports %o as a result', async (changes, finishReason) => {
    server.say({ body: openAiResponse(changes) });
    expect((await responsesModel('gpt-5.4').generate(REQUEST)).finishReason).toBe(finishReason);
  });

  it.each([
    ['rate_limit_exceeded', 'rate-limit'],
    ['server_error', 'transport'],
    ['insufficient_quota', 'credit-exhausted'],
    ['invalid_api_key', 'authentication'],
  ])('throws for a response that failed with %s', async (code, kind) => {
    server.say({ body: openAiResponse({ status: 'failed', error: { code, message: 'sorry' }, output: [] }) });
    await expect(responsesModel('gpt-5.4').generate(REQUEST)).rejects.toMatchObject({ kind, providerMessage: 'sorry' });
  });

  it('learns from `reasoning.effort` and `text.format`, as this wire names them', async () => {
    const rejection = (message: string, param: string) => ({
      status: 400,
      body: { error: { message, param, code: 'unsupported_value' } },
    });
    server.say(
      rejection("Unsupported value: 'low' is not supported with this model.", 'reasoning.effort'),
      rejection("Unsupported parameter: 'text.format' json_schema", 'text.format'),
      { body: openAiResponse() },
    );
    const result = await responsesModel('gpt-6-lab').generate({
      ...REQUEST,
      schema: z.object({ a: z.string() }),
      sampling: { reasoningEffort: 'low' },
    });
    expect(result).toMatchObject({ droppedParameters: ['reasoningEffort'], structuredRung: 'json-object' });
    expect(result.attempts.map((attempt) => attempt.outcome)).toEqual(['rejected', 'rejected', 'answered']);
  });
});
