import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { ClientEvent } from '../model-clients.js';
import { chatCompletion } from './testing/canned-bodies.js';
import { type CannedReply, type CannedRequest, type CannedServer, startCannedServer } from './testing/canned-server.js';
import { asking, chatModelAt, failureOf, TEST_KEY } from './testing/chat-model-at.js';

let server: CannedServer;
beforeAll(async () => {
  server = await startCannedServer();
});
afterAll(() => server.close());

const schema = z.object({ mood: z.string() });
const SAMPLING = { temperature: 0.7, topP: 0.9, seed: 7, reasoningEffort: 'low', maxOutputTokens: 500 } as const;
const everything = (text = 'Hi') => asking(text, { schema, sampling: SAMPLING });

const refusing =
  (isRefused: (body: Readonly<Record<string, unknown>>) => boolean, message = 'Bad Request', status = 400) =>
  ({ body }: CannedRequest): CannedReply =>
    isRefused(body) ? { status, body: { error: { message } } } : { body: chatCompletion() };
const modelAt = (onEvent?: (event: ClientEvent) => void) =>
  chatModelAt(server.url, 'some-model', { preset: 'vllm', ...(onEvent && { onEvent }) });

const FIELDS = {
  temperature: 'temperature',
  topP: 'top_p',
  seed: 'seed',
  reasoningEffort: 'reasoning_effort',
  maxOutputTokens: 'max_tokens',
};

describe('a refusal that explains nothing', () => {
  it.each(Object.entries(FIELDS))('is traced to %s, which alone is left out from then on', async (parameter, field) => {
    const onEvent = vi.fn<(event: ClientEvent) => void>();
    server.say(refusing((body) => field in body));
    const model = modelAt(onEvent);
    const result = await model.generate(everything());
    expect(result).toMatchObject({ droppedParameters: [parameter], structuredRung: 'json-schema' });
    expect(result.attempts.map(({ outcome }) => outcome)).toEqual([
      ...Array.from({ length: server.requests.length - 1 }, () => 'rejected'),
      'answered',
    ]);
    const asked = server.requests.length;
    expect(asked).toBeLessThanOrEqual(9);
    await model.generate(everything('Ho'));
    expect(server.requests).toHaveLength(asked + 1);
    const told = onEvent.mock.calls.flatMap(([event]) => (event.type === 'parameter-dropped' ? [event] : []));
    expect(told).toMatchObject([{ parameter, reason: expect.stringContaining('"Bad Request"') as string }]);
  });

  it.each([
    ['json_schema', 'json-object'],
    ['json_', 'prompt'],
  ])('is traced to a response format %s', async (type, rung) => {
    server.say(refusing((body) => JSON.stringify(body.response_format ?? '').includes(`"${type}`)));
    expect(await modelAt().generate(everything())).toMatchObject({ droppedParameters: [], structuredRung: rung });
  });

  it('is traced to the role of the instructions', async () => {
    server.say(refusing((body) => JSON.stringify(body.messages).includes('"system"')));
    const result = await modelAt().generate({
      ...asking('Hi', { sampling: { temperature: 1 } }),
      messages: [
        { role: 'system', parts: [{ kind: 'stable', text: 'Rules.' }] },
        { role: 'user', parts: [{ kind: 'tail', text: 'Hi' }] },
      ],
    });
    expect(result).toMatchObject({ droppedParameters: [], changedParameters: { systemRole: 'user' } });
    expect(server.requests.at(-1)?.body.messages).toEqual([{ role: 'user', content: 'Rules.\n\nHi' }]);
  });

  it('ends with the bare request, where several things are refused at once', async () => {
    server.say(refusing((body) => 'seed' in body || 'response_format' in body));
    expect(await modelAt().generate(everything())).toMatchObject({ structuredRung: 'prompt' });
  });

  it('is passed on as it came where nothing helps, and is not searched again', async () => {
    server.say(refusing(() => true));
    const model = modelAt();
    const failure = await failureOf(model.generate(everything()));
    expect(failure).toMatchObject({ kind: 'rejected', providerMessage: 'Bad Request', status: 400 });
    expect(failure.attempts).toHaveLength(server.requests.length);
    expect(server.requests.length).toBeLessThanOrEqual(9);
    const asked = server.requests.length;
    const again = await failureOf(model.generate(everything('Ho')));
    expect(server.requests).toHaveLength(asked + 1);
    expect(again.attempts).toHaveLength(1);
    expect(server.requests.at(-1)?.body).toMatchObject({ temperature: 0.7, seed: 7, response_format: { type: 'json_schema' } });
  });

  it('is searched three times at most, whatever words it comes in', async () => {
    let number = 0;
    const words = ['alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta'];
    const model = modelAt();
    const costs: number[] = [];
    for (const word of words) {
      server.say(refusing(() => true, `no: ${word}`));
      await failureOf(model.generate(everything(String((number += 1)))));
      costs.push(server.requests.length);
    }
    expect(costs.slice(3)).toEqual([1, 1, 1]);
  });
});

describe('a server without a JSON mode', () => {
  it('is not asked for one, and is sent schemas all the same', async () => {
    server.say(
      refusing(
        (body) => JSON.stringify(body.response_format ?? '').includes('json_object'),
        "'response_format.type' must be 'json_schema' or 'text'",
      ),
    );
    const model = modelAt();
    const inWords = asking('Hi', { schema, shape: 'in-words' });
    expect(await model.generate(inWords)).toMatchObject({ structuredRung: 'prompt' });
    expect(await model.generate(asking('Hi', { schema }))).toMatchObject({ structuredRung: 'json-schema' });
    await model.generate(inWords);
    expect(server.requests.map(({ body }) => (body.response_format as { type?: string } | undefined)?.type)).toEqual([
      'json_object',
      undefined,
      'json_schema',
      undefined,
    ]);
  });
});

describe('a hundred first calls at once', () => {
  it.each([
    ['in words', "Unsupported parameter: 'temperature'"],
    ['without a word', 'Bad Request'],
  ])('search once, when they are refused %s', async (_name, message) => {
    const onEvent = vi.fn<(event: ClientEvent) => void>();
    server.say(refusing((body) => 'temperature' in body, message));
    const model = modelAt(onEvent);
    const results = await Promise.all(Array.from({ length: 100 }, (_, index) => model.generate(everything(String(index)))));
    for (const result of results) expect(result.droppedParameters).toEqual(['temperature']);
    // Each once as it was, once as it is taken, and a handful for the search.
    expect(server.requests.length).toBeLessThanOrEqual(209);
    expect(onEvent.mock.calls.filter(([{ type }]) => type === 'parameter-dropped')).toHaveLength(1);
  });

  it('search once, when nothing helps', async () => {
    server.say(refusing(() => true));
    const model = modelAt();
    const failures = await Promise.all(Array.from({ length: 100 }, (_, i) => failureOf(model.generate(everything(String(i))))));
    expect(new Set(failures.map(({ kind }) => kind))).toEqual(new Set(['rejected']));
    expect(server.requests.length).toBeLessThanOrEqual(109);
  });

  it('wait no longer than they are wanted', async () => {
    let refused = 0;
    server.say(({ body }) => {
      if (!('temperature' in body)) return { fate: 'hang' };
      refused += 1;
      return { status: 400, body: { error: { message: "Unsupported parameter: 'temperature'" } } };
    });
    const model = modelAt();
    const caller = new AbortController();
    const calls = ['a', 'b', 'c'].map((text) => failureOf(model.generate({ ...everything(text), signal: caller.signal })));
    await vi.waitFor(() => expect(refused).toBe(3), 30_000);
    await vi.waitFor(() => expect(server.requests).toHaveLength(4), 30_000);
    caller.abort();
    for (const failure of await Promise.all(calls)) expect(failure.kind).toBe('aborted');
  });
});

describe('a refusal that has nothing to do with settings', () => {
  it.each([
    [400, { error: { message: "This model's maximum context length is 8192 tokens.", code: 'context_length_exceeded' } }],
    [400, { error: { message: 'prompt is too long: 210000 tokens > 200000 maximum' } }],
    [400, { error: { message: 'API key not valid. Please pass a valid API key.', status: 'INVALID_ARGUMENT' } }],
    [400, { error: { message: 'Your credit balance is too low to access the Anthropic API' } }],
    [400, { error: { message: 'The model `thinking-9` does not exist' } }],
    [404, { error: { message: 'Not Found' } }],
    [
      400,
      {
        error: {
          message: 'Invalid prompt: your prompt was flagged as potentially violating our usage policy.',
          code: 'invalid_prompt',
        },
      },
    ],
    [401, { error: { message: 'temperature' } }],
    [403, { error: { message: 'response_format' } }],
    [413, { error: { message: 'max_tokens' } }],
    [429, { error: { message: 'Rate limit reached for reasoning tokens' } }],
    [503, { error: { message: 'The model is overloaded; schema cache unavailable' } }],
  ])('costs one request: %d %o', async (status, body) => {
    server.say({ status, body });
    await modelAt()
      .generate(everything())
      .catch(() => undefined);
    expect(server.requests).toHaveLength(1);
  });
});

describe('a fault of the server', () => {
  it('that the same call meets twice with a schema is answered on the next rung', async () => {
    server.say(
      refusing((body) => JSON.stringify(body.response_format ?? '').includes('json_schema'), 'Internal Server Error', 500),
    );
    const model = modelAt();
    const request = everything();
    expect((await failureOf(model.generate(request))).kind).toBe('transport');
    expect(await model.generate(request)).toMatchObject({ structuredRung: 'json-object', droppedParameters: [] });
    expect(await model.generate(everything('Ho'))).toMatchObject({ structuredRung: 'json-object' });
    expect(server.requests).toHaveLength(4);
  });

  it('that has nothing to do with the schema leaves the rung as it is', async () => {
    server.say(refusing(() => true, 'Internal Server Error', 500));
    const model = modelAt();
    const request = everything();
    for (let attempt = 0; attempt < 4; attempt += 1) expect((await failureOf(model.generate(request))).kind).toBe('transport');
    expect(server.requests.length).toBeLessThanOrEqual(6);
    server.say({ body: chatCompletion() });
    expect(await model.generate(everything('Ho'))).toMatchObject({ structuredRung: 'json-schema' });
  });

  it('that names the schema is answered on the next rung at once', async () => {
    server.say(
      refusing(
        (body) => JSON.stringify(body.response_format ?? '').includes('json_schema'),
        'JSON schema conversion failed',
        500,
      ),
    );
    expect(await modelAt().generate(everything())).toMatchObject({ structuredRung: 'json-object' });
    expect(server.requests).toHaveLength(2);
  });
});

describe('any service that refuses some settings, in any words', () => {
  const WORDS = [
    (field: string) => `Unsupported parameter: '${field}'`,
    (field: string) => `property '${field}' is unsupported`,
    (field: string) => `[{'loc': ('body', '${field}'), 'msg': 'Extra inputs are not permitted'}]`,
    (field: string) => `This model does not take ${field.replace(/_(\w)/g, (_all, letter: string) => letter.toUpperCase())}.`,
    (field: string) => `${field.replaceAll('_', ' ')} cannot be set`,
  ];
  it('is asked without them in the end, and with all others', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.constantFrom('temperature', 'top_p', 'seed', 'reasoning_effort')),
        fc.constantFrom(...WORDS),
        fc.boolean(),
        async (refused, say, refusesSchemas) => {
          server.say(({ body }) => {
            const field = refused.find((name) => name in body);
            if (field !== undefined) return { status: 400, body: { error: { message: say(field) } } };
            if (refusesSchemas && JSON.stringify(body.response_format ?? '').includes('json_schema'))
              return { status: 400, body: { error: { message: 'this server knows no grammar of that kind' } } };
            return { body: chatCompletion() };
          });
          const result = await modelAt().generate(everything());
          const left = Object.values(FIELDS).filter((field) => field in (server.requests.at(-1)?.body ?? {}));
          expect(left).toEqual(Object.values(FIELDS).filter((field) => !refused.includes(field as never)));
          expect(result.structuredRung).toBe(refusesSchemas ? 'json-object' : 'json-schema');
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('what is told of a refusal', () => {
  it('never holds the key, even where the service quotes it', async () => {
    const events: ClientEvent[] = [];
    for (const [field, words] of [
      ['temperature', `Bearer ${TEST_KEY}: temperature must be less than or equal to 0.5`],
      ['seed', `Unsupported parameter: 'seed' (key ${TEST_KEY})`],
      ['seed', `No, ${TEST_KEY}`],
    ] as const) {
      server.say(refusing((body) => (field === 'seed' ? 'seed' in body : Number(body.temperature) > 0.5), words));
      const model = modelAt((event) => events.push(event));
      for (const text of ['a', 'b']) await model.generate(everything(text));
    }
    const told = events.filter(({ type }) => type === 'parameter-dropped' || type === 'parameter-changed');
    expect(told).toHaveLength(3);
    expect(JSON.stringify(told)).not.toContain(TEST_KEY);
  });
});
