import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { ClientEvent } from '../model-clients.js';
import { chatCompletion } from './testing/canned-bodies.js';
import { type CannedServer, startCannedServer } from './testing/canned-server.js';
import { asking, chatModelAt, failureOf, TEST_KEY } from './testing/chat-model-at.js';

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

  const spent = (completion_tokens: number) => ({
    usage: { prompt_tokens: 40, completion_tokens, total_tokens: 40 + completion_tokens },
  });
  it.each([
    // Gemini's blocked prompts: https://github.com/simonw/llm-gemini/issues/80, and its finish reasons, which its endpoint passes on.
    ['no choice', { body: { choices: null, ...spent(0) } }, 'content-filter', ''],
    ['an empty list of choices', { body: { choices: [], ...spent(0) } }, 'content-filter', ''],
    [
      'no message',
      { body: { choices: [{ index: 0, finish_reason: 'stop', message: null }], ...spent(0) } },
      'content-filter',
      '',
    ],
    [
      "the filter's word",
      { body: { choices: [], promptFeedback: { blockReason: 'PROHIBITED_CONTENT' }, ...spent(0) } },
      'content-filter',
      'PROHIBITED_CONTENT',
    ],
    ...[
      'SAFETY',
      'PROHIBITED_CONTENT',
      'BLOCKLIST',
      'SPII',
      'RECITATION',
      'IMAGE_SAFETY',
      'content_filter: PROHIBITED_CONTENT',
    ].map(
      (reason) => [reason, { choice: { finish_reason: reason }, message: { content: null } }, 'content-filter', reason] as const,
    ),
    [
      "the upstream's own word",
      {
        choice: { finish_reason: 'error', native_finish_reason: 'PROHIBITED_CONTENT', error: { code: 502, message: 'x' } },
        message: { content: '' },
      },
      'content-filter',
      'PROHIBITED_CONTENT',
    ],
    [
      'a filter of toxic words',
      { choice: { finish_reason: 'ERROR_TOXIC' }, message: { content: '' } },
      'content-filter',
      'ERROR_TOXIC',
    ],
    ['a filter without a message', { body: { choices: [{ finish_reason: 'content_filter' }] } }, 'content-filter', ''],
    [
      'a guardrail',
      { choice: { finish_reason: 'guardrail_intervened' }, message: { content: '' } },
      'content-filter',
      'guardrail_intervened',
    ],
    ["Zhipu's filter", { choice: { finish_reason: 'sensitive' }, message: { content: '' } }, 'content-filter', 'sensitive'],
    // Something was written, and is paid for, but did not come: asked again.
    ['no choice for what was written', { body: { choices: [], ...spent(12) } }, 'other', ''],
    ['a malformed reply', { choice: { finish_reason: 'MALFORMED_FUNCTION_CALL' }, message: { content: null } }, 'other', ''],
    ['a limit in capitals', { choice: { finish_reason: 'MAX_TOKENS' } }, 'length', 'Hello.'],
    ['an end in capitals', { choice: { finish_reason: 'STOP' } }, 'stop', 'Hello.'],
  ] as const)('is a refusal, or an unusable reply, and no failure: %s', async (_name, changes, finishReason, text) => {
    server.say({ body: chatCompletion(changes) });
    const result = await chatModelAt(server.url, 'gemini-3-pro', { preset: 'gemini' }).generate(asking('Hi'));
    expect(result).toMatchObject({ finishReason, text, attempts: [{ outcome: 'answered' }] });
    expect(server.requests).toHaveLength(1);
  });

  it.each([
    ['DeepSeek', { choice: { finish_reason: 'insufficient_system_resource' } }],
    ['vLLM', { choice: { finish_reason: 'abort' } }],
    ['OpenRouter', { choice: { finish_reason: 'error' }, message: { content: 'Hel' } }],
  ])('is a failure of the provider where it broke the reply off: %s', async (_name, changes) => {
    server.say({ body: chatCompletion(changes) });
    expect(await failureOf(chatModelAt(server.url, 'gpt-4.1').generate(asking('Hi')))).toMatchObject({ kind: 'transport' });
  });

  it.each([
    ['Mistral', { object: 'error', message: 'Invalid model: x', type: 'invalid_model', code: '1500' }, 'unknown-model'],
    ['FastAPI', { detail: 'Unauthorized' }, 'authentication'],
    ['LM Studio', { error: 'Unexpected endpoint or method. (POST /chat/completions)' }, 'unknown-model'],
    ['a gateway', { code: 'insufficient_quota', msg: 'no credit' }, 'credit-exhausted'],
    ['a proxy', { message: 'upstream request timeout' }, 'transport'],
  ])('reads an error in a response of status 200, as %s writes it', async (_name, body, kind) => {
    server.say({ body });
    expect(await failureOf(chatModelAt(server.url, 'gpt-4.1').generate(asking('Hi')))).toMatchObject({ kind });
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

  it.each([
    { prompt_tokens: 200, completion_tokens: 5, total_tokens: 205, prompt_tokens_details: { cached_tokens: 3_800 } },
    { prompt_tokens: 200, completion_tokens: 5, cache_read_input_tokens: 3_800 },
    { prompt_tokens: 4_000, completion_tokens: 5, prompt_cache_hit_tokens: 3_800, prompt_cache_miss_tokens: 200 },
  ])('counts cached tokens into the input once: %o', async (usage) => {
    server.say({ body: chatCompletion({ body: { usage } }) });
    expect((await chatModelAt(server.url, 'gpt-4.1').generate(asking('Hi'))).usage).toMatchObject({
      inputTokens: 4_000,
      outputTokens: 5,
      cacheReadTokens: 3_800,
    });
  });

  it('takes a reply that the server has parsed', async () => {
    server.say({ body: chatCompletion({ message: { content: { mood: 'calm', score: 7 } } }) });
    expect((await chatModelAt(server.url, 'gpt-4.1').generate(asking('Hi'))).text).toBe('{"mood":"calm","score":7}');
  });

  it('estimates and marks the usage where a local server sends none, and names the upstream of an aggregator', async () => {
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
