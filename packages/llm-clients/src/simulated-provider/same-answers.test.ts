import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { nodeClock } from '../clock/node-clock.js';
import {
  type GenerateRequest,
  type LanguageModel,
  type Message,
  MESSAGE_ROLES,
  STRUCTURED_RUNGS,
  type StructuredRung,
} from '../language-model.js';
import { createOfflineModel } from '../offline/offline-model.js';
import type { OfflineResponder } from '../prompt.js';
import { createAnthropicModel } from '../providers/anthropic.js';
import { capabilitiesOf } from '../providers/capabilities.js';
import { createOpenAiChatModel } from '../providers/openai-chat.js';
import { createOpenAiResponsesModel } from '../providers/openai-responses.js';
import { type SimulatedProvider, startSimulatedProvider } from './start-simulated-provider.js';

const appraise: OfflineResponder = {
  name: 'appraise',
  recognises: ({ messages }) => messages.some(({ text }) => text.includes('How do you feel')),
  reply: ({ messages }, random) => JSON.stringify({ joy: random(), heard: messages.map(({ role, text }) => `${role}: ${text}`) }),
};
const responders = [appraise];
const inProcess = createOfflineModel({ responders, clock: nodeClock });
const clock = nodeClock;
const apiKey = 'any';

let provider: SimulatedProvider;
beforeAll(async () => {
  provider = await startSimulatedProvider({ strict: true, responders });
});
afterAll(() => provider.close());
beforeEach(() => provider.reset());

const wires: Readonly<Record<string, (rung: StructuredRung) => LanguageModel>> = {
  'chat completions': (structuredRung) =>
    createOpenAiChatModel({
      provider: 'openai',
      modelId: 'gpt-4.1',
      baseUrl: provider.openAiUrl,
      apiKey,
      clock,
      capabilities: { ...capabilitiesOf('openai', 'gpt-4.1'), structuredRung },
    }),
  responses: (structuredRung) =>
    createOpenAiResponsesModel({
      provider: 'openai-responses',
      modelId: 'gpt-4.1',
      baseUrl: provider.openAiUrl,
      apiKey,
      clock,
      capabilities: { ...capabilitiesOf('openai-responses', 'gpt-4.1'), structuredRung },
    }),
  'anthropic messages': (structuredRung) =>
    createAnthropicModel({
      provider: 'anthropic',
      modelId: 'claude-sonnet-4-5',
      baseUrl: provider.url,
      apiKey,
      clock,
      capabilities: { ...capabilitiesOf('anthropic', 'claude-sonnet-4-5'), structuredRung },
    }),
};

const schema = z.object({ joy: z.number().min(0).max(1), heard: z.array(z.string()), note: z.string().min(3).optional() });

// Whatever a conversation looks like, as long as it ends with a question of the user's.
const conversations = fc
  .array(
    fc.record({
      role: fc.constantFrom(...MESSAGE_ROLES),
      parts: fc.array(
        fc.record({
          kind: fc.constantFrom('stable' as const, 'tail' as const),
          text: fc.string({ minLength: 1, unit: 'grapheme' }),
        }),
        {
          minLength: 1,
          maxLength: 3,
        },
      ),
    }),
    { maxLength: 4 },
  )
  .filter((messages) => messages.every((message) => message.parts.some((part) => part.text.trim() !== '')))
  .map((messages): readonly Message[] => [
    { role: 'user', parts: [{ kind: 'stable', text: 'You are Maya.' }] },
    ...messages,
    { role: 'user', parts: [{ kind: 'tail', text: 'How do you feel?' }] },
  ]);

describe.each(Object.entries(wires))('over %s', (_, create) => {
  test('a request gets just the answer it gets in process, with and without a shape, on every rung', async () => {
    const models = STRUCTURED_RUNGS.map(create);
    await fc.assert(
      fc.asyncProperty(conversations, fc.nat(), fc.boolean(), async (messages, seed, structured) => {
        const request: GenerateRequest = { messages, sampling: { seed }, ...(structured && { schema }) };
        const expected = await inProcess.generate(request);
        const answers = await Promise.all(models.map((model) => model.generate(request)));
        for (const { text, finishReason } of answers)
          expect({ text, finishReason }).toEqual({ text: expected.text, finishReason: expected.finishReason });
      }),
      { numRuns: 40 },
    );
  });

  test('a shape that nobody recognises is still met', async () => {
    const request: GenerateRequest = { messages: [{ role: 'user', parts: [{ kind: 'tail', text: 'Something else' }] }], schema };
    for (const rung of STRUCTURED_RUNGS) {
      const { text } = await create(rung).generate(request);
      expect(
        schema.extend({ note: z.string().nullish(), joy: z.number() }).safeParse(JSON.parse(text)).error?.message,
      ).toBeUndefined();
    }
  });

  test('the log shows the seed, and what was asked twice by its hash, however it was asked', async () => {
    const request = (text: string, seed: number): GenerateRequest => ({
      messages: [{ role: 'user', parts: [{ kind: 'tail', text }] }],
      schema,
      sampling: { seed },
    });
    const [strong, weak] = [create('json-schema'), create('prompt')];
    await strong.generate(request('How do you feel?', 7));
    await weak.generate(request('How do you feel?', 7));
    await weak.generate(request('How do you feel?', 8));
    await weak.generate(request('And how do you feel now?', 7));
    expect(provider.requests().map((each) => each.seed)).toEqual([7, 7, 8, 7]);
    expect(provider.duplicates().map((group) => group.map((each) => each.index))).toEqual([[0, 1]]);
  });
});
