import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ChatAnthropic } from '@langchain/anthropic';
import { ChatOpenAI, OpenAIEmbeddings } from '@langchain/openai';
import { z } from 'zod';
import { startProvider } from './start-provider.mjs';

let provider;
before(async () => {
  provider = await startProvider();
});
after(() => provider.close());

const openAi = (settings = {}) =>
  new ChatOpenAI({
    model: 'gpt-4o',
    apiKey: 'key',
    maxRetries: 0,
    configuration: { baseURL: `${provider.url}/v1` },
    ...settings,
  });
const models = {
  'chat completions': () => openAi(),
  responses: () => openAi({ model: 'gpt-4.1', useResponsesApi: true }),
  Anthropic: () =>
    new ChatAnthropic({
      model: 'claude-opus-4-7',
      apiKey: 'key',
      maxRetries: 0,
      maxTokens: 2_000,
      anthropicApiUrl: provider.url,
    }),
};
// Without a list of values: for Anthropic this client puts one into the description, where no grammar heeds it.
const schema = z.object({ mood: z.string(), reasons: z.array(z.string()) });
const turns = [
  ['system', 'Be kind.'],
  ['human', 'Hello'],
];

for (const [name, open] of Object.entries(models)) {
  test(`${name}: invoke`, { timeout: 120_000 }, async () => {
    const message = await open().invoke(turns);
    assert.notEqual(message.text, '');
    assert.ok(message.usage_metadata.input_tokens > 0 && message.usage_metadata.output_tokens > 0);
  });

  test(`${name}: stream writes what invoke writes`, { timeout: 120_000 }, async () => {
    const whole = await open().invoke(turns);
    let [streamed, pieces] = ['', 0];
    for await (const chunk of await open().stream(turns)) {
      streamed += chunk.text;
      pieces++;
    }
    assert.equal(streamed, whole.text);
    assert.ok(pieces > 1);
  });

  for (const method of ['functionCalling', 'jsonSchema']) {
    test(`${name}: withStructuredOutput by ${method}`, { timeout: 120_000 }, async () => {
      const value = await open().withStructuredOutput(schema, { name: 'mood', method }).invoke('How do you feel?');
      assert.deepEqual(schema.parse(value), value);
    });
  }

  test(`${name}: a bound tool that is mentioned is called`, { timeout: 120_000 }, async () => {
    const weather = { name: 'get_weather', description: 'The weather', schema: z.object({ city: z.string() }) };
    const message = await open().bindTools([weather]).invoke('Please get weather for Bern.');
    assert.equal(message.tool_calls.length, 1);
    assert.equal(message.tool_calls[0].name, 'get_weather');
    assert.equal(typeof message.tool_calls[0].args.city, 'string');
  });
}

test('several prompts at once', async () => {
  const messages = await openAi().batch(['One', 'Two', 'Three']);
  assert.equal(new Set(messages.map(({ text }) => text)).size, 3);
});

test('embeddings of a query and of documents', async () => {
  const embeddings = new OpenAIEmbeddings({
    model: 'text-embedding-3-small',
    apiKey: 'key',
    maxRetries: 0,
    configuration: { baseURL: `${provider.url}/v1` },
  });
  const [first] = await embeddings.embedDocuments(['Hello', 'Goodbye']);
  assert.deepEqual(await embeddings.embedQuery('Hello'), first);
  assert.ok(first.length > 0);
});
