import { type GenerateResult, type LanguageModel, NO_USAGE, type Usage } from '@entente/llm-clients';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { journalEntrySchema } from '../journal/entry.js';
import { createMemoryStore } from '../stores/memory-store.js';
import { settings } from '../../test/journal-copies.js';
import type { Program } from '../program.js';
import { soundResult } from './sound-result.js';
import { startRun } from './start-run.js';

const request = { messages: [{ role: 'user', parts: [{ kind: 'tail', text: 'How are you today, my dear friend?' }] }] } as const;
const result: GenerateResult = {
  text: 'Very well.',
  finishReason: 'stop',
  usage: { ...NO_USAGE, inputTokens: 9, outputTokens: 3 },
  latencyMs: 12,
  attempts: [{ outcome: 'answered', latencyMs: 12 }],
  droppedParameters: [],
};

test('a sound result stays as it is', () => {
  expect(soundResult(result, request)).toBe(result);
});

const wild = fc.constantFrom(1.5, 1e30, -3, NaN, Infinity, undefined as unknown as number);

test('a result of a model of somebody’s own can be read again from the journal, whatever its numbers', async () => {
  await fc.assert(
    fc.asyncProperty(wild, wild, wild, async (tokens, latencyMs, ownDelayMs) => {
      const answer = { ...result, usage: { ...NO_USAGE, inputTokens: tokens } as Usage, latencyMs, ownDelayMs };
      const model: LanguageModel = {
        provider: 'own',
        modelId: 'm',
        generate: async () => ({ ...answer, attempts: [{ outcome: 'answered', latencyMs, ownDelayMs }] }),
      };
      const program: Program<number, { type: 'said' }> = {
        kind: 'one-call',
        initial: 0,
        apply: (said) => said + 1,
        nextStep: (said) => (said === 0 ? 'only' : undefined),
        step: async (scope) => {
          await scope.recorded(model).generate(request);
          scope.record({ type: 'said' });
        },
      };
      const store = createMemoryStore();
      const description = { spec: null, seed: 's', replicate: 0 };
      await startRun(program, { ...settings, store, runId: 'r', description });
      const lines: unknown[] = [];
      for await (const entry of store.read('r')) lines.push(JSON.parse(JSON.stringify(entry)));
      const answers = lines.map((line) => journalEntrySchema.parse(line)).filter(({ type }) => type === 'answer-recorded');
      expect(answers).toMatchObject([{ result: { usage: { estimated: true } } }]);
    }),
    { numRuns: 30 },
  );
});
