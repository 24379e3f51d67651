import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { GenerateRequest, LanguageModel, Sampling } from '../language-model.js';
import { createFakeClock } from '../testing/fake-clock.js';
import { createAnthropicModel } from './anthropic.js';
import { capabilitiesOf } from './capabilities.js';
import type { ProviderModelOptions } from './provider-model-options.js';
import { anthropicMessage } from './testing/canned-bodies.js';
import { type CannedServer, startCannedServer } from './testing/canned-server.js';
import { failureOf } from './testing/chat-model-at.js';

const KEY = 'sk-ant-test-4fTq9mVxZr';
let server: CannedServer;
beforeAll(async () => {
  server = await startCannedServer();
});
afterAll(() => server.close());

function anthropicModel(modelId: string, options: Partial<ProviderModelOptions> = {}): LanguageModel {
  return createAnthropicModel({
    provider: 'anthropic',
    modelId,
    baseUrl: server.url,
    apiKey: KEY,
    capabilities: capabilitiesOf('anthropic', modelId),
    clock: createFakeClock(),
    ...options,
  });
}

const REQUEST: GenerateRequest = {
  messages: [
    { role: 'system', parts: [{ kind: 'stable', text: 'Rules.' }] },
    {
      role: 'user',
      parts: [
        { kind: 'stable', text: 'Persona.' },
        { kind: 'history', text: 'First.' },
        { kind: 'history', text: 'Then.' },
        { kind: 'tail', text: 'Now?' },
        { kind: 'tail', text: '' },
      ],
    },
  ],
};
const breakpoint = { cache_control: { type: 'ephemeral' } };

async function bodyFor(modelId: string, sampling: Sampling): Promise<Readonly<Record<string, unknown>>> {
  server.say({ body: anthropicMessage() });
  const { droppedParameters } = await anthropicModel(modelId).generate({ ...REQUEST, sampling });
  const { messages: _messages, system: _system, model: _model, ...settings } = server.requests[0]?.body ?? {};
  return { ...settings, droppedParameters };
}

describe('an Anthropic model', () => {
  it('gets system text apart, and breakpoints after the last stable and the last history part', async () => {
    server.say({ body: anthropicMessage() });
    await anthropicModel('claude-sonnet-5-5').generate(REQUEST);
    const request = server.requests[0];
    expect(request?.path).toBe('/v1/messages');
    expect(request?.headers.authorization).toBe(`Bearer ${KEY}`);
    expect(request?.body).toEqual({
      model: 'claude-sonnet-5-5',
      max_tokens: 16_000,
      system: [{ type: 'text', text: 'Rules.' }],
      messages: [
        {
          role: 'user',
          content: [
            { type: 'text', text: 'Persona.', ...breakpoint },
            { type: 'text', text: 'First.\n\nThen.', ...breakpoint },
            { type: 'text', text: 'Now?' },
          ],
        },
      ],
    });
  });

  it('sets a breakpoint at the end of the system text when nothing stable follows it', async () => {
    server.say({ body: anthropicMessage() });
    await anthropicModel('claude-sonnet-5-5').generate({
      messages: [
        { role: 'system', parts: [{ kind: 'stable', text: 'Rules.' }] },
        { role: 'assistant', parts: [{ kind: 'history', text: 'Hm.' }] },
        { role: 'system', parts: [{ kind: 'tail', text: 'Be brief.' }] },
        { role: 'user', parts: [{ kind: 'tail', text: 'Now?' }] },
      ],
    });
    expect(server.requests[0]?.body).toMatchObject({
      system: [{ text: 'Rules.', ...breakpoint }, { text: 'Be brief.' }],
      // The wire wants the user to speak first.
      messages: [
        { role: 'user', content: [{ text: '(The conversation begins.)' }] },
        { role: 'assistant', content: [{ text: 'Hm.', ...breakpoint }] },
        { role: 'user', content: [{ text: 'Now?' }] },
      ],
    });
  });

  it('reports input tokens with those of the cache, which the wire counts apart', async () => {
    const content = [
      { type: 'thinking', thinking: 'A greeting.', signature: 'x' },
      { type: 'text', text: 'Hel', citations: null },
      { type: 'text', text: 'lo.', citations: null },
    ];
    server.say({ body: anthropicMessage({ content }), headers: { 'request-id': 'req_7' } });
    expect(await anthropicModel('claude-sonnet-5-5').generate(REQUEST)).toEqual({
      text: 'Hello.',
      reasoning: 'A greeting.',
      finishReason: 'stop',
      usage: { inputTokens: 1_350, outputTokens: 20, cacheReadTokens: 1_000, cacheWriteTokens: 300, reasoningTokens: 0 },
      latencyMs: 0,
      attempts: [{ outcome: 'answered', latencyMs: 0, status: 200, requestId: 'req_7' }],
      requestId: 'req_7',
      servedModel: 'claude-sonnet-5-5',
      droppedParameters: [],
    });
  });

  it.each([
    [{ stop_reason: 'max_tokens' }, 'length'],
    [{ stop_reason: 'model_context_window_exceeded' }, 'length'],
    [{ stop_reason: 'stop_sequence' }, 'stop'],
    [{ stop_reason: 'refusal', content: [], stop_details: { explanation: 'No.' } }, 'refusal'],
    [{ stop_reason: 'refusal', content: null }, 'refusal'],
    [{ stop_reason: 'guardrail_intervened', content: [] }, 'content-filter'],
    [{ stop_reason: 'pause_turn' }, 'other'],
  ])('reports %o as a result', async (changes, finishReason) => {
    server.say({ body: anthropicMessage(changes) });
    expect((await anthropicModel('claude-sonnet-5-5').generate(REQUEST)).finishReason).toBe(finishReason);
  });

  it('leaves sampling out where the model no longer takes it, and one of two where it takes either', async () => {
    const sampling: Sampling = { temperature: 0.7, topP: 0.9 };
    expect(await bodyFor('claude-sonnet-5-5', sampling)).toEqual({
      max_tokens: 16_000,
      droppedParameters: ['temperature', 'topP'],
    });
    expect(await bodyFor('claude-opus-4-7', sampling)).toEqual({
      max_tokens: 16_000,
      droppedParameters: ['temperature', 'topP'],
    });
    expect(await bodyFor('claude-sonnet-4-6', sampling)).toEqual({
      max_tokens: 16_000,
      temperature: 0.7,
      droppedParameters: ['topP'],
    });
    expect(await bodyFor('claude-sonnet-4-6', { topP: 0.9 })).toMatchObject({ top_p: 0.9 });
    // https://platform.claude.com/docs/en/build-with-claude/extended-thinking: no temperature while it thinks
    expect(await bodyFor('claude-sonnet-4-6', { temperature: 0.7, reasoningEffort: 'low' })).not.toHaveProperty('temperature');
  });

  it('asks for reasoning in the way of the model', async () => {
    expect(await bodyFor('claude-opus-5', { reasoningEffort: 'medium' })).toMatchObject({
      thinking: { type: 'adaptive' },
      output_config: { effort: 'medium' },
      droppedParameters: [],
    });
    expect(await bodyFor('claude-opus-5', { reasoningEffort: 'none' })).toMatchObject({ thinking: { type: 'disabled' } });
    expect(await bodyFor('claude-sonnet-4-6', { reasoningEffort: 'none' })).not.toHaveProperty('thinking');
    expect(await bodyFor('claude-mythos-5', { reasoningEffort: 'none' })).toMatchObject({
      output_config: { effort: 'low' },
      droppedParameters: [],
    });
    expect(await bodyFor('claude-haiku-4-5', { reasoningEffort: 'medium', maxOutputTokens: 6_000 })).toMatchObject({
      max_tokens: 6_000,
      thinking: { type: 'enabled', budget_tokens: 3_000 },
    });
    expect(await bodyFor('claude-haiku-4-5', { reasoningEffort: 'low', maxOutputTokens: 900, temperature: 0.5 })).toEqual({
      max_tokens: 900,
      temperature: 0.5,
      droppedParameters: ['reasoningEffort'],
    });
  });

  it('takes a schema natively, closed and without bounds, and on older models in the prompt', async () => {
    const schema = z.object({ score: z.number().min(0).max(10), why: z.string().min(1), note: z.string().optional() });
    server.say({ body: anthropicMessage() });
    const native = await anthropicModel('claude-sonnet-5-5').generate({ ...REQUEST, schema });
    expect(native.structuredRung).toBe('json-schema');
    expect(server.requests[0]?.body.output_config).toMatchObject({
      format: {
        type: 'json_schema',
        schema: {
          type: 'object',
          additionalProperties: false,
          required: ['score', 'why'],
          properties: { score: { type: 'number' } },
        },
      },
    });
    expect(JSON.stringify(server.requests[0]?.body.output_config)).not.toMatch(/"(minimum|maximum|minLength)":/);

    const older = await anthropicModel('claude-3-5-haiku-latest').generate({ ...REQUEST, schema });
    expect(older.structuredRung).toBe('prompt');
    expect(server.requests[1]?.body).not.toHaveProperty('output_config');
    expect(JSON.stringify(server.requests[1]?.body.messages)).toContain('Now?\\n\\nReply with one JSON value');

    expect(
      await anthropicModel('claude-sonnet-5-5').generate({ ...REQUEST, schema: z.record(z.string(), z.number()) }),
    ).toMatchObject({
      structuredRung: 'prompt',
    });
  });

  it('sends the seed as a header to this machine, and reports it as dropped elsewhere', async () => {
    expect(await bodyFor('claude-sonnet-5-5', { seed: 42 })).toEqual({ max_tokens: 16_000, droppedParameters: [] });
    expect(server.requests[0]?.headers['x-entente-seed']).toBe('42');

    const far = vi.fn<typeof fetch>(() => Promise.resolve(Response.json(anthropicMessage())));
    const result = await anthropicModel('claude-sonnet-5-5', { baseUrl: 'https://far.example', fetch: far }).generate({
      ...REQUEST,
      sampling: { seed: 42 },
    });
    expect(result.droppedParameters).toEqual(['seed']);
    expect([...new Headers(far.mock.calls[0]?.[1]?.headers).keys()]).not.toContain('x-entente-seed');
  });

  it('takes a base URL with or without its version', async () => {
    server.say({ body: anthropicMessage() });
    await anthropicModel('claude-sonnet-5-5', { baseUrl: `${server.url}/v1/` }).generate(REQUEST);
    expect(server.requests[0]?.path).toBe('/v1/messages');
  });

  it('takes more tokens than the SDK would send without streaming, and warns of no model', async () => {
    const warn = vi.spyOn(console, 'warn');
    expect(await bodyFor('claude-sonnet-4-5', { maxOutputTokens: 64_000 })).toMatchObject({ max_tokens: 64_000 });
    expect(warn).not.toHaveBeenCalled();
    warn.mockRestore();
  });

  it.each([
    [401, { type: 'error', error: { type: 'authentication_error', message: 'invalid x-api-key' } }, 'authentication'],
    [404, { type: 'error', error: { type: 'not_found_error', message: 'model: claude-9' } }, 'unknown-model'],
    [
      400,
      { type: 'error', error: { type: 'invalid_request_error', message: 'Your credit balance is too low' } },
      'credit-exhausted',
    ],
    [402, { type: 'error', error: { type: 'billing_error', message: 'Pay.' } }, 'credit-exhausted'],
    [429, { type: 'error', error: { type: 'rate_limit_error', message: 'Slow down' } }, 'rate-limit'],
    [529, { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } }, 'transport'],
    [400, { type: 'error', error: { type: 'invalid_request_error', message: 'prompt is too long: 210000 tokens' } }, 'rejected'],
  ] as const)('maps status %d saying %o to the kind %s', async (status, body, kind) => {
    server.say({ status, body, headers: { 'request-id': 'req_8' } });
    const failure = await failureOf(anthropicModel('claude-sonnet-5-5').generate(REQUEST));
    expect(failure).toMatchObject({ kind, status, requestId: 'req_8', providerMessage: body.error.message });
  });

  it('reads its own family of rate-limit headers, whose resets are points in time', async () => {
    const onRateLimitHeaders = vi.fn();
    const headers = {
      date: 'Mon, 01 Jan 2024 00:00:00 GMT',
      'anthropic-ratelimit-requests-limit': '50',
      'anthropic-ratelimit-requests-remaining': '0',
      'anthropic-ratelimit-requests-reset': '2024-01-01T00:00:12Z',
      'anthropic-ratelimit-tokens-limit': '80000',
      'anthropic-ratelimit-tokens-remaining': '79000',
      'anthropic-ratelimit-tokens-reset': '2024-01-01T00:00:01Z',
    };
    server.say({ status: 429, body: { error: { message: 'Slow down' } }, headers });
    const failure = await failureOf(anthropicModel('claude-sonnet-5-5', { onRateLimitHeaders }).generate(REQUEST));
    expect(failure.retryAfterMs).toBe(12_000);
    expect(onRateLimitHeaders).toHaveBeenCalledExactlyOnceWith({
      limitRequests: 50,
      remainingRequests: 0,
      resetRequestsMs: 12_000,
      limitTokens: 80_000,
      remainingTokens: 79_000,
      resetTokensMs: 1_000,
    });
  });

  it('learns that structured output is not taken, and asks in the prompt from then on', async () => {
    const message = 'output_config.format: structured outputs are not supported by this model';
    server.say(
      { status: 400, body: { type: 'error', error: { type: 'invalid_request_error', message } } },
      { body: anthropicMessage() },
    );
    const model = anthropicModel('claude-sonnet-5-5');
    const schema = z.object({ a: z.string() });
    expect((await model.generate({ ...REQUEST, schema })).structuredRung).toBe('prompt');
    expect((await model.generate({ ...REQUEST, schema })).attempts).toHaveLength(1);
  });
});
