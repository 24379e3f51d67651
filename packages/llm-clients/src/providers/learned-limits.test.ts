import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { Sampling } from '../language-model.js';
import type { ClientEvent } from '../model-clients.js';
import { chatCompletion } from './testing/canned-bodies.js';
import { type CannedServer, startCannedServer } from './testing/canned-server.js';
import { asking, chatModelAt, failureOf } from './testing/chat-model-at.js';

let server: CannedServer;
beforeAll(async () => {
  server = await startCannedServer();
});
afterAll(() => server.close());

const ALL_SAMPLING: Sampling = { temperature: 0.7, topP: 0.9, seed: 7, reasoningEffort: 'low', maxOutputTokens: 500 };

describe('a parameter the model does not take', () => {
  it('is left out by name, listed in every result, and reported once', async () => {
    server.say({ body: chatCompletion() });
    const onEvent = vi.fn<(event: ClientEvent) => void>();
    const model = chatModelAt(server.url, 'o4-mini', { onEvent });
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
    const model = chatModelAt(server.url, 'gpt-4.1', { onEvent });
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
    const result = await chatModelAt(server.url, 'some-model', { preset: 'vllm' }).generate(
      asking('Hi', { sampling: { seed: 7 } }),
    );
    expect(result.droppedParameters).toEqual(['seed']);
  });

  it.each([
    "Invalid 'temperature': decimal above maximum value. Expected a value <= 2.",
    'temperature 3 is too high: values between 0 and 2 are supported',
    'temperature: 3 is not supported, must be less than or equal to 2',
  ])('is kept, at the nearest value that is taken, where its value is at fault: %s', async (message) => {
    const onEvent = vi.fn<(event: ClientEvent) => void>();
    server.say({ status: 400, body: { error: { message, param: 'temperature' } } }, { body: chatCompletion() });
    const model = chatModelAt(server.url, 'gpt-4.1', { onEvent });
    const result = await model.generate(asking('Hi', { sampling: { temperature: 3 } }));
    expect(result).toMatchObject({ droppedParameters: [], changedParameters: { temperature: 2 } });
    expect(server.requests.map(({ body }) => body.temperature)).toEqual([3, 2]);
    const again = await model.generate(asking('Ho', { sampling: { temperature: 1.2 } }));
    expect(again).not.toHaveProperty('changedParameters');
    await model.generate(asking('Ho', { sampling: { temperature: 2.5 } }));
    expect(server.requests.map(({ body }) => body.temperature)).toEqual([3, 2, 1.2, 2]);
    const told = onEvent.mock.calls.map(([event]) => event).filter(({ type }) => type === 'parameter-changed');
    expect(told).toEqual([
      { type: 'parameter-changed', model: 'openai:gpt-4.1', parameter: 'temperature', value: 2, reason: message },
    ]);
  });

  it('is not suspected where the request does not hold it', async () => {
    server.say({
      status: 400,
      body: { error: { message: "Unsupported parameter: 'temperature'", code: 'unsupported_parameter' } },
    });
    const failure = await failureOf(chatModelAt(server.url, 'gpt-4.1').generate(asking('Hi', { sampling: { seed: 1 } })));
    expect(failure.kind).toBe('rejected');
    expect(server.requests).toHaveLength(1);
  });

  it('moves the token limit to the field that the model wants, without loss', async () => {
    const message = "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.";
    server.say(
      { status: 400, body: { error: { message, param: 'max_tokens', code: 'unsupported_parameter' } } },
      { body: chatCompletion() },
    );
    const result = await chatModelAt(server.url, 'some-model', { preset: 'together' }).generate(
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
    const failure = await failureOf(chatModelAt(server.url, 'gpt-4.1').generate(request));
    expect(failure.kind).toBe('rejected');
    expect(failure.attempts.length).toBeLessThan(10);
  });
});

describe('a reply with a shape', () => {
  const schema = z.object({ mood: z.string(), score: z.int().min(0).max(10), note: z.string().optional() });

  it('is asked for as a strict schema where the model takes one', async () => {
    server.say({ body: chatCompletion() });
    const result = await chatModelAt(server.url, 'gpt-4.1').generate(
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
    const model = chatModelAt(server.url, 'some-model', { preset: 'groq', onEvent });
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
    const model = chatModelAt(server.url, 'gpt-4.1');
    await model.generate(asking('Hi', { schema: z.object({ byName: z.record(z.string(), z.number()) }) }));
    expect(server.requests[0]?.body.response_format).toMatchObject({ json_schema: { name: 'reply', strict: false } });

    const either = z.discriminatedUnion('is', [z.object({ is: z.literal('a') }), z.object({ is: z.literal('b') })]);
    expect((await model.generate(asking('Hi', { schema: either }))).structuredRung).toBe('json-object');
    expect((await model.generate(asking('Hi', { schema: z.array(z.string()) }))).structuredRung).toBe('prompt');
  });

  it('gives up strictness for one schema alone when the provider finds fault with it', async () => {
    const message = "Invalid schema for response_format 'reply': In context=('properties', 'score'), 'minimum' is not permitted.";
    server.say({ status: 400, body: { error: { message, param: 'response_format' } } }, { body: chatCompletion() });
    const model = chatModelAt(server.url, 'gpt-4.1');
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
    const result = await chatModelAt(server.url, 'some-model', { preset: 'groq' }).generate(asking('Hi', { schema }));
    expect(result).toMatchObject({ text: '{"mood": "calm",', finishReason: 'other' });
  });
});

describe('a complaint about a shape, in the words of many servers', () => {
  const schema = z.object({ a: z.string() });
  it.each([
    // Groq, DeepSeek, LM Studio, Gemini, vLLM, llama.cpp, Anthropic
    ['This model does not support response format `json_schema`. See supported models', 'json-object'],
    ['This response_format type is unavailable now', 'json-object'],
    ['Invalid JSON payload received. Unknown name "responseSchema" at \'generation_config\'', 'json-object'],
    ['The provided JSON schema contains features not supported by xgrammar.', 'json-object'],
    ['JSON schema conversion failed: unsupported type', 'json-object'],
    ['output_config.format: structured outputs are not supported by this model', 'json-object'],
  ] as const)('lowers the rung: %s', async (message, rung) => {
    const complaint = { status: 400, body: { error: { message } } };
    // The second time round the schema is no longer strict, where it was that.
    server.say(complaint, ({ body }) => (JSON.stringify(body).includes('json_schema') ? complaint : { body: chatCompletion() }));
    const result = await chatModelAt(server.url, 'some-model', { preset: 'vllm' }).generate(asking('Hi', { schema }));
    expect(result.structuredRung).toBe(rung);
  });

  it('leaves it where the prompt is too long', async () => {
    server.say({ status: 400, body: { error: { message: 'The prompt is too long for this schema of yours' } } });
    await failureOf(chatModelAt(server.url, 'some-model', { preset: 'vllm' }).generate(asking('Hi', { schema })));
    expect(server.requests).toHaveLength(1);
  });
});
