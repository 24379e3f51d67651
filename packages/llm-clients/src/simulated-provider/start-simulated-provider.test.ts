import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createFakeClock } from '../testing/fake-clock.js';
import type { LoggedRequest } from './request-log.js';
import type { SimulatedProviderOptions } from './simulated-provider-options.js';
import { type SimulatedProvider, startSimulatedProvider } from './start-simulated-provider.js';

async function start(options: SimulatedProviderOptions = {}): Promise<SimulatedProvider> {
  const provider = await startSimulatedProvider(options);
  onTestFinished(() => provider.close());
  return provider;
}

/** The fields of all replies together that a test reads by name. */
interface Body {
  readonly usage: {
    readonly total_tokens: number;
    readonly completion_tokens: number;
    readonly prompt_tokens_details: { readonly cached_tokens: number };
  };
  readonly data: readonly { readonly embedding: readonly number[] | string }[];
  readonly error: { readonly message: string; readonly code: string; readonly type: string };
  readonly choices: readonly { readonly message: { readonly refusal: string | null } }[];
}

interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

async function post(
  url: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
  signal?: AbortSignal,
): Promise<Reply> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer key', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
    ...(signal && { signal }),
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Body };
}

const chatBody = (content: string, more: object = {}): object => ({
  model: 'gpt-x',
  messages: [{ role: 'user', content }],
  ...more,
});
const chat = (provider: SimulatedProvider, content: string, more: object = {}): Promise<Reply> =>
  post(`${provider.openAiUrl}/chat/completions`, chatBody(content, more));
const VERSION = { 'anthropic-version': '2023-06-01' };
const messages = (provider: SimulatedProvider, body: object): Promise<Reply> =>
  post(`${provider.url}/v1/messages`, { model: 'claude-x', max_tokens: 100, ...body }, VERSION);

test('a chat completion looks as OpenAI sends it', async () => {
  const provider = await start();
  const { status, headers, body } = await chat(provider, 'Hello there');
  expect(status).toBe(200);
  expect(headers.get('x-request-id')).toMatch(/^req_/);
  expect(body).toMatchObject({
    object: 'chat.completion',
    model: 'gpt-x',
    choices: [{ index: 0, message: { role: 'assistant', refusal: null }, finish_reason: 'stop' }],
    usage: { prompt_tokens: 4, prompt_tokens_details: { cached_tokens: 0 } },
  });
  expect(body.usage.total_tokens).toBe(4 + body.usage.completion_tokens);
});

test('a response looks as OpenAI sends it', async () => {
  const provider = await start();
  const { body } = await post(`${provider.openAiUrl}/responses`, { model: 'gpt-x', instructions: 'Be kind.', input: 'Hello' });
  expect(body).toMatchObject({
    object: 'response',
    status: 'completed',
    output: [{ type: 'message', content: [{ type: 'output_text' }] }],
  });
  const cut = await post(`${provider.openAiUrl}/responses`, {
    model: 'gpt-x',
    input: [{ role: 'user', content: 'Hello' }],
    max_output_tokens: 3,
  });
  expect(cut.body).toMatchObject({ status: 'incomplete', incomplete_details: { reason: 'max_output_tokens' } });
});

test('a message looks as Anthropic sends it', async () => {
  const provider = await start();
  const { status, headers, body } = await messages(provider, {
    system: 'Be kind.',
    messages: [{ role: 'user', content: 'Hello' }],
  });
  expect(status).toBe(200);
  expect(headers.get('request-id')).toMatch(/^req_/);
  expect(body).toMatchObject({
    type: 'message',
    role: 'assistant',
    content: [{ type: 'text' }],
    stop_reason: 'end_turn',
    usage: { cache_creation_input_tokens: 0, cache_read_input_tokens: 0 },
  });
});

test('embeddings come as base64 or as numbers, in the order of the texts, and as short as asked', async () => {
  const provider = await start();
  const embed = async (more: object): Promise<Reply> =>
    post(`${provider.openAiUrl}/embeddings`, { model: 'embed-x', input: ['one', 'two'], ...more });
  const numbers = (await embed({})).body.data.map((item) => item.embedding);
  const encoded = (await embed({ encoding_format: 'base64' })).body.data.map((item) => {
    const bytes = Buffer.from(item.embedding as string, 'base64');
    return Array.from(new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4));
  });
  expect(encoded).toEqual(numbers);
  expect(numbers[0]).toHaveLength(256);
  const short = (await embed({ dimensions: 16 })).body.data[0]?.embedding as readonly number[];
  expect(short).toHaveLength(16);
  expect(Math.hypot(...short)).toBeCloseTo(1, 5);
});

test.each<[string, string, unknown, Readonly<Record<string, string>>, number, RegExp]>([
  ['no key', '/v1/chat/completions', chatBody('x'), { authorization: '' }, 401, /API key/],
  ['broken JSON', '/v1/chat/completions', '{"model":', {}, 400, /parse the JSON body/],
  ['no messages', '/v1/chat/completions', { model: 'x' }, {}, 400, /messages/],
  [
    'an image',
    '/v1/chat/completions',
    { model: 'x', messages: [{ role: 'user', content: [{ type: 'image_url' }] }] },
    {},
    400,
    /text blocks/,
  ],
  [
    'JSON mode without the word',
    '/v1/chat/completions',
    chatBody('x', { response_format: { type: 'json_object' } }),
    {},
    400,
    /must contain the word 'json'/,
  ],
  [
    'a strict schema with an optional property',
    '/v1/chat/completions',
    chatBody('x', {
      response_format: {
        type: 'json_schema',
        json_schema: {
          name: 'r',
          strict: true,
          schema: { type: 'object', properties: { a: { type: 'string' } }, required: [], additionalProperties: false },
        },
      },
    }),
    {},
    400,
    /Invalid schema for response_format 'r': .*Missing 'a'/,
  ],
  ['an unknown address', '/v1/completions', {}, {}, 404, /Invalid URL/],
  ['no version', '/v1/messages', { model: 'x', max_tokens: 5, messages: [] }, {}, 400, /anthropic-version/],
  [
    'no limit',
    '/v1/messages',
    { model: 'x', messages: [{ role: 'user', content: 'x' }] },
    VERSION,
    400,
    /max_tokens: Field required/,
  ],
  [
    'too many breakpoints',
    '/v1/messages',
    {
      model: 'x',
      max_tokens: 5,
      messages: [
        {
          role: 'user',
          content: Array.from({ length: 5 }, () => ({ type: 'text', text: 'x', cache_control: { type: 'ephemeral' } })),
        },
      ],
    },
    VERSION,
    400,
    /maximum of 4 blocks with cache_control may be provided. Found 5/,
  ],
])('%s is refused as the vendor does', async (_, path, body, headers, status, message) => {
  const provider = await start();
  const reply = await post(`${provider.url}${path}`, body, headers);
  expect(reply.status).toBe(status);
  expect(reply.body.error.message).toMatch(message);
  expect(provider.requests()).toMatchObject([{ outcome: 'failed', status, hash: '' }]);
  expect(provider.duplicates()).toEqual([]);
});

test('only the named models are known, where models are named', async () => {
  const provider = await start({ models: ['gpt-x'] });
  expect((await chat(provider, 'Hello')).status).toBe(200);
  expect((await chat(provider, 'Hello', { model: 'gpt-y' })).body.error.code).toBe('model_not_found');
  expect((await messages(provider, { messages: [{ role: 'user', content: 'x' }] })).body.error.type).toBe('not_found_error');
  const listed = (await (await fetch(`${provider.openAiUrl}/models`)).json()) as { data: { id: string }[] };
  expect(listed.data.map((model) => model.id)).toEqual(['gpt-x']);
});

test('a second like prompt is read from the cache, per key', async () => {
  const clock = createFakeClock();
  const provider = await start({ clock });
  const rules = 'These rules never change. '.repeat(300);
  const cached = async (question: string, key: string): Promise<number> =>
    (await post(`${provider.openAiUrl}/chat/completions`, chatBody(rules + question), { authorization: `Bearer ${key}` })).body
      .usage.prompt_tokens_details.cached_tokens;
  expect(await cached('One?', 'a')).toBe(0);
  expect(await cached('Two?', 'a')).toBe(1_920);
  expect(await cached('Two?', 'b')).toBe(0);
  await clock.advance(6 * 60_000);
  expect(await cached('Three?', 'a')).toBe(0);

  const system = [{ type: 'text', text: rules, cache_control: { type: 'ephemeral' } }];
  const usage = async (question: string): Promise<object> =>
    (await messages(provider, { system, messages: [{ role: 'user', content: question }] })).body.usage;
  expect(await usage('One?')).toMatchObject({ cache_creation_input_tokens: 1_952, cache_read_input_tokens: 0, input_tokens: 3 });
  expect(await usage('Two?')).toMatchObject({ cache_creation_input_tokens: 0, cache_read_input_tokens: 1_952, input_tokens: 3 });
});

test('a key over its limit is told so, and when to come back, in the headers of its vendor', async () => {
  const clock = createFakeClock();
  const provider = await start({ clock, rateLimits: { requestsPerMinute: 2 } });
  const first = await chat(provider, 'One');
  expect(first.headers.get('x-ratelimit-remaining-requests')).toBe('1');
  expect(first.headers.get('x-ratelimit-reset-requests')).toBe('30s');
  await chat(provider, 'Two');
  const refused = await chat(provider, 'Three');
  expect(refused.status).toBe(429);
  expect(refused.body.error).toMatchObject({ type: 'requests', code: 'rate_limit_exceeded' });
  expect([refused.headers.get('retry-after'), refused.headers.get('retry-after-ms')]).toEqual(['30', '30000']);
  await clock.advance(30_000);
  expect((await chat(provider, 'Three')).status).toBe(200);
  const anthropic = await messages(provider, { messages: [{ role: 'user', content: 'Four' }] });
  expect(anthropic.status).toBe(429);
  expect(anthropic.body).toMatchObject({ type: 'error', error: { type: 'rate_limit_error' } });
  expect(anthropic.headers.get('retry-after')).toBe('30');
  expect(anthropic.headers.get('anthropic-ratelimit-requests-remaining')).toBe('0');
});

test('latency passes on the clock, the same for the same seed', async () => {
  const times = async (seed: number): Promise<number[]> => {
    const clock = createFakeClock(0);
    const provider = await start({ clock, latency: 'lognormal:800ms,0.6', seed });
    const taken: number[] = [];
    for (const question of ['One', 'Two', 'One']) {
      const before = clock.now();
      await clock.runUntil(chat(provider, question));
      taken.push(clock.now() - before);
    }
    return taken;
  };
  const first = await times(1);
  expect(await times(1)).toEqual(first);
  expect(await times(2)).not.toEqual(first);
  expect(new Set(first).size).toBe(3);
});

test('transport faults follow from request and repetition, so that a retry gets a new draw', async () => {
  const outcomes = async (): Promise<number[]> => {
    const provider = await start({ faults: { '429': 0.2, '500': 0.2, '529': 0.1 } });
    const replies = await Promise.all(Array.from({ length: 60 }, (_, index) => chat(provider, `Question ${index % 20}`)));
    return replies.map((reply) => reply.status);
  };
  const first = await outcomes();
  expect([...(await outcomes())].sort()).toEqual([...first].sort());
  expect(new Set(first)).toEqual(new Set([200, 429, 500, 529]));
});

test('content faults strike a request every time, and another draw comes with other words', async () => {
  const provider = await start({ faults: { refusal: 0.5 } });
  const refused = async (question: string): Promise<boolean> =>
    (await chat(provider, question)).body.choices[0]?.message.refusal !== null;
  const questions = Array.from({ length: 30 }, (_, index) => `Question ${index}`);
  const first = await Promise.all(questions.map(refused));
  expect(await Promise.all(questions.map(refused))).toEqual(first);
  expect(new Set(first).size).toBe(2);
  expect(await Promise.all(questions.map((question) => refused(`${question}? Please answer.`)))).not.toEqual(first);
});

test('a script decides the faults of the first requests', async () => {
  const provider = await start({ faultScript: ['429', undefined, 'drop'], retryAfterMs: 2_500 });
  const limited = await chat(provider, 'Hello');
  expect([limited.status, limited.headers.get('retry-after'), limited.headers.get('retry-after-ms')]).toEqual([429, '3', '2500']);
  expect((await chat(provider, 'Hello')).status).toBe(200);
  await expect(chat(provider, 'Hello')).rejects.toThrow();
  expect((await chat(provider, 'Hello')).status).toBe(200);
  expect(provider.requests().map((request) => request.outcome)).toEqual(['failed', 'answered', 'dropped', 'answered']);
});

test('a responder that throws is a provider that fails', async () => {
  const broken = {
    name: 'broken',
    recognises: () => true,
    reply: (): string => {
      throw new Error('out of paper');
    },
  };
  const provider = await start({ responders: [broken] });
  expect(await chat(provider, 'Hello')).toMatchObject({ status: 500, body: { error: { message: 'out of paper' } } });
});

test('the log proves what was asked twice, also to other processes and in a file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'entente-log-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const logFile = join(folder, 'requests.jsonl');
  const provider = await startSimulatedProvider({ logFile });
  const get = async (path: string): Promise<unknown> => (await fetch(`${provider.url}${path}`)).json();
  await chat(provider, 'One', { seed: 1 });
  await chat(provider, 'Two', { seed: 1 });
  await chat(provider, 'One', { seed: 2 });
  await chat(provider, 'One', { seed: 1, temperature: 0.5 });
  expect(provider.duplicates().map((group) => group.map((request) => request.index))).toEqual([[0, 3]]);
  expect(await get('/__duplicates')).toMatchObject([[{ index: 0 }, { index: 3 }]]);
  expect(await get('/__stats')).toMatchObject({ requests: 4, answered: 4, inFlight: 0, repeated: 1, byStatus: { 200: 4 } });
  expect(await get('/__log')).toHaveLength(4);
  expect(JSON.stringify(await get('/__log'))).not.toContain('Bearer');

  expect((await post(`${provider.url}/__reset`, {})).body).toEqual({ reset: true });
  expect(await get('/__stats')).toMatchObject({ requests: 0, repeated: 0 });
  await provider.close();
  const lines = (await readFile(logFile, 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as LoggedRequest);
  expect(lines).toHaveLength(4);
  expect(lines[3]).toMatchObject({
    index: 3,
    path: '/v1/chat/completions',
    model: 'gpt-x',
    seed: 1,
    outcome: 'answered',
    status: 200,
  });
  expect(lines[3]?.hash).toBe(lines[0]?.hash);
});

test('a client that goes away is on the log as such', async () => {
  const clock = createFakeClock();
  const provider = await start({ clock, latency: '60s' });
  const controller = new AbortController();
  const pending = post(`${provider.openAiUrl}/chat/completions`, chatBody('Hello'), {}, controller.signal);
  while (provider.stats().inFlight === 0) await new Promise(setImmediate);
  expect(provider.requests()[0]?.outcome).toBe('in-flight');
  controller.abort();
  await expect(pending).rejects.toThrow();
  while (provider.stats().inFlight > 0) await new Promise(setImmediate);
  expect(provider.requests()[0]?.outcome).toBe('abandoned');
});

test('the log keeps what it was told to note of a request, and nothing of its text otherwise', async () => {
  const noting = await start({ note: ({ messages: asked }) => asked.at(-1)?.text.slice(0, 5) ?? '' });
  const silent = await start();
  for (const provider of [noting, silent]) await chat(provider, 'Hello there');
  expect(noting.requests().map(({ note }) => note)).toEqual(['Hello']);
  expect(JSON.stringify(silent.requests())).not.toContain('Hello');
});
