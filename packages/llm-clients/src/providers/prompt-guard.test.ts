import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { endsBatch, isRetryable, PromptCutError } from '../errors/provider-errors.js';
import type { ClientEvent } from '../model-clients.js';
import { countTokens, estimateTokens } from '../tokens/estimate-tokens.js';
import { PromptReading } from './prompt-reading.js';
import { chatCompletion } from './testing/canned-bodies.js';
import { type CannedServer, startCannedServer } from './testing/canned-server.js';
import { asking, chatModelAt, failureOf } from './testing/chat-model-at.js';

let server: CannedServer;
beforeAll(async () => {
  server = await startCannedServer();
});
afterAll(() => server.close());

const counting = (prompt: number, cached?: number) => ({
  body: chatCompletion({
    body: {
      usage: {
        prompt_tokens: prompt,
        completion_tokens: 20,
        total_tokens: prompt + 20,
        ...(cached !== undefined && { prompt_tokens_details: { cached_tokens: cached } }),
      },
    },
  }),
});
const words = (number: number, start = 'Rules.'): string => `${start}${' word'.repeat(number)}`;

describe('a server that cuts prompts', () => {
  it('is noticed at the first call, with the tokens read and the setting to change', async () => {
    server.say(counting(1_928));
    const failure = await failureOf(chatModelAt(server.url, 'tiny', { preset: 'llamacpp' }).generate(asking(words(7_000))));
    expect(failure).toBeInstanceOf(PromptCutError);
    expect(failure).toMatchObject({ kind: 'prompt-cut', counted: 1_928, attempts: [{ outcome: 'answered' }] });
    expect(failure.message).toMatch(/^llamacpp:tiny has read only 1,928 of about 7,0\d\d tokens of the prompt: /);
    expect(failure.message).toMatch(/Start llama-server with -c 16384.*allowCutPrompts: true/);
    expect([endsBatch(failure), isRetryable(failure)]).toEqual([true, false]);
  });

  it.each([
    ['ollama', /OLLAMA_CONTEXT_LENGTH=16384.*num_ctx 16384/],
    ['lmstudio', /context length of 16384/],
    ['openai', /context of 16384 tokens where it is served/],
  ] as const)('is put right in the way of %s', async (preset, advice) => {
    server.say(counting(2_048));
    const failure = await failureOf(chatModelAt(server.url, 'm', { preset }).generate(asking(words(7_000))));
    expect(failure.message).toMatch(advice);
  });

  it('is put up with where that is allowed: told once, and on record each time', async () => {
    const onEvent = vi.fn<(event: ClientEvent) => void>();
    server.say(counting(2_048));
    const model = chatModelAt(server.url, 'm', { preset: 'ollama', allowCutPrompts: true, onEvent });
    for (const start of ['One.', 'Two.', 'Three.']) {
      expect(await model.generate(asking(words(7_000, start)))).toMatchObject({
        text: 'Hello.',
        changedParameters: { prompt: 2_048 },
      });
    }
    const told = onEvent.mock.calls.map(([event]) => event).filter(({ type }) => type === 'prompt-cut');
    expect(told).toMatchObject([{ model: 'ollama:m', counted: 2_048 }]);
  });

  it('is noticed later too, once prompts have outgrown its context', async () => {
    const model = chatModelAt(server.url, 'm', { preset: 'ollama' });
    server.say(counting(1_000));
    await model.generate(asking(words(1_000, 'A.')));
    server.say(counting(4_096));
    await model.generate(asking(words(5_000, 'A.')));
    await expect(model.generate(asking(words(9_000, 'A.')))).rejects.toBeInstanceOf(PromptCutError);
  });
});

describe('a server that reads all', () => {
  it.each([
    ['a tokenizer with small tokens', 14_000, undefined],
    ['a tokenizer with large tokens', 3_600, undefined],
    ['no count', 0, undefined],
    ['a count that is none', 7, undefined],
    ['cached tokens among the counted', 7_000, 6_900],
    ['cached tokens beside the counted', 200, 6_800],
  ])('is not suspected: %s', async (_name, prompt, cached) => {
    server.say(counting(prompt, cached));
    const result = await chatModelAt(server.url, 'm').generate(asking(words(7_000)));
    expect(result).not.toHaveProperty('changedParameters');
  });

  it.each(['-', '=', '.', '!', '\n', '哈', '─', '\u{1f600}'])(
    'is not suspected where a model has written %j a thousand times',
    async (mark) => {
      const text = mark.repeat(6_000);
      server.say(counting(await countTokens(text)));
      await expect(chatModelAt(server.url, 'm').generate(asking(text))).resolves.not.toHaveProperty('changedParameters');
    },
  );

  it('is not suspected where it counts only what it had not in its cache', async () => {
    const model = chatModelAt(server.url, 'm', { preset: 'ollama' });
    server.say(counting(6_900));
    await model.generate(asking(words(7_000, 'A long prompt.')));
    server.say(counting(150));
    expect(await model.generate(asking(words(7_100, 'A long prompt.')))).not.toHaveProperty('changedParameters');
  });

  it('is never suspected by any tokenizer that stays within its habits', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.65, max: 3, noNaN: true }),
        fc.array(
          fc.record({ sent: fc.integer({ min: 1, max: 200_000 }), wobble: fc.double({ min: 0.85, max: 1.15, noNaN: true }) }),
        ),
        (share, prompts) => {
          const reading = new PromptReading();
          for (const [index, { sent, wobble }] of prompts.entries()) {
            const counted = Math.round(sent * share * wobble);
            expect(reading.note({ sent, counted, start: String(index % 3), countsCached: false })).toBe(false);
          }
        },
      ),
    );
  });
});

describe('a context that the user has set', () => {
  it('keeps longer prompts from being sent', async () => {
    server.say(counting(900));
    const model = chatModelAt(server.url, 'm', { preset: 'ollama', contextTokens: 1_000 });
    await model.generate(asking(words(900)));
    const failure = await failureOf(model.generate(asking(words(1_200))));
    expect(server.requests).toHaveLength(1);
    expect(failure).toMatchObject({ kind: 'rejected', attempts: [] });
    const estimated = estimateTokens(asking(words(1_200)).messages).toLocaleString('en-US');
    expect(failure.message).toBe(
      `A prompt of about ${estimated} tokens does not fit into the 1,000 of ollama:m (contextTokens in the config file): ` +
        'it was not sent. Give the model a larger context and raise contextTokens, or make prompts shorter',
    );
  });
});
