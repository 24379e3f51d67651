import { expect, onTestFinished, test } from 'vitest';
import type { Engine, GenerationRequest } from './engine.js';
import type { LoggedRequest } from './request-log.js';
import { startFront } from './start-front.js';

async function open(text = '{"a":1}') {
  const asked: GenerationRequest[] = [];
  const log: LoggedRequest[] = [];
  const engine: Engine = {
    name: 'scripted',
    contextTokens: 100,
    countTokens: (prompt) => prompt.length,
    generate: async (request) => {
      asked.push(request);
      return { text, promptTokens: request.prompt.length, cachedTokens: 3, completionTokens: 5, finishReason: 'stop' };
    },
  };
  const front = await startFront({
    engine,
    modelId: 'tiny',
    defaultMaxTokens: 50,
    onAnswered: (request) => void log.push(request),
  });
  onTestFinished(() => front.close());
  const post = async (body: unknown) => {
    const response = await fetch(`${front.baseUrl}/chat/completions`, {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    return { status: response.status, id: response.headers.get('x-request-id'), body: (await response.json()) as never };
  };
  return { front, asked, log, post };
}

const messages = [{ role: 'user', content: 'Hello' }];

test('a completion carries the counts of the engine, and its log entry carries its id', async () => {
  const { asked, log, post } = await open();
  const reply = await post({ model: 'tiny', messages, seed: 7, temperature: 0.5, max_tokens: 9 });
  expect(asked).toMatchObject([{ prompt: 'user:\nHello\n\nassistant:\n', seed: 7, temperature: 0.5, maxTokens: 9 }]);
  expect(reply).toMatchObject({
    status: 200,
    body: {
      id: reply.id,
      choices: [{ message: { content: '{"a":1}' }, finish_reason: 'stop' }],
      usage: { prompt_tokens: 24, completion_tokens: 5, total_tokens: 29, prompt_tokens_details: { cached_tokens: 3 } },
    },
  });
  expect(log).toMatchObject([
    { id: reply.id, schema: 'none', status: 200, promptTokens: 24, cachedTokens: 3, completionTokens: 5 },
  ]);
});

test('a schema reaches the engine as a grammar, and a reply that is not JSON is on the log as such', async () => {
  const { asked, log, post } = await open('no');
  const schema = { type: 'object', properties: { a: { type: 'integer', minimum: 1, maximum: 2 } } };
  await post({ messages, response_format: { type: 'json_schema', json_schema: { name: 'r', schema } } });
  await post({ messages, response_format: { type: 'json_object' } });
  expect(asked.map((request) => request.schema)).toEqual([
    { type: 'object', properties: { a: { enum: [1, 2] } }, additionalProperties: false },
    'any',
  ]);
  expect(log).toMatchObject([
    { schema: 'json-schema', isJson: false },
    { schema: 'any', isJson: false },
  ]);
});

test.each<[string, unknown, object]>([
  [
    'a prompt beyond the context',
    { messages: [{ role: 'user', content: 'x'.repeat(200) }] },
    { type: 'exceed_context_size_error', n_ctx: 100 },
  ],
  [
    'a schema without a grammar',
    { messages, response_format: { type: 'json_schema', json_schema: { schema: { type: 'string', pattern: 'x' } } } },
    { type: 'schema_error' },
  ],
  ['a stream', { messages, stream: true }, { type: 'invalid_request_error' }],
  ['no messages', { messages: [] }, { type: 'invalid_request_error' }],
  ['broken JSON', '{"messages":', { type: 'invalid_request_error' }],
])('%s is refused with a 400, and not passed on', async (_, body, error) => {
  const { asked, log, post } = await open();
  expect(await post(body)).toMatchObject({ status: 400, body: { error: { code: 400, ...error } } });
  expect(asked).toEqual([]);
  expect(log).toMatchObject([{ status: 400 }]);
});

test('the model and its context are listed, and nothing else is there', async () => {
  const { front } = await open();
  expect(await (await fetch(`${front.baseUrl}/models`)).json()).toMatchObject({ data: [{ id: 'tiny', meta: { n_ctx: 100 } }] });
  expect((await fetch(`${front.baseUrl}/completions`, { method: 'POST' })).status).toBe(404);
});
