import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { ProviderError } from '../errors/provider-errors.js';
import { type GenerateRequest, type LanguageModel, NO_USAGE, type Sampling } from '../language-model.js';
import type { ClientEvent } from '../model-clients.js';
import { createFakeClock } from '../testing/fake-clock.js';
import { capabilitiesOf } from './capabilities.js';
import { createOpenAiChatModel } from './openai-chat.js';
import type { PresetName } from './presets.js';
import type { ProviderModelOptions } from './provider-model-options.js';
import { chatCompletion } from './testing/canned-bodies.js';
import { type CannedServer, startCannedServer } from './testing/canned-server.js';

const KEY = 'sk-test-4fTq9mVxZr';
let server: CannedServer;
beforeAll(async () => {
  server = await startCannedServer();
});
afterAll(() => server.close());

function chatModel(
  modelId: string,
  options: Partial<ProviderModelOptions> & { readonly preset?: PresetName } = {},
): LanguageModel {
  const { preset = 'openai', ...rest } = options;
  return createOpenAiChatModel({
    provider: preset,
    modelId,
    baseUrl: `${server.url}/v1`,
    apiKey: KEY,
    capabilities: capabilitiesOf(preset, modelId),
    clock: createFakeClock(),
    ...rest,
  });
}

function asking(text: string, more: Partial<GenerateRequest> = {}): GenerateRequest {
  return { messages: [{ role: 'user', parts: [{ kind: 'tail', text }] }], ...more };
}

async function failureOf(reply: Promise<unknown>): Promise<ProviderError> {
  return reply.then(
    () => expect.fail('a provider error was expected'),
    (error: unknown) => error as ProviderError,
  );
}

const ALL_SAMPLING: Sampling = { temperature: 0.7, topP: 0.9, seed: 7, reasoningEffort: 'low', maxOutputTokens: 500 };

describe('a chat-completions model', () => {
  it('sends parts as one text, the key as a bearer token, and what the model takes of the sampling', async () => {
    server.say({ body: chatCompletion() });
    await chatModel('gpt-4.1').generate({
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
    expect(request?.headers).toMatchObject({ authorization: `Bearer ${KEY}`, 'x-extra': 'yes' });
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

  it('gives text, usage as totals, ids and the served model', async () => {
    server.say({ body: chatCompletion({ message: { reasoning_content: 'Greeting.' } }), headers: { 'x-request-id': 'req_9' } });
    const result = await chatModel('gpt-4.1').generate(asking('Hi'));
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
    expect(await chatModel('gpt-4.1').generate(asking('Hi'))).toMatchObject({ finishReason, text });
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
    expect((await chatModel('gpt-4.1').generate(asking('Hi'))).usage).toMatchObject({
      inputTokens: 10,
      outputTokens,
      reasoningTokens,
    });
  });

  it('gives no usage where a local server sends none, and names the upstream of an aggregator', async () => {
    server.say({ body: chatCompletion({ body: { usage: undefined, provider: 'DeepInfra', system_fingerprint: null } }) });
    const result = await chatModel('meta-llama/x', { preset: 'openrouter' }).generate(asking('Hi'));
    expect(result).toMatchObject({ usage: NO_USAGE, servingProvider: 'DeepInfra', requestId: 'chatcmpl-1' });
    expect(result).not.toHaveProperty('fingerprint');
  });

  it('reads a reply whose content type was forgotten', async () => {
    server.say({ body: JSON.stringify(chatCompletion()), headers: { 'content-type': 'text/plain' } });
    expect((await chatModel('gpt-4.1').generate(asking('Hi'))).text).toBe('Hello.');
  });
});

describe('a parameter the model does not take', () => {
  it('is left out by name, listed in every result, and reported once', async () => {
    server.say({ body: chatCompletion() });
    const onEvent = vi.fn<(event: ClientEvent) => void>();
    const model = chatModel('o4-mini', { onEvent });
    const results = [
      await model.generate(asking('Hi', { sampling: ALL_SAMPLING })),
      await model.generate(asking('Ho', { sampling: ALL_SAMPLING })),
    ];
    for (const result of results) expect(result.droppedParameters).toEqual(['temperature', 'topP']);
    expect(server.requests[1]?.body).toMatchObject({ seed: 7, reasoning_effort: 'low', max_completion_tokens: 500 });
    for (const field of ['temperature', 'top_p', 'max_tokens']) expect(server.requests[1]?.body).not.toHaveProperty(field);
    const dropped = onEvent.mock.calls.map(([event]) => event).filter((event) => event.type === 'parameter-dropped');
    expect(dropped.map((event) => event.parameter)).toEqual(['temperature', 'topP']);
  });

  it('is learnt from a rejection, once for the model, and the rejected request stays in the attempts', async () => {
    const onEvent = vi.fn<(event: ClientEvent) => void>();
    const rejection = {
      error: {
        message:
          "Unsupported value: 'temperature' does not support 0.7 with this model. Only the default (1) value is supported.",
        type: 'invalid_request_error',
        param: 'temperature',
        code: 'unsupported_value',
      },
    };
    server.say({ status: 400, body: rejection, headers: { 'x-request-id': 'req_1' } }, { body: chatCompletion() });
    const model = chatModel('gpt-4.1', { onEvent });
    const first = await model.generate(asking('Hi', { sampling: { temperature: 0.7, seed: 7 } }));
    expect(first.droppedParameters).toEqual(['temperature']);
    expect(first.attempts).toMatchObject([{ outcome: 'rejected', status: 400, requestId: 'req_1' }, { outcome: 'answered' }]);
    expect(server.requests[1]?.body).toMatchObject({ seed: 7 });

    await model.generate(asking('Ho', { sampling: { temperature: 0.7 } }));
    expect(server.requests).toHaveLength(3);
    expect(server.requests[2]?.body).not.toHaveProperty('temperature');
    expect(onEvent.mock.calls.filter(([event]) => event.type === 'parameter-dropped')).toHaveLength(1);
  });

  it.each([
    // Gemini, FastAPI servers (422), and Mistral put it in their own ways.
    [
      400,
      [
        {
          error: {
            code: 400,
            message: 'Invalid JSON payload received. Unknown name "seed": Cannot find field.',
            status: 'INVALID_ARGUMENT',
          },
        },
      ],
    ],
    [422, { detail: [{ type: 'extra_forbidden', loc: ['body', 'seed'], msg: 'Extra inputs are not permitted' }] }],
    [422, { object: 'error', message: 'seed: Extra inputs are not permitted', type: 'invalid_request_error' }],
  ])('is learnt from status %d in another dialect', async (status, body) => {
    server.say({ status, body }, { body: chatCompletion() });
    const result = await chatModel('some-model', { preset: 'vllm' }).generate(asking('Hi', { sampling: { seed: 7 } }));
    expect(result.droppedParameters).toEqual(['seed']);
  });

  it('is not suspected where its value is at fault: that is the caller to mend', async () => {
    server.say({
      status: 400,
      body: {
        error: { message: "Invalid 'temperature': decimal above maximum value. Expected a value <= 2.", param: 'temperature' },
      },
    });
    const failure = await failureOf(chatModel('gpt-4.1').generate(asking('Hi', { sampling: { temperature: 3 } })));
    expect(failure.kind).toBe('rejected');
    expect(server.requests).toHaveLength(1);
  });

  it('is not suspected where the request does not hold it', async () => {
    server.say({
      status: 400,
      body: { error: { message: "Unsupported parameter: 'temperature'", code: 'unsupported_parameter' } },
    });
    const failure = await failureOf(chatModel('gpt-4.1').generate(asking('Hi', { sampling: { seed: 1 } })));
    expect(failure.kind).toBe('rejected');
    expect(server.requests).toHaveLength(1);
  });

  it('moves the token limit to the field that the model wants, without loss', async () => {
    const message = "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.";
    server.say(
      { status: 400, body: { error: { message, param: 'max_tokens', code: 'unsupported_parameter' } } },
      { body: chatCompletion() },
    );
    const result = await chatModel('some-model', { preset: 'together' }).generate(
      asking('Hi', { sampling: { maxOutputTokens: 90 } }),
    );
    expect(server.requests.map(({ body }) => [body.max_tokens, body.max_completion_tokens])).toEqual([
      [90, undefined],
      [undefined, 90],
    ]);
    expect(result.droppedParameters).toEqual([]);
  });

  it('ends, against a server that complains for ever', async () => {
    server.say({
      status: 400,
      body: { error: { message: "Unsupported parameter: 'response_format' json_schema 'temperature' 'seed'" } },
    });
    const request = asking('Hi', { sampling: { ...ALL_SAMPLING }, schema: z.object({ a: z.string() }) });
    const failure = await failureOf(chatModel('gpt-4.1').generate(request));
    expect(failure.kind).toBe('rejected');
    expect(failure.attempts.length).toBeLessThan(10);
  });
});

describe('a reply with a shape', () => {
  const schema = z.object({ mood: z.string(), score: z.int().min(0).max(10), note: z.string().optional() });

  it('is asked for as a strict schema where the model takes one', async () => {
    server.say({ body: chatCompletion() });
    const result = await chatModel('gpt-4.1').generate(
      asking('Hi', { schema, label: { name: 'scene master/score', version: '1' } }),
    );
    expect(result.structuredRung).toBe('json-schema');
    expect(server.requests[0]?.body.response_format).toEqual({
      type: 'json_schema',
      json_schema: {
        name: 'scene_master_score',
        strict: true,
        schema: {
          type: 'object',
          properties: {
            mood: { type: 'string' },
            score: { type: 'integer', minimum: 0, maximum: 10 },
            note: { anyOf: [{ type: 'string' }, { type: 'null' }] },
          },
          required: ['mood', 'score', 'note'],
          additionalProperties: false,
        },
      },
    });
    expect(JSON.stringify(server.requests[0]?.body.messages)).not.toContain('JSON');
  });

  it('is asked for in JSON mode with the schema in the last user message, and so learnt rung by rung', async () => {
    const onEvent = vi.fn<(event: ClientEvent) => void>();
    server.say(
      {
        status: 400,
        body: { error: { message: 'This model does not support response format `json_schema`.', param: 'response_format' } },
      },
      { status: 400, body: { error: { message: 'response_format json_object is not supported by this model' } } },
      { body: chatCompletion() },
    );
    const model = chatModel('some-model', { preset: 'groq', onEvent });
    const result = await model.generate(asking('Hi', { schema }));
    expect(result.structuredRung).toBe('prompt');
    expect(server.requests.map(({ body }) => (body.response_format as { type: string } | undefined)?.type)).toEqual([
      'json_schema',
      'json_object',
      undefined,
    ]);
    for (const { body } of server.requests.slice(1)) {
      const text = (body.messages as { content: string }[])[0]?.content;
      expect(text).toMatch(/^Hi\n\nReply with one JSON value .*"mood"/s);
    }
    expect(onEvent.mock.calls.flatMap(([event]) => (event.type === 'rung-lowered' ? [`${event.from}>${event.to}`] : []))).toEqual(
      ['json-schema>json-object', 'json-object>prompt'],
    );
    await model.generate(asking('Ho', { schema }));
    expect(server.requests).toHaveLength(4);
  });

  it('is asked for without strictness where strictness cannot say it, and on a lower rung where the root is no object', async () => {
    server.say({ body: chatCompletion() });
    const model = chatModel('gpt-4.1');
    await model.generate(asking('Hi', { schema: z.object({ byName: z.record(z.string(), z.number()) }) }));
    expect(server.requests[0]?.body.response_format).toMatchObject({ json_schema: { name: 'reply', strict: false } });

    const either = z.discriminatedUnion('is', [z.object({ is: z.literal('a') }), z.object({ is: z.literal('b') })]);
    expect((await model.generate(asking('Hi', { schema: either }))).structuredRung).toBe('json-object');
    expect((await model.generate(asking('Hi', { schema: z.array(z.string()) }))).structuredRung).toBe('prompt');
  });

  it('gives up strictness for one schema alone when the provider finds fault with it', async () => {
    const message = "Invalid schema for response_format 'reply': In context=('properties', 'score'), 'minimum' is not permitted.";
    server.say({ status: 400, body: { error: { message, param: 'response_format' } } }, { body: chatCompletion() });
    const model = chatModel('gpt-4.1');
    const result = await model.generate(asking('Hi', { schema }));
    expect(result).toMatchObject({ structuredRung: 'json-schema', droppedParameters: [] });
    await model.generate(asking('Hi', { schema: z.object({ a: z.string() }) }));
    expect(
      server.requests.map(({ body }) => (body.response_format as { json_schema: { strict: boolean } }).json_schema.strict),
    ).toEqual([true, false, true]);
  });

  it('keeps the text that Groq could not read as JSON, so that it can be mended or asked for again', async () => {
    const error = { message: 'Failed to generate JSON', code: 'json_validate_failed', failed_generation: '{"mood": "calm",' };
    server.say({ status: 400, body: { error } });
    const result = await chatModel('some-model', { preset: 'groq' }).generate(asking('Hi', { schema }));
    expect(result).toMatchObject({ text: '{"mood": "calm",', finishReason: 'other' });
  });
});

describe('an error response', () => {
  it.each([
    [401, { error: { message: `Incorrect API key provided: ${KEY}. Find yours at ...` } }, 'authentication'],
    [403, { error: { message: 'Country not supported' } }, 'authentication'],
    [404, { error: { message: 'The model `gpt-9` does not exist', code: 'model_not_found' } }, 'unknown-model'],
    // Mistral and OpenRouter answer 400 for it.
    [400, { object: 'error', message: 'Invalid model: x', type: 'invalid_model', code: '1500' }, 'unknown-model'],
    [400, { error: { message: 'gpt-9 is not a valid model ID', code: 400 } }, 'unknown-model'],
    [402, { error: { message: 'Insufficient credits', code: 402 } }, 'credit-exhausted'],
    [429, { error: { message: 'You exceeded your current quota', code: 'insufficient_quota' } }, 'credit-exhausted'],
    [429, { error: { message: 'Rate limit reached', code: 'rate_limit_exceeded' } }, 'rate-limit'],
    // Gemini speaks of quota and billing where it means requests per minute.
    [
      429,
      [{ error: { code: 429, message: 'You exceeded your current quota, please check your plan and billing details' } }],
      'rate-limit',
    ],
    [408, {}, 'transport'],
    [409, {}, 'transport'],
    [500, 'Internal Server Error', 'transport'],
    [502, '<html><title>502 Bad Gateway</title><body>…</body></html>', 'transport'],
    [529, {}, 'transport'],
    [
      400,
      { error: { message: "This model's maximum context length is 8192 tokens", code: 'context_length_exceeded' } },
      'rejected',
    ],
    [413, {}, 'rejected'],
    [308, {}, 'rejected'],
  ] as const)('of status %d saying %o is of kind %s', async (status, body, kind) => {
    server.say({ status, body, headers: { 'x-request-id': 'req_3' } });
    const failure = await failureOf(chatModel('gpt-4.1').generate(asking('Hi')));
    expect(failure).toMatchObject({ kind, status, requestId: 'req_3', provider: 'openai', modelId: 'gpt-4.1' });
    expect(failure.attempts).toMatchObject([{ status, requestId: 'req_3' }]);
  });

  it("keeps the provider's own words, from wherever they stand", async () => {
    const said = async (body: unknown): Promise<string | undefined> => {
      server.say({ status: 418, body });
      return (await failureOf(chatModel('gpt-4.1').generate(asking('Hi')))).providerMessage;
    };
    expect(await said({ error: { message: 'openai' } })).toBe('openai');
    expect(await said({ object: 'error', message: 'mistral' })).toBe('mistral');
    expect(await said([{ error: { message: 'gemini' } }])).toBe('gemini');
    expect(await said({ detail: 'fastapi' })).toBe('fastapi');
    expect(await said({ error: 'ollama' })).toBe('ollama');
    expect(await said({ error: { message: 'Provider returned error', metadata: { raw: 'upstream' } } })).toBe(
      'Provider returned error: upstream',
    );
    expect(await said('<html><title>a page</title></html>')).toBe('a page');
  });

  it.each([
    [{ 'retry-after': '2' }, {}, 2_000],
    [{ 'retry-after': 'Mon, 01 Jan 2024 00:00:30 GMT' }, {}, 30_000],
    [{ 'retry-after-ms': '1500', 'retry-after': '2' }, {}, 1_500],
    [
      { 'x-ratelimit-remaining-tokens': '0', 'x-ratelimit-reset-tokens': '1m30s', 'x-ratelimit-reset-requests': '1s' },
      {},
      90_000,
    ],
    [{}, { error: { message: 'slow', details: [{ retryDelay: '34s' }] } }, 34_000],
    [{}, {}, undefined],
  ])('of status 429 says how long to wait: %o %o', async (headers, body, retryAfterMs) => {
    server.say({ status: 429, headers, body });
    expect((await failureOf(chatModel('gpt-4.1').generate(asking('Hi')))).retryAfterMs).toBe(retryAfterMs);
  });

  it.each([
    [400, { error: { message: 'The response was filtered', code: 'content_filter' } }],
    [400, { error: { message: 'Content Exists Risk', type: 'invalid_request_error' } }],
    [403, { error: { code: 403, message: 'Input was flagged', metadata: { reasons: ['violence'], flagged_input: '…' } } }],
  ])('of the content filter, status %d, is a result', async (status, body) => {
    server.say({ status, body });
    expect(await chatModel('gpt-4.1').generate(asking('Hi'))).toMatchObject({ finishReason: 'content-filter', usage: NO_USAGE });
  });

  it('inside a 200 response counts as the error it is', async () => {
    server.say({ body: { error: { code: 429, message: 'upstream is busy' } } });
    expect(await failureOf(chatModel('gpt-4.1').generate(asking('Hi')))).toMatchObject({ kind: 'rate-limit', status: 429 });
    server.say({ body: chatCompletion({ choice: { finish_reason: 'error', error: { code: 502, message: 'cut' } } }) });
    expect(await failureOf(chatModel('gpt-4.1').generate(asking('Hi')))).toMatchObject({
      kind: 'transport',
      providerMessage: 'cut',
    });
  });
});

describe('a call without a response', () => {
  it('is a transport error that says what to look at when nothing listens there', async () => {
    const closed = await startCannedServer();
    await closed.close();
    const failure = await failureOf(
      chatModel('llama3', { preset: 'ollama', baseUrl: `${closed.url}/v1` }).generate(asking('Hi')),
    );
    expect(failure).toMatchObject({ kind: 'transport', status: undefined, cause: { code: 'ECONNREFUSED' } });
    expect(failure.message).toMatch(/is the server running\?/);
  });

  it.each([
    ['no word', { fate: 'drop' }],
    ['half a reply', { fate: 'drop', body: chatCompletion() }],
    ['a reply that is not JSON', { body: '{"id": "chatcmpl', headers: {} }],
    ['a page', { body: '<html>Welcome to the hotel</html>', headers: { 'content-type': 'text/html' } }],
  ] as const)('is a transport error after %s', async (_name, reply) => {
    server.say(reply);
    expect((await failureOf(chatModel('gpt-4.1').generate(asking('Hi')))).kind).toBe('transport');
  });

  it.each(['hang', 'hang-in-body'] as const)('times out, hangs up and says so: %s', async (fate) => {
    server.say({ fate, body: chatCompletion() });
    const clock = createFakeClock();
    const hangUps = server.hangUps;
    const call = failureOf(chatModel('gpt-4.1', { clock }).generate(asking('Hi', { timeoutMs: 5_000 })));
    await vi.waitFor(() => expect(server.requests).toHaveLength(1));
    await clock.advance(4_999);
    expect(server.hangUps).toBe(hangUps);
    await clock.advance(1);
    expect(await call).toMatchObject({ kind: 'time-out', attempts: [{ outcome: 'timed-out', latencyMs: 5_000 }] });
    await vi.waitFor(() => expect(server.hangUps).toBe(hangUps + 1));
  });

  it.each(['hang', 'hang-in-body'] as const)("ends at the caller's signal: %s", async (fate) => {
    server.say({ fate, body: chatCompletion() });
    const caller = new AbortController();
    const hangUps = server.hangUps;
    const call = failureOf(chatModel('gpt-4.1').generate(asking('Hi', { signal: caller.signal })));
    await vi.waitFor(() => expect(server.requests).toHaveLength(1));
    caller.abort(new Error('enough'));
    expect(await call).toMatchObject({ kind: 'aborted', cause: { message: 'enough' }, attempts: [{ outcome: 'aborted' }] });
    await vi.waitFor(() => expect(server.hangUps).toBe(hangUps + 1));
  });

  it('asks nothing when the signal has fired before', async () => {
    server.say({ body: chatCompletion() });
    const failure = await failureOf(chatModel('gpt-4.1').generate(asking('Hi', { signal: AbortSignal.abort() })));
    expect(failure.kind).toBe('aborted');
    expect(server.requests).toHaveLength(0);
  });

  it('leaves no timer and no listener behind', async () => {
    server.say({ body: chatCompletion() });
    const clock = createFakeClock();
    const { signal } = new AbortController();
    const removed = vi.spyOn(signal, 'removeEventListener');
    const added = vi.spyOn(signal, 'addEventListener');
    await chatModel('gpt-4.1', { clock }).generate(asking('Hi', { timeoutMs: 5_000, signal }));
    expect(clock.sleeping).toBe(0);
    expect(removed.mock.calls).toHaveLength(added.mock.calls.length);
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
    await chatModel('gpt-4.1', { onEvent, onRateLimitHeaders }).generate(asking('Hi'));
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
    expect(JSON.stringify(onEvent.mock.calls)).not.toContain(KEY);
  });

  it('never holds the key when a provider quotes it back', async () => {
    const secret = 'hunter2-hunter2';
    const echo = `Bad key ${KEY}, Authorization: Bearer ${KEY}, x-api-token ${secret}, and sk-proj-somebodyelse`;
    const onEvent = vi.fn<(event: ClientEvent) => void>();
    server.say({ status: 401, body: { error: { message: echo } } });
    const failure = await failureOf(
      chatModel('gpt-4.1', { onEvent, headers: { 'x-api-token': secret } }).generate(
        asking('Hi', { sampling: { temperature: 1 } }),
      ),
    );
    const everything = [
      failure.message,
      failure.stack,
      JSON.stringify(failure),
      String(failure.cause),
      JSON.stringify(onEvent.mock.calls),
    ];
    for (const text of everything) for (const key of [KEY, secret, 'somebodyelse']) expect(text).not.toContain(key);
    expect(failure.providerMessage).toContain('[key]');
  });
});

describe('a signal shared by many calls', () => {
  it('is no reason for a warning', async () => {
    server.say({ body: chatCompletion() });
    const warned = vi.spyOn(process, 'emitWarning');
    const { signal } = new AbortController();
    const model = chatModel('gpt-4.1');
    await Promise.all(Array.from({ length: 30 }, () => model.generate(asking('Hi', { signal }))));
    expect(warned).not.toHaveBeenCalled();
    warned.mockRestore();
  });
});
