import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { ClientEvent } from '../model-clients.js';
import { asking } from './testing/asking.js';
import { chatCompletion } from './testing/canned-bodies.js';
import { type CannedServer, startCannedServer } from './testing/canned-server.js';
import { chatModelAt, TEST_KEY } from './testing/chat-model-at.js';

let server: CannedServer;
beforeAll(async () => {
  server = await startCannedServer();
});
afterAll(() => server.close());

describe('a chat-completions model', () => {
  it('sends parts as one text, the key as a bearer token, and what the model takes of the sampling', async () => {
    server.say({ body: chatCompletion() });
    await chatModelAt(server.url, 'gpt-4.1').generate({
      messages: [
        { role: 'system', parts: [{ kind: 'stable', text: 'Rules.' }] },
        {
          role: 'user',
          parts: [
            { kind: 'history', text: 'So far.' },
            { kind: 'tail', text: 'Now?' },
          ],
        },
      ],
      sampling: { temperature: 0.7, topP: 0.9, seed: 7, maxOutputTokens: 500 },
      providerOptions: { body: { user: 'lab' }, headers: { 'x-extra': 'yes' } },
    });
    const request = server.requests[0];
    expect(request?.path).toBe('/v1/chat/completions');
    expect(request?.headers).toMatchObject({ authorization: `Bearer ${TEST_KEY}`, 'x-extra': 'yes' });
    expect(request?.body).toEqual({
      model: 'gpt-4.1',
      messages: [
        { role: 'system', content: 'Rules.' },
        { role: 'user', content: 'So far.\n\nNow?' },
      ],
      temperature: 0.7,
      top_p: 0.9,
      seed: 7,
      max_completion_tokens: 500,
      user: 'lab',
    });
  });

  it('sends nothing of a schema whose shape the messages say themselves, only that JSON is wanted', async () => {
    server.say({ body: chatCompletion() });
    const asked = asking('Answer as JSON: {"mood": string}', { schema: z.object({ mood: z.string() }), shape: 'in-words' });
    const result = await chatModelAt(server.url, 'gpt-4.1').generate(asked);
    const body = server.requests.at(-1)?.body;
    expect(body).toMatchObject({
      messages: [{ role: 'user', content: 'Answer as JSON: {"mood": string}' }],
      response_format: { type: 'json_object' },
    });
    expect(result.structuredRung).toBe('json-object');
  });

  it('gives text, usage as totals, ids and the served model', async () => {
    server.say({ body: chatCompletion({ message: { reasoning_content: 'Greeting.' } }), headers: { 'x-request-id': 'req_9' } });
    const result = await chatModelAt(server.url, 'gpt-4.1').generate(asking('Hi'));
    expect(result).toEqual({
      text: 'Hello.',
      reasoning: 'Greeting.',
      finishReason: 'stop',
      usage: { inputTokens: 1_200, outputTokens: 30, cacheReadTokens: 1_024, cacheWriteTokens: 0, reasoningTokens: 10 },
      latencyMs: 0,
      attempts: [{ outcome: 'answered', latencyMs: 0, status: 200, requestId: 'req_9' }],
      requestId: 'req_9',
      servedModel: 'gpt-4.1-2025-04-14',
      fingerprint: 'fp_1',
      droppedParameters: [],
    });
  });

  it.each([
    ['length', { choice: { finish_reason: 'length' } }, 'length', 'Hello.'],
    ['a filtered reply', { choice: { finish_reason: 'content_filter' } }, 'content-filter', 'Hello.'],
    ['a refusal', { message: { content: null, refusal: 'I would rather not.' } }, 'refusal', 'I would rather not.'],
    ['a tool call nobody asked for', { choice: { finish_reason: 'tool_calls' } }, 'other', 'Hello.'],
    // https://docs.together.ai
    ['an end of Together', { choice: { finish_reason: 'eos' } }, 'stop', 'Hello.'],
    // https://docs.mistral.ai: reasoning models answer in chunks
    ['a reply in chunks', { message: { content: [{ type: 'thinking' }, { type: 'text', text: 'Hello.' }] } }, 'stop', 'Hello.'],
  ] as const)('reports %s as a result', async (_name, changes, finishReason, text) => {
    server.say({ body: chatCompletion(changes) });
    expect(await chatModelAt(server.url, 'gpt-4.1').generate(asking('Hi'))).toMatchObject({ finishReason, text });
  });

  it.each([
    // xAI: completion_tokens are without reasoning, which the total holds
    [{ prompt_tokens: 10, completion_tokens: 5, total_tokens: 35, completion_tokens_details: { reasoning_tokens: 20 } }, 25, 20],
    // Gemini: the same, and no details
    [{ prompt_tokens: 10, completion_tokens: 5, total_tokens: 35 }, 25, 20],
    [{ prompt_tokens: 10, completion_tokens: 25, total_tokens: 35, completion_tokens_details: { reasoning_tokens: 20 } }, 25, 20],
    [{ prompt_tokens: 10, completion_tokens: 5 }, 5, 0],
  ])('counts reasoning into the output tokens once: %o', async (usage, outputTokens, reasoningTokens) => {
    server.say({ body: chatCompletion({ body: { usage } }) });
    expect((await chatModelAt(server.url, 'gpt-4.1').generate(asking('Hi'))).usage).toMatchObject({
      inputTokens: 10,
      outputTokens,
      reasoningTokens,
    });
  });

  it('estimates the usage where a local server sends none, and says so, and names the upstream of an aggregator', async () => {
    server.say({ body: chatCompletion({ body: { usage: undefined, provider: 'DeepInfra', system_fingerprint: null } }) });
    const result = await chatModelAt(server.url, 'meta-llama/x', { preset: 'openrouter' }).generate(asking('Hi'));
    expect(result).toMatchObject({
      usage: { inputTokens: 5, outputTokens: 2, estimated: true },
      servingProvider: 'DeepInfra',
      requestId: 'chatcmpl-1',
    });
    expect(result).not.toHaveProperty('fingerprint');
  });

  it('reads a reply whose content type was forgotten', async () => {
    server.say({ body: JSON.stringify(chatCompletion()), headers: { 'content-type': 'text/plain' } });
    expect((await chatModelAt(server.url, 'gpt-4.1').generate(asking('Hi'))).text).toBe('Hello.');
  });
});

describe('what is told beside the result', () => {
  it('is the request, the response and the rate limits, never the key', async () => {
    server.say({
      body: chatCompletion(),
      headers: {
        'x-ratelimit-limit-requests': '500',
        'x-ratelimit-remaining-requests': '499',
        'x-ratelimit-reset-requests': '120ms',
        'x-ratelimit-limit-tokens': '30000',
        'x-ratelimit-remaining-tokens': '29000',
        'x-ratelimit-reset-tokens': '6m0s',
      },
    });
    const onEvent = vi.fn<(event: ClientEvent) => void>();
    const onRateLimitHeaders = vi.fn();
    await chatModelAt(server.url, 'gpt-4.1', { onEvent, onRateLimitHeaders }).generate(asking('Hi'));
    expect(onEvent.mock.calls.map(([event]) => event)).toEqual([
      { type: 'request-sent', model: 'openai:gpt-4.1', url: `${server.url}/v1/chat/completions`, body: server.requests[0]?.body },
      { type: 'response-received', model: 'openai:gpt-4.1', status: 200, latencyMs: 0 },
    ]);
    expect(onRateLimitHeaders).toHaveBeenCalledExactlyOnceWith({
      limitRequests: 500,
      remainingRequests: 499,
      resetRequestsMs: 120,
      limitTokens: 30_000,
      remainingTokens: 29_000,
      resetTokensMs: 360_000,
    });
    expect(JSON.stringify(onEvent.mock.calls)).not.toContain(TEST_KEY);
  });
});
