import { type GenerateResult, type LanguageModel, NO_USAGE, type Usage } from '@entente/llm-clients';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { JournalEntryError } from '../errors/journal-errors.js';
import { JOURNAL_VERSION, journalEntrySchema } from '../journal/entry.js';
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

const odd = fc.constantFrom<unknown>(null, 7, 1.5, NaN, '', 'x', true, {}, [], [null], [{}], { a: 1n }, undefined);

test('a paid answer is recorded whatever its fields hold, and names those that were changed', () => {
  const fields = ['text', 'reasoning', 'finishReason', 'usage', 'latencyMs', 'ownDelayMs', 'attempts', 'requestId'] as const;
  const more = ['servedModel', 'servingProvider', 'fingerprint', 'droppedParameters', 'structuredRung'] as const;
  fc.assert(
    fc.property(fc.constantFrom(...fields, ...more), odd, (field, value) => {
      const sound = soundResult({ ...result, [field]: value }, request);
      const entry = {
        type: 'answer-recorded',
        v: JOURNAL_VERSION,
        path: 'one#0',
        requestHash: 'h',
        model: { provider: 'own', modelId: 'm' },
        messages: [],
        result: sound,
        at: 1,
      };
      expect(journalEntrySchema.safeParse(JSON.parse(JSON.stringify(entry)))).toMatchObject({ success: true });
      if (field === 'requestId' && value === 7) expect(sound.attempts.at(-1)?.message).toMatch(/requestId/);
      if (field !== 'text') expect(sound.text).toBe(result.text);
    }),
    { numRuns: 300 },
  );
});

test('a call that could not go on record is never made', async () => {
  let asked = 0;
  const model: LanguageModel = {
    provider: 'own',
    modelId: 'm',
    generate: async () => {
      asked++;
      return result;
    },
  };
  const program: Program<number, { type: 'said' }> = {
    kind: 'one-call',
    initial: 0,
    apply: (said) => said + 1,
    nextStep: (said) => (said === 0 ? 'only' : undefined),
    step: async (scope) => {
      await scope.recorded(model).generate({ ...request, label: { name: 'greet', version: 2 as unknown as string } });
      scope.record({ type: 'said' });
    },
  };
  const store = createMemoryStore();
  const description = { spec: null, seed: 's', replicate: 0 };
  const outcome = await startRun(program, { ...settings, store, runId: 'r', description });
  expect(outcome).toMatchObject({ status: 'failed', error: { field: 'label.version', entry: 'answer-recorded only#0' } });
  expect(outcome.status === 'failed' && outcome.error).toBeInstanceOf(JournalEntryError);
  expect(asked).toBe(0);
});

test('a run whose spec JSON does not keep is refused before it begins', async () => {
  const program: Program<number, { type: 'said' }> = {
    kind: 'none',
    initial: 0,
    apply: (said) => said + 1,
    nextStep: () => undefined,
    step: async () => {},
  };
  const store = createMemoryStore();
  for (const spec of [{ n: NaN }, { n: new Map() }, { n: 5, toJSON: undefined }]) {
    const started = startRun(program, {
      ...settings,
      store,
      runId: 'r',
      description: { spec: spec as never, seed: 's', replicate: Number.POSITIVE_INFINITY },
    });
    await expect(started).rejects.toThrow(JournalEntryError);
  }
});
