import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { nodeClock } from '../clock/node-clock.js';
import type { LanguageModel, ReasoningEffort, Sampling } from '../language-model.js';
import { type SimulatedProvider, startSimulatedProvider } from '../simulated-provider/index.js';
import { createAnthropicModel } from './anthropic.js';
import { capabilitiesOf } from './capabilities.js';
import { createOpenAiChatModel } from './openai-chat.js';
import { createOpenAiResponsesModel } from './openai-responses.js';

let provider: SimulatedProvider;
beforeAll(async () => {
  provider = await startSimulatedProvider({ strict: true });
});
afterAll(() => provider.close());

const OPENAI =
  'gpt-4o gpt-4o-mini gpt-4.1 gpt-4-turbo gpt-4 gpt-3.5-turbo o1 o1-mini o3 o3-mini o4-mini gpt-5 gpt-5-mini gpt-5-chat-latest gpt-5.1 gpt-5.2 gpt-5.4 gpt-5.5';
const OPENAI_RESPONSES = 'gpt-4o gpt-4.1 o1-pro o3-pro gpt-5 gpt-5-pro gpt-5.1 gpt-5.2-pro gpt-5.5';
const ANTHROPIC =
  'claude-3-haiku-20240307 claude-3-5-haiku-latest claude-3-7-sonnet-latest claude-sonnet-4-20250514 claude-opus-4-0 claude-opus-4-1 ' +
  'claude-sonnet-4-5 claude-haiku-4-5 claude-opus-4-5 claude-sonnet-4-6 claude-opus-4-6 claude-opus-4-7 claude-sonnet-5 claude-fable-5';

const clock = nodeClock;
const apiKey = 'key';
const opened: readonly (readonly [string, () => LanguageModel])[] = [
  ...OPENAI.split(' ').map(
    (modelId) =>
      [
        modelId,
        () =>
          createOpenAiChatModel({
            provider: 'openai',
            modelId,
            baseUrl: provider.openAiUrl,
            apiKey,
            clock,
            capabilities: capabilitiesOf('openai', modelId),
          }),
      ] as const,
  ),
  ...OPENAI_RESPONSES.split(' ').map(
    (modelId) =>
      [
        `${modelId}, by responses`,
        () =>
          createOpenAiResponsesModel({
            provider: 'openai-responses',
            modelId,
            baseUrl: provider.openAiUrl,
            apiKey,
            clock,
            capabilities: capabilitiesOf('openai-responses', modelId),
          }),
      ] as const,
  ),
  ...ANTHROPIC.split(' ').map(
    (modelId) =>
      [
        modelId,
        () =>
          createAnthropicModel({
            provider: 'anthropic',
            modelId,
            baseUrl: provider.url,
            apiKey,
            clock,
            capabilities: capabilitiesOf('anthropic', modelId),
          }),
      ] as const,
  ),
];

const EFFORTS: readonly (ReasoningEffort | undefined)[] = [undefined, 'none', 'minimal', 'low', 'high'];
const SAMPLINGS: readonly Sampling[] = [
  {},
  { temperature: 0.7 },
  { topP: 0.9 },
  { temperature: 0.7, topP: 0.9, seed: 3 },
  { maxOutputTokens: 2_000 },
];
const schema = z.object({ score: z.number().min(0).max(10), reason: z.string().min(1), note: z.string().optional() });

test.each(opened)('%s: whatever is set, the first request is one that the service takes', async (_, open) => {
  provider.reset();
  for (const effort of EFFORTS) {
    for (const sampling of SAMPLINGS) {
      const request = {
        messages: [
          { role: 'system', parts: [{ kind: 'stable', text: 'Be kind.' }] },
          { role: 'user', parts: [{ kind: 'tail', text: 'How do you feel? Answer in JSON.' }] },
        ],
        schema,
        sampling: { ...sampling, ...(effort !== undefined && { reasoningEffort: effort }) },
      } as const;
      await open().generate(request);
      const refused = provider.stats().byStatus[400] ?? 0;
      expect(refused, JSON.stringify(request.sampling)).toBe(0);
    }
  }
});
