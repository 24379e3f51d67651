import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createAnthropic } from '@ai-sdk/anthropic';
import { createOpenAI } from '@ai-sdk/openai';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { embed, embedMany, generateObject, generateText, stepCountIs, streamObject, streamText, tool } from 'ai';
import { z } from 'zod';
import { startProvider } from './start-provider.mjs';

globalThis.AI_SDK_LOG_WARNINGS = false;

let provider;
before(async () => {
  provider = await startProvider();
});
after(() => provider.close());

const openAi = () => createOpenAI({ baseURL: `${provider.url}/v1`, apiKey: 'key' });
const compatible = (options = {}) =>
  createOpenAICompatible({ name: 'simulated', baseURL: `${provider.url}/v1`, apiKey: 'key', ...options });
const models = {
  'OpenAI, responses': () => openAi().responses('gpt-4.1'),
  'OpenAI, responses of a model that reasons': () => openAi().responses('gpt-5'),
  'OpenAI, chat completions': () => openAi().chat('gpt-4o'),
  Anthropic: () => createAnthropic({ baseURL: `${provider.url}/v1`, apiKey: 'key' })('claude-opus-4-7'),
  'Anthropic, of an older model': () =>
    createAnthropic({ baseURL: `${provider.url}/v1`, apiKey: 'key' })('claude-3-5-haiku-latest'),
  'OpenAI-compatible': () => compatible({ supportsStructuredOutputs: true, includeUsage: true }).chatModel('gpt-4o'),
  'OpenAI-compatible, without schemas': () => compatible().chatModel('gpt-4o'),
};
const schema = z.object({ mood: z.enum(['calm', 'cross']), reasons: z.array(z.string()) });
const settings = { maxRetries: 0, maxOutputTokens: 2_000 };

for (const [name, open] of Object.entries(models)) {
  test(`${name}: generateText`, { timeout: 120_000 }, async () => {
    const { text, finishReason, usage } = await generateText({ ...settings, model: open(), system: 'Be kind.', prompt: 'Hello' });
    assert.notEqual(text, '');
    assert.equal(finishReason, 'stop');
    assert.ok(usage.inputTokens > 0 && usage.outputTokens > 0);
  });

  test(`${name}: streamText writes what generateText writes`, { timeout: 120_000 }, async () => {
    const asked = { ...settings, model: open(), prompt: 'Hello' };
    const whole = await generateText(asked);
    const stream = streamText({ ...asked, onError: ({ error }) => assert.fail(String(error)) });
    const pieces = [];
    for await (const piece of stream.textStream) pieces.push(piece);
    assert.equal(pieces.join(''), whole.text);
    assert.ok(pieces.length > 1);
    assert.equal(await stream.finishReason, 'stop');
    // Chat completions say the usage of a stream only to those who ask for it.
    const asksForUsage = name !== 'OpenAI-compatible, without schemas';
    assert.equal((await stream.usage).outputTokens, asksForUsage ? whole.usage.outputTokens : undefined);
  });

  test(`${name}: generateObject and streamObject`, { timeout: 120_000 }, async () => {
    // "JSON", for those who ask for it in words.
    const asked = { ...settings, model: open(), schema, prompt: 'How do you feel? Answer in JSON.' };
    if (name === 'OpenAI-compatible, without schemas') {
      // The schema stands in words of the client's own, which nobody reads here: the reply is text, and the client reports that.
      await assert.rejects(generateObject(asked), /No object generated/);
      return;
    }
    const { object } = await generateObject(asked);
    assert.deepEqual(schema.parse(object), object);
    const stream = streamObject(asked);
    let pieces = 0;
    for await (const _ of stream.partialObjectStream) pieces++;
    assert.ok(pieces > 1);
    assert.deepEqual(await stream.object, object);
  });

  test(`${name}: a tool is called with arguments that fit, and its result is read`, { timeout: 120_000 }, async () => {
    const cities = [];
    const weather = tool({
      description: 'The weather of a city',
      inputSchema: z.object({ city: z.string() }),
      execute: async ({ city }) => {
        cities.push(city);
        return { sky: 'grey' };
      },
    });
    const { steps, text } = await generateText({
      ...settings,
      model: open(),
      tools: { get_weather: weather },
      stopWhen: stepCountIs(3),
      prompt: 'Please get weather for Bern.',
    });
    assert.equal(cities.length, 1);
    assert.equal(typeof cities[0], 'string');
    assert.equal(steps.length, 2);
    assert.notEqual(text, '');
  });
}

test('embed and embedMany', async () => {
  const model = openAi().embedding('text-embedding-3-small');
  const { embedding } = await embed({ model, value: 'Hello' });
  const { embeddings } = await embedMany({ model, values: ['Hello', 'Goodbye'] });
  assert.deepEqual(embeddings[0], embedding);
  const others = await embed({ model: compatible().embeddingModel('text-embedding-3-small'), value: 'Hello' });
  assert.deepEqual(others.embedding, embedding);
});

test('what a model does not take is refused, and the client says so', async () => {
  const asked = generateText({ ...settings, model: openAi().chat('gpt-4o'), prompt: 'Hello', temperature: 5 });
  await assert.rejects(asked, /Expected a value <= 2, but got 5/);
});
