import { inspect } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { nodeClock } from '../clock/node-clock.js';
import { ProviderError, type ProviderErrorKind } from '../errors/provider-errors.js';
import type {
  FinishReason,
  GenerateRequest,
  LanguageModel,
  Message,
  MessageRole,
  PartKind,
  StructuredRung,
} from '../language-model.js';
import type { Opened, Situation, SituationSettings } from './situation.js';

/** How the suite gets at the model it tests. */
export interface LanguageModelHarness {
  /** A model, without retries, that meets `situation`. */
  open(situation: Situation, settings: SituationSettings): Promise<Opened<LanguageModel>>;
  /** Situations that cannot be brought about; their tests are skipped. @default [] */
  readonly cannot?: readonly Situation['kind'][] | undefined;
  /** The rungs to ask for schemas on. @default the model's own choice */
  readonly rungs?: readonly StructuredRung[] | undefined;
  /** The key the model is opened with, which must never be seen again. */
  readonly apiKey?: string | undefined;
  /** Whether a long prompt asked twice is read from a cache the second time. @default false */
  readonly caches?: boolean | undefined;
  /** Whether replies follow from request and seed. @default true */
  readonly reproducible?: boolean | undefined;
}

type Failure = readonly [name: string, situation: Situation, kind: ProviderErrorKind, status: number | 'any' | undefined];

const FAILURES: readonly Failure[] = [
  ['a refused key (401)', { kind: 'status', status: 401 }, 'authentication', 401],
  ['an account without credit (402)', { kind: 'status', status: 402 }, 'credit-exhausted', 402],
  ['a used-up quota (of whatever status)', { kind: 'quota' }, 'credit-exhausted', 'any'],
  ['an unknown model (404)', { kind: 'status', status: 404 }, 'unknown-model', 404],
  ['too many requests (429)', { kind: 'status', status: 429, retryAfterMs: 2_000 }, 'rate-limit', 429],
  ['a broken provider (500)', { kind: 'status', status: 500 }, 'transport', 500],
  ['an overloaded provider (529)', { kind: 'status', status: 529 }, 'transport', 529],
  ['a dropped connection', { kind: 'drop' }, 'transport', undefined],
  ['a connection that ends within the reply', { kind: 'drop-body' }, 'transport', undefined],
];

const ORDER = z.object({ power: z.enum(['FRANCE', 'TURKEY']), orders: z.array(z.string()).max(3), note: z.string().optional() });

/**
 * The contract of `LanguageModel`, as a Vitest suite: what every provider, and the offline model, must do whatever lies
 * behind it. Against the simulated provider use `simulatedProviderHarness`.
 */
export function describeLanguageModel(name: string, harness: LanguageModelHarness): void {
  const open = async (situation: Situation, settings: SituationSettings = {}): Promise<LanguageModel> => {
    const opened = await harness.open(situation, settings);
    onTestFinished(async () => opened.close?.());
    return opened.model;
  };
  const failureOf = async (situation: Situation, more: Omit<GenerateRequest, 'messages'> = {}): Promise<ProviderError> => {
    const model = await open(situation);
    const error: unknown = await model.generate(ask('Hello', more)).catch((thrown: unknown) => thrown);
    if (!ProviderError.isInstance(error)) throw new Error(`Expected a ProviderError, not ${inspect(error)}`);
    return error;
  };
  const can = (...kinds: readonly Situation['kind'][]): boolean => !kinds.some((kind) => harness.cannot?.includes(kind));

  describe(name, { timeout: 10_000 }, () => {
    test.skipIf(!can('reply'))('a plain reply arrives as it was said', async () => {
      const model = await open({ kind: 'reply', text: 'A reply, "quoted",\nwith ünïcödé 🕊 and two lines.' });
      const result = await model.generate(ask('Hello'));
      expect(result.text).toBe('A reply, "quoted",\nwith ünïcödé 🕊 and two lines.');
      expect(result.finishReason).toBe('stop');
      expect(result.droppedParameters).toEqual([]);
      expect(result.latencyMs).toBeGreaterThanOrEqual(0);
      expect(result.attempts).toHaveLength(1);
      expect(result.attempts[0]).toMatchObject({ outcome: 'answered', latencyMs: result.latencyMs });
      expect(result.structuredRung).toBeUndefined();
    });

    test.skipIf(!can('reply'))('a reply names its request and the model that was served', async () => {
      const model = await open({ kind: 'reply', text: 'Hello.' });
      const { requestId, servedModel } = await model.generate(ask('Hello'));
      expect(requestId).toMatch(/\S/);
      expect(servedModel).toMatch(/\S/);
    });

    test.skipIf(!can('reply'))('usage counts the prompt and the reply, and grows with both', async () => {
      const short = (await (await open({ kind: 'reply', text: 'Yes.' })).generate(ask('Hello'))).usage;
      const long = (
        await (await open({ kind: 'reply', text: 'Yes indeed. '.repeat(40) })).generate(ask('Hello there. '.repeat(40)))
      ).usage;
      for (const usage of [short, long]) {
        expect(usage.inputTokens).toBeGreaterThan(0);
        expect(usage.outputTokens).toBeGreaterThan(0);
        expect(usage.cacheReadTokens + usage.cacheWriteTokens).toBeLessThanOrEqual(usage.inputTokens);
        expect(usage.reasoningTokens).toBeLessThanOrEqual(usage.outputTokens);
      }
      expect(long.inputTokens).toBeGreaterThan(short.inputTokens);
      expect(long.outputTokens).toBeGreaterThan(short.outputTokens);
    });

    test.skipIf(harness.caches !== true || !can('reply'))(
      'a long stable part is read from the cache the second time',
      async () => {
        const model = await open({ kind: 'reply', text: 'Noted.' });
        const rules = 'These rules never change, whatever is asked. '.repeat(250);
        const messages = (question: string): readonly Message[] => [
          message('system', [rules, 'stable']),
          message('user', [question, 'tail']),
        ];
        const first = (await model.generate({ messages: messages('First?') })).usage;
        const second = (await model.generate({ messages: messages('Second?') })).usage;
        expect(first.cacheReadTokens).toBe(0);
        expect(second.cacheReadTokens).toBeGreaterThan(1_000);
        expect(second.inputTokens).toBeGreaterThan(second.cacheReadTokens);
      },
    );

    test.skipIf(!can('echo'))('every part of every message reaches the model, in order', async () => {
      const model = await open({ kind: 'echo' });
      const { text } = await model.generate({
        messages: [
          message('system', ['The rules.', 'stable'], ['The persona.', 'stable']),
          message('user', ['What was.', 'history'], ['What is asked.', 'tail']),
          message('assistant', ['An earlier answer.', 'tail']),
          message('user', ['Please try again.', 'tail']),
        ],
      });
      expect(text).toBe(
        'system: The rules.\n\nThe persona.\nuser: What was.\n\nWhat is asked.\nassistant: An earlier answer.\nuser: Please try again.',
      );
    });

    test.skipIf(!can('echo'))('calls at one time get each its own answer', async () => {
      const model = await open({ kind: 'echo' });
      const questions = Array.from({ length: 8 }, (_, index) => `Question ${index}`);
      const results = await Promise.all(questions.map((question) => model.generate(ask(question))));
      expect(results.map((result) => result.text)).toEqual(questions.map((question) => `user: ${question}`));
    });

    describe.each((harness.rungs ?? [undefined]).map((rung) => ({ rung })))('a shape asked for ($rung)', ({ rung }) => {
      const settings = rung === undefined ? {} : { rung };

      test.skipIf(!can('reply'))('comes back as text, with the rung it was asked on', async () => {
        const said = { power: 'FRANCE', orders: ['A PAR - BUR', 'well, } "F BRE" - {MAO}'], note: null };
        const model = await open({ kind: 'reply', text: JSON.stringify(said) }, settings);
        const result = await model.generate(ask('Your orders?', { schema: ORDER }));
        expect(JSON.parse(result.text)).toEqual(said);
        if (rung === undefined) expect(result.structuredRung).toBeDefined();
        else expect(result.structuredRung).toBe(rung);
        expect(result.value).toBeUndefined();
      });

      test.skipIf(!can('reply')).each([
        ['malformed', '{"power": FRANCE, orders: [\'A PAR H\',]}'],
        ['truncated', '{"power": "FRANCE", "orders": ["A PA'],
        ['wrapped', 'Sure!\n```json\n{"power": "FRANCE", "orders": []}\n```'],
      ])('%s JSON is passed on untouched', async (_, text) => {
        const model = await open({ kind: 'reply', text }, settings);
        expect((await model.generate(ask('Your orders?', { schema: ORDER }))).text).toBe(text);
      });

      test.skipIf(!can('echo'))('does not change what the model is asked', async () => {
        const model = await open({ kind: 'echo' }, settings);
        const { text } = await model.generate(ask('Your orders?', { schema: ORDER }));
        expect(text).toBe('user: Your orders?');
      });
    });

    test.skipIf(!can('reply'))('a reply that meets its token limit says so', async () => {
      const model = await open({ kind: 'reply', text: 'One two three four five six seven eight nine ten. '.repeat(20) });
      const result = await model.generate(ask('Count', { sampling: { maxOutputTokens: 16 } }));
      expect(result.finishReason).toBe('length');
      expect(result.text.startsWith('One two three')).toBe(true);
      expect(result.text.length).toBeLessThan(200);
    });

    test.skipIf(!can('refusal'))('a refusal is an answer, not an error', async () => {
      const model = await open({ kind: 'refusal' });
      const result = await model.generate(ask('Hello', { schema: ORDER }));
      expect(result.finishReason).toBe('refusal' satisfies FinishReason);
      expect(result.text).toMatch(/\S/);
      expect(result.usage.inputTokens).toBeGreaterThan(0);
    });

    test.skipIf(harness.reproducible === false || !can('dice'))(
      'the seed decides: same seed same answer, another seed another',
      async () => {
        const model = await open({ kind: 'dice' });
        const roll = async (seed: number): Promise<string> => (await model.generate(ask('Throw', { sampling: { seed } }))).text;
        const rolls = await Promise.all([1, 2, 1, 3, 2].map(roll));
        expect(rolls[2]).toBe(rolls[0]);
        expect(rolls[4]).toBe(rolls[1]);
        expect(new Set(rolls).size).toBe(3);
      },
    );

    test.skipIf(!can('slow'))('a reply that takes its time arrives', async () => {
      const model = await open({ kind: 'slow', text: 'At last.', ms: 120 });
      const result = await model.generate(ask('Hello'));
      expect(result.text).toBe('At last.');
      // Timers may fire a little early.
      expect(result.latencyMs).toBeGreaterThan(110);
    });

    test.each(FAILURES.filter(([, situation]) => can(situation.kind)))(
      '%s is an error of its own kind',
      async (_, situation, kind, status) => {
        const error = await failureOf(situation);
        expect(error.kind).toBe(kind);
        if (status !== 'any') expect(error.status).toBe(status);
        expect(error.provider).toMatch(/\S/);
        expect(error.modelId).toMatch(/\S/);
        expect(error.message).toMatch(/\S/);
        expect(error.attempts).toHaveLength(1);
        expect(error.attempts[0]?.status).toBe(error.status);
        if (error.status !== undefined) expect(error.requestId).toMatch(/\S/);
      },
    );

    test.skipIf(!can('status'))('a 429 says how long to wait', async () => {
      const error = await failureOf({ kind: 'status', status: 429, retryAfterMs: 2_000 });
      expect(error.retryAfterMs).toBe(2_000);
      expect(error.attempts[0]?.outcome).toBe('rate-limited');
    });

    test.skipIf(!can('hang'))('a reply that never comes is a time-out', async () => {
      const error = await failureOf({ kind: 'hang' }, { timeoutMs: 40 });
      expect(error.kind).toBe('time-out');
      expect(error.attempts.map((attempt) => attempt.outcome)).toEqual(['timed-out']);
    });

    test.skipIf(!can('hang'))('a caller can abort a call under way', async () => {
      const controller = new AbortController();
      const model = await open({ kind: 'hang' });
      const pending = model.generate(ask('Hello', { signal: controller.signal })).catch((error: unknown) => error);
      await nodeClock.sleep(30);
      controller.abort(new Error('enough'));
      const error = await pending;
      expect(ProviderError.isInstance(error) && error.kind).toBe('aborted');
    });

    test.skipIf(!can('reply'))('a call that is aborted before it begins does not begin', async () => {
      const error = await failureOf({ kind: 'reply', text: 'Hello.' }, { signal: AbortSignal.abort(new Error('enough')) });
      expect(error.kind).toBe('aborted');
    });

    test.skipIf(harness.apiKey === undefined)('the key is in no error, whatever went wrong', async () => {
      const failing: readonly (readonly [Situation, Omit<GenerateRequest, 'messages'>])[] = [
        ...FAILURES.map(([, situation]) => [situation, {}] as const),
        [{ kind: 'hang' }, { timeoutMs: 20 }],
        [{ kind: 'reply', text: '' }, { signal: AbortSignal.abort() }],
      ];
      for (const [situation, more] of failing.filter(([{ kind }]) => can(kind))) {
        const error = await failureOf(situation, more);
        expect(everythingIn(error)).not.toContain(harness.apiKey);
      }
    });
  });
}

function message(role: MessageRole, ...parts: readonly (readonly [text: string, kind: PartKind])[]): Message {
  return { role, parts: parts.map(([text, kind]) => ({ kind, text })) };
}

function ask(text: string, more: Omit<GenerateRequest, 'messages'> = {}): GenerateRequest {
  return { messages: [message('user', [text, 'tail'])], ...more };
}

// As a careless log would print it: hidden properties, causes and all.
function everythingIn(error: ProviderError): string {
  return [
    inspect(error, { depth: 20, showHidden: true, maxStringLength: null, maxArrayLength: null }),
    JSON.stringify(error),
    error.stack,
  ].join('\n');
}
