import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { SIMULATED_LATENCY_HEADER } from '../base-url.js';
import type { Clock } from '../clock/clock.js';
import { type LanguageModel, modelTimeMs, NO_USAGE } from '../language-model.js';
import type { ClientEvent } from '../model-clients.js';
import { createFakeClock } from '../testing/fake-clock.js';
import { chatCompletion } from './testing/canned-bodies.js';
import { type CannedServer, startCannedServer } from './testing/canned-server.js';
import { asking, chatModelAt, failureOf, TEST_KEY } from './testing/chat-model-at.js';

let server: CannedServer;
beforeAll(async () => {
  server = await startCannedServer();
});
afterAll(() => server.close());

describe('an error response', () => {
  it.each([
    [401, { error: { message: `Incorrect API key provided: ${TEST_KEY}. Find yours at ...` } }, 'authentication'],
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
    const failure = await failureOf(chatModelAt(server.url, 'gpt-4.1').generate(asking('Hi')));
    expect(failure).toMatchObject({ kind, status, requestId: 'req_3', provider: 'openai', modelId: 'gpt-4.1' });
    expect(failure.attempts).toMatchObject([{ status, requestId: 'req_3' }]);
  });

  it("keeps the provider's own words, from wherever they stand", async () => {
    const said = async (body: unknown): Promise<string | undefined> => {
      server.say({ status: 418, body });
      return (await failureOf(chatModelAt(server.url, 'gpt-4.1').generate(asking('Hi')))).providerMessage;
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
    [{ 'retry-after': 'Mon, 01 Jan 2024 00:00:30 GMT', date: '' }, {}, 30_000],
    // By the server's clock, where it tells it.
    [{ 'retry-after': 'Sun, 05 Jul 2026 12:00:30 GMT', date: 'Sun, 05 Jul 2026 12:00:00 GMT' }, {}, 30_000],
    [
      {
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': '1783252805000',
        date: 'Sun, 05 Jul 2026 12:00:00 GMT',
        'x-ratelimit-limit': '9',
      },
      {},
      5_000,
    ],
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
    expect((await failureOf(chatModelAt(server.url, 'gpt-4.1').generate(asking('Hi')))).retryAfterMs).toBe(retryAfterMs);
  });

  it.each([
    [400, { error: { message: 'The response was filtered', code: 'content_filter' } }],
    [400, { error: { message: 'Content Exists Risk', type: 'invalid_request_error' } }],
    [403, { error: { code: 403, message: 'Input was flagged', metadata: { reasons: ['violence'], flagged_input: '…' } } }],
  ])('of the content filter, status %d, is a result', async (status, body) => {
    server.say({ status, body });
    expect(await chatModelAt(server.url, 'gpt-4.1').generate(asking('Hi'))).toMatchObject({
      finishReason: 'content-filter',
      usage: NO_USAGE,
    });
  });

  it('inside a 200 response is told of once', async () => {
    server.say({ body: { error: { code: 502, message: 'upstream is gone' } } });
    const onEvent = vi.fn<(event: ClientEvent) => void>();
    await failureOf(chatModelAt(server.url, 'gpt-4.1', { onEvent }).generate(asking('Hi')));
    expect(onEvent.mock.calls.map(([event]) => event.type)).toEqual(['request-sent', 'response-received']);
  });

  it('inside a 200 response counts as the error it is', async () => {
    server.say({ body: { error: { code: 429, message: 'upstream is busy' } } });
    expect(await failureOf(chatModelAt(server.url, 'gpt-4.1').generate(asking('Hi')))).toMatchObject({
      kind: 'rate-limit',
      status: 429,
    });
    server.say({ body: chatCompletion({ choice: { finish_reason: 'error', error: { code: 502, message: 'cut' } } }) });
    expect(await failureOf(chatModelAt(server.url, 'gpt-4.1').generate(asking('Hi')))).toMatchObject({
      kind: 'transport',
      providerMessage: 'cut',
    });
  });

  it('never holds the key, even where the provider quotes it', async () => {
    const secret = 'hunter2-hunter2';
    const echo = `Bad key ${TEST_KEY}, Authorization: Bearer ${TEST_KEY}, x-api-token ${secret}, and sk-proj-somebodyelse`;
    const onEvent = vi.fn<(event: ClientEvent) => void>();
    server.say({ status: 401, body: { error: { message: echo } } });
    const failure = await failureOf(
      chatModelAt(server.url, 'gpt-4.1', { onEvent, headers: { 'x-api-token': secret } }).generate(
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
    for (const text of everything) for (const key of [TEST_KEY, secret, 'somebodyelse']) expect(text).not.toContain(key);
    expect(failure.providerMessage).toContain('[key]');
  });
});

describe('a call without a response', () => {
  it('is a transport error with advice when nothing listens there', async () => {
    const closed = await startCannedServer();
    await closed.close();
    const failure = await failureOf(
      chatModelAt(server.url, 'llama3', { preset: 'ollama', baseUrl: `${closed.url}/v1` }).generate(asking('Hi')),
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
    expect((await failureOf(chatModelAt(server.url, 'gpt-4.1').generate(asking('Hi')))).kind).toBe('transport');
  });

  it.each([[{ 'x-team': 'Zoë ☂' }], [{ 'x-team': 'a\nb' }], [{ 'x team': 'a' }]])(
    'is rejected at once, blaming no network, where its headers cannot be sent: %o',
    async (headers) => {
      server.say({ body: chatCompletion() });
      const failure = await failureOf(chatModelAt(server.url, 'gpt-4.1', { headers }).generate(asking('Hi')));
      expect(failure).toMatchObject({ kind: 'rejected', attempts: [{ outcome: 'rejected' }] });
      expect(failure.message).toMatch(/cannot be sent .* check the headers/s);
      expect(server.requests).toHaveLength(0);
    },
  );

  it.each(['hang', 'hang-in-body'] as const)('times out, hangs up and reports it: %s', async (fate) => {
    server.say({ fate, body: chatCompletion() });
    const clock = createFakeClock();
    const hangUps = server.hangUps;
    const call = failureOf(chatModelAt(server.url, 'gpt-4.1', { clock }).generate(asking('Hi', { timeoutMs: 5_000 })));
    await vi.waitFor(() => expect(server.requests).toHaveLength(1), 30_000);
    await clock.advance(4_999);
    expect(server.hangUps).toBe(hangUps);
    await clock.advance(1);
    expect(await call).toMatchObject({ kind: 'time-out', attempts: [{ outcome: 'timed-out', latencyMs: 5_000 }] });
    await vi.waitFor(() => expect(server.hangUps).toBe(hangUps + 1), 30_000);
  });

  it.each(['hang', 'hang-in-body'] as const)("ends at the caller's signal: %s", async (fate) => {
    server.say({ fate, body: chatCompletion() });
    const caller = new AbortController();
    const hangUps = server.hangUps;
    const call = failureOf(chatModelAt(server.url, 'gpt-4.1').generate(asking('Hi', { signal: caller.signal })));
    await vi.waitFor(() => expect(server.requests).toHaveLength(1), 30_000);
    caller.abort(new Error('enough'));
    expect(await call).toMatchObject({ kind: 'aborted', cause: { message: 'enough' }, attempts: [{ outcome: 'aborted' }] });
    await vi.waitFor(() => expect(server.hangUps).toBe(hangUps + 1), 30_000);
  });

  it('asks nothing when the signal has fired before', async () => {
    server.say({ body: chatCompletion() });
    const failure = await failureOf(chatModelAt(server.url, 'gpt-4.1').generate(asking('Hi', { signal: AbortSignal.abort() })));
    expect(failure).toMatchObject({ kind: 'aborted', attempts: [] });
    expect(server.requests).toHaveLength(0);
  });

  it('leaves no timer and no listener behind', async () => {
    server.say({ body: chatCompletion() });
    const clock = createFakeClock();
    const { signal } = new AbortController();
    const removed = vi.spyOn(signal, 'removeEventListener');
    const added = vi.spyOn(signal, 'addEventListener');
    await chatModelAt(server.url, 'gpt-4.1', { clock }).generate(asking('Hi', { timeoutMs: 5_000, signal }));
    expect(clock.sleeping).toBe(0);
    expect(removed.mock.calls).toHaveLength(added.mock.calls.length);
  });
});

describe('a signal shared by many calls', () => {
  it('is no reason for a warning', async () => {
    server.say({ body: chatCompletion() });
    const warned = vi.spyOn(process, 'emitWarning');
    const { signal } = new AbortController();
    const model = chatModelAt(server.url, 'gpt-4.1');
    await Promise.all(Array.from({ length: 30 }, () => model.generate(asking('Hi', { signal }))));
    expect(warned).not.toHaveBeenCalled();
    warned.mockRestore();
  });
});

describe('the time of a request', () => {
  /** A clock on which each look costs 50 ms, in a process that keeps every request waiting 70 ms. */
  const busyClock = (): Clock => {
    let elapsed = 0;
    return {
      ...createFakeClock(),
      elapsed: () => (elapsed += 50),
      load: {
        spent: () => ({ busyMs: 0, idleMs: 0 }),
        watch: () => ({ sent: () => {}, received: () => 70, end: () => {} }),
      },
    };
  };
  const timesOf = async (model: LanguageModel): Promise<readonly (number | undefined)[]> => {
    const { latencyMs, ownDelayMs, attempts } = await model.generate(asking('Hi'));
    expect(attempts).toMatchObject([{ latencyMs, ownDelayMs }]);
    return [latencyMs, ownDelayMs, modelTimeMs({ latencyMs, ownDelayMs })];
  };

  it('is told apart from what this process itself has caused of it', async () => {
    server.say({ body: chatCompletion() });
    expect(await timesOf(chatModelAt(server.url, 'gpt-4.1', { clock: busyClock() }))).toEqual([50, 50, 0]);
  });

  it('is not told apart on a clock that knows no load', async () => {
    server.say({ body: chatCompletion() });
    expect(await chatModelAt(server.url, 'gpt-4.1').generate(asking('Hi'))).not.toHaveProperty('ownDelayMs');
  });

  it.each([
    ['20', 30],
    ['12.5', 37.5],
    ['900', 0],
    ['-3', 50],
    ['', 50],
    ['soon', 50],
  ])('is what a simulated provider on this machine says it was: %s', async (said, ownDelayMs) => {
    server.say({ body: chatCompletion(), headers: { [SIMULATED_LATENCY_HEADER]: said } });
    expect(await timesOf(chatModelAt(server.url, 'gpt-4.1', { clock: busyClock() }))).toEqual([50, ownDelayMs, 50 - ownDelayMs]);
  });

  it('is not believed of any other host', async () => {
    const fetch = async (): Promise<Response> =>
      Response.json(chatCompletion(), { headers: { [SIMULATED_LATENCY_HEADER]: '1' } });
    const model = chatModelAt('https://api.example.com', 'gpt-4.1', { clock: busyClock(), fetch });
    expect((await timesOf(model))[1]).toBe(50);
  });

  it('never goes below 0, though the clock is set back meanwhile', async () => {
    let now = 1_000_000;
    server.say({ body: chatCompletion() });
    const clock = { ...createFakeClock(), now: () => (now -= 60_000), elapsed: () => 5 };
    expect((await chatModelAt(server.url, 'gpt-4.1', { clock }).generate(asking('Hi'))).latencyMs).toBe(0);
  });
});
