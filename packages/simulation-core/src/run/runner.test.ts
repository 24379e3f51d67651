import { AbortedError, AuthenticationError, type LanguageModel, TransportError } from '@entente/llm-clients';
import { describe, expect, test } from 'vitest';
import { countingClock, description, entriesOf, factsOf, settings } from '../../test/journal-copies.js';
import { ask, toyModels, toyProgram, type ToyFact, type ToyState } from '../../test/toy-program.js';
import { ConcurrentUseError, DuplicateScopeError, MissingAwaitError, ScopeClosedError } from '../errors/scope-errors.js';
import { BudgetExhaustedError, ReplayDivergedError, RunExistsError } from '../errors/run-errors.js';
import type { JournalStore } from '../journal/journal-store.js';
import { measureRun } from '../timing/measure-run.js';
import type { Program } from '../program.js';
import { inParallel } from '../scope/in-parallel.js';
import { later } from '../scope/later.js';
import type { StepScope } from '../scope/scope.js';
import { unrecordedScope } from '../scope/unrecorded-scope.js';
import { createMemoryStore } from '../stores/memory-store.js';
import { Budget } from './budget.js';
import { countReasked, resumeRun } from './resume-run.js';
import { replayRun } from './replay-run.js';
import { SCHEDULES } from './run-settings.js';
import { type PlannedRun, runBatch } from './run-batch.js';
import { startRun } from './start-run.js';

const start = (program: Program<ToyState, ToyFact>, store: JournalStore, more: object = {}) =>
  startRun(program, { ...settings, store, runId: 'r', description, ...more });

/** A program of one step that behaves as the test needs. */
const once = (step: (scope: StepScope<ToyState, ToyFact>) => Promise<void>): Program<ToyState, ToyFact> => ({
  ...toyProgram(toyModels('x'), 1),
  step: async (scope) => {
    await step(scope);
    scope.record({ type: 'round-ended' });
  },
});

describe('one line of control', () => {
  const { model } = toyModels('x');
  const misuses: Record<
    string,
    readonly [(scope: StepScope<ToyState, ToyFact>) => Promise<unknown>, new (path: string) => Error]
  > = {
    'the same child twice': [async (scope) => [scope.child('a'), scope.child('a')], DuplicateScopeError],
    'two calls at once without inParallel': [
      (scope) => Promise.all([ask(scope, model, 'a'), ask(scope.child('b'), model, 'b')]),
      ConcurrentUseError,
    ],
    'a call that nobody awaits': [async (scope) => void ask(scope, model, 'a'), MissingAwaitError],
    'a call in a branch that nobody awaits': [
      (scope) => inParallel(scope, ['a'], async (_key, branch) => void ask(branch, model, 'a')),
      MissingAwaitError,
    ],
    'a later that nobody joins': [
      async (scope) => void later(scope, 'a', (beside) => ask(beside, model, 'a')),
      MissingAwaitError,
    ],
    'a branch scope used after its branch': [
      async (scope) => {
        const leaked = await inParallel(scope, ['a'], async (_key, branch) => branch);
        await ask(leaked.a, model, 'a');
      },
      ScopeClosedError,
    ],
  };
  test.each(Object.entries(misuses))('%s is an error', async (_name, [misuse, expected]) => {
    const outcome = await start(
      once(async (scope) => void (await misuse(scope))),
      createMemoryStore(),
    );
    expect(outcome).toMatchObject({ status: 'failed', reason: 'error' });
    expect(outcome.status === 'failed' && outcome.error).toBeInstanceOf(expected);
  });

  test('results of branches are keyed by the literal union, in key order', async () => {
    const lengths = await inParallel(unrecordedScope({ seed: 1 }), ['ANA', 'BEN'], async (key) => key.length);
    const ana: number = lengths.ANA;
    expect([ana, Object.keys(lengths)]).toEqual([3, ['ANA', 'BEN']]);
    // @ts-expect-error CLEO is no key
    expect(lengths.CLEO).toBeUndefined();
  });

  test('random numbers follow from seed and path, not from what else was drawn', () => {
    const draw = (seed: number, path: string): number => unrecordedScope({ seed }).child(path).random();
    expect(draw(1, 'a')).toBe(draw(1, 'a'));
    expect(draw(1, 'a')).not.toBe(draw(1, 'b'));
    expect(draw(1, 'a')).not.toBe(draw(2, 'a'));
  });
});

test('an answer is used only once it is durable', async () => {
  const memory = createMemoryStore();
  const order: string[] = [];
  let release = (): void => {};
  const store: JournalStore = {
    ...memory,
    openWriter: async (runId, mode) => {
      const writer = await memory.openWriter(runId, mode);
      return {
        ...writer,
        flush: async () => {
          order.push('flushing');
          await new Promise<void>((resolve) => {
            release = resolve;
          });
          await writer.flush();
          order.push('durable');
        },
      };
    },
  };
  const running = start(
    once(async (scope) => {
      await ask(scope, toyModels('x').model, 'a');
      order.push('used');
    }),
    store,
  );
  for (let turn = 0; turn < 50; turn++) await Promise.resolve();
  expect(order).toEqual(['flushing']);
  const releasing = setInterval(() => release(), 0);
  await running;
  clearInterval(releasing);
  // First the header, so that no call is paid for whose answer could not be kept.
  expect(order.slice(0, 5)).toEqual(['flushing', 'durable', 'flushing', 'durable', 'used']);
});

test('a step is reported as saved when a reader of the store finds its end, and the run does not wait for that', async () => {
  const store = createMemoryStore();
  const found: Promise<string>[] = [];
  const lastStepOf = async (): Promise<string> =>
    (await entriesOf(store, 'r')).flatMap((entry) => (entry.type === 'step-ended' ? [entry.step] : [])).join();
  const onStepSaved = (step: string): void => void found.push(lastStepOf().then((ended) => `${step}: ${ended}`));
  await start(toyProgram(toyModels('x')), store, { onStepSaved });
  expect(await Promise.all(found)).toEqual(['round-1: round-1', 'round-2: round-1,round-2', 'round-3: round-1,round-2,round-3']);
});

test('a distinct text is embedded once a run, also when two branches want it at once', async () => {
  const models = toyModels('x');
  await start(
    once(async (scope) => {
      await inParallel(scope, ['a', 'b'], (_key, branch) => branch.recordedEmbeddings(models.embeddings).embed(['same', 'same']));
      await scope.recordedEmbeddings(models.embeddings).embed(['same', 'other']);
    }),
    createMemoryStore(),
  );
  expect(models.asked).toEqual(['embed same', 'embed other']);
});

test('the same run done one call at a time, in waves and concurrently has the same facts, critical path and levels', async () => {
  const measured = [];
  for (const schedule of SCHEDULES) {
    const store = createMemoryStore();
    let underWay = 0;
    let most = 0;
    const models = toyModels('x', async (call) => {
      most = Math.max(most, ++underWay);
      await new Promise(setImmediate);
      underWay--;
      return call();
    });
    await start(toyProgram(models), store, { schedule });
    const entries = await entriesOf(store, 'r');
    const { criticalPathMs, levels, sequentialMs } = await measureRun(entries);
    measured.push({ criticalPathMs, levels, sequentialMs, facts: factsOf(entries) });
    expect(most > 1).toBe(schedule !== 'sequential');
  }
  expect(measured).toEqual([measured[0], measured[0], measured[0]]);
});

test('with barriers no branch is asked again before all of them have answered', async () => {
  const happened: string[] = [];
  const { model } = toyModels('x');
  const slow: LanguageModel = {
    ...model,
    generate: async (request) => {
      const prompt = request.messages[0]!.parts[0]!.text;
      happened.push(`asked ${prompt}`);
      for (let turn = 0; turn < Number(prompt.at(-1)); turn++) await new Promise(setImmediate);
      happened.push(`heard ${prompt}`);
      return model.generate(request);
    },
  };
  const chains = once(
    async (scope) =>
      void (await inParallel(scope, ['1', '5', '9'], async (turns, branch) => {
        await ask(branch, slow, `speaks ${turns}`);
        await ask(branch, slow, `feeling ${turns}`);
      })),
  );
  await start(chains, createMemoryStore(), { schedule: 'barriers' });
  expect(happened.findLastIndex((line) => line.startsWith('heard speaks'))).toBe(5);
  expect(happened.findIndex((line) => line.startsWith('asked feeling'))).toBe(6);
  happened.length = 0;
  await start(chains, createMemoryStore());
  expect(happened.indexOf('asked feeling 1')).toBeLessThan(happened.indexOf('heard speaks 9'));
});

describe('a changed prompt', () => {
  const program = (wording: string, fails: boolean) => {
    const models = toyModels('x');
    return {
      models,
      program: once(async (scope) => {
        await ask(scope, models.model, wording);
        if (fails) throw new Error('crash');
        await ask(scope, models.model, 'second');
      }),
    };
  };

  test('inside the open step is a divergence that names path and both hashes and writes nothing', async () => {
    const store = createMemoryStore();
    await start(program('first', true).program, store);
    const before = await entriesOf(store, 'r');
    const outcome = await resumeRun(program('FIRST', false).program, 'r', { ...settings, store });
    expect(outcome.status === 'failed' && outcome.error).toMatchObject({
      name: 'ReplayDivergedError',
      path: 'round-1#0',
      reason: 'request-changed',
    });
    expect(
      (await entriesOf(store, 'r')).filter((entry) => entry.type !== 'run-resumed' && entry.type !== 'step-started'),
    ).toEqual(before.filter((entry) => entry.type !== 'step-started'));
  });

  test('can be paid again with reask, which first counts the calls', async () => {
    const store = createMemoryStore();
    await start(program('first', true).program, store);
    expect(await countReasked(store, 'r')).toBe(1);
    const { models, program: changed } = program('FIRST', false);
    const outcome = await resumeRun(changed, 'r', { ...settings, store, reask: true });
    expect([outcome.status, models.asked, outcome.totals.calls]).toEqual(['completed', ['FIRST', 'second'], 3]);
    expect((await replayRun(changed, 'r', store)).complete).toBe(true);
  });

  test('makes a replay fail', async () => {
    const store = createMemoryStore();
    await start(program('first', false).program, store);
    await expect(replayRun(program('FIRST', false).program, 'r', store)).rejects.toThrow(ReplayDivergedError);
  });
});

test('a replay of an unfinished run ends where its record does', async () => {
  const store = createMemoryStore();
  const models = toyModels('x', async (call) => {
    if (models.asked.length > 20) throw new TransportError('connection lost', { provider: 'toy', modelId: 'm' });
    return call();
  });
  const outcome = await start(toyProgram(models), store);
  expect(outcome).toMatchObject({ status: 'interrupted', reason: 'provider' });
  const replayed = await replayRun(toyProgram(toyModels('x')), 'r', store);
  expect([replayed.complete, replayed.state]).toEqual([false, outcome.state]);
});

describe('stopping', () => {
  test.each(SCHEDULES)('lets calls in flight land on record, starts no other, and the run resumes, %s', async (schedule) => {
    const stop = new AbortController();
    const store = createMemoryStore();
    const models = toyModels('x', async (call) => {
      if (models.asked.length === 2) stop.abort(new Error('by hand'));
      await new Promise(setImmediate);
      return call();
    });
    const outcome = await start(toyProgram(models), store, { stop: stop.signal, schedule });
    expect(outcome).toMatchObject({ status: 'interrupted', reason: 'stopped' });
    expect(outcome.totals.calls).toBe(models.asked.length);
    const entries = await entriesOf(store, 'r');
    expect(entries.at(-1)).toMatchObject({ type: 'run-interrupted', reason: 'stopped', message: 'by hand' });
    const again = await resumeRun(toyProgram(toyModels('x')), 'r', { ...settings, store });
    expect(again.state).toEqual((await start(toyProgram(toyModels('x')), createMemoryStore())).state);
  });

  test('takes calls out of their queues: one that was never sent is no attempt, and the failure that stopped it is told', async () => {
    const store = createMemoryStore();
    const { model } = toyModels('x');
    const queued: LanguageModel = {
      ...model,
      generate: (request) =>
        new Promise((_resolve, reject) => {
          request.stop?.addEventListener('abort', () =>
            reject(new AbortedError('left the queue', { provider: 'toy', modelId: 'm' })),
          );
        }),
    };
    const program = once(async (scope) => {
      await inParallel(scope, ['A', 'B'], async (key, branch) => {
        if (key === 'A') await inParallel(branch, ['deep'], (_deep, own) => ask(own, queued, 'waiting'));
        await ask(branch, model, 'sent');
        throw new Error('a bug');
      });
    });
    const outcome = await start(program, store);
    expect(outcome.status === 'failed' && outcome.error).toMatchObject({ message: 'a bug' });
    expect((await entriesOf(store, 'r')).some((entry) => entry.type === 'call-failed')).toBe(false);
    expect(outcome.asked).toBe(1);
  });

  test.each(['abort', 'grace'] as const)('cuts calls in flight after %s', async (how) => {
    const stop = new AbortController();
    const abort = new AbortController();
    const models = toyModels('x');
    const hanging = {
      ...models.model,
      generate: (request: Parameters<typeof models.model.generate>[0]) =>
        new Promise<never>((_resolve, reject) => {
          request.signal?.addEventListener('abort', () => reject(request.signal?.reason as Error));
          stop.abort(new Error('by hand'));
          if (how === 'abort') abort.abort(new Error('again'));
        }),
    };
    const clock = { ...countingClock, sleep: how === 'grace' ? async () => {} : countingClock.sleep };
    const outcome = await start(
      once(async (scope) => void (await ask(scope, hanging, 'a'))),
      createMemoryStore(),
      { stop: stop.signal, abort: abort.signal, clock },
    );
    expect(outcome.status).not.toBe('completed');
  });
});

describe('budgets', () => {
  const budget = (limits: { maxTokens?: number; maxCostUsd?: number }, price: number | null = 0.001): Budget =>
    new Budget({
      ...limits,
      costOf: (_model, usage) => (price === null ? null : usage.inputTokens * price),
      estimate: (_model, request) => ({
        inputTokens: Math.max(50, ...request.messages.flatMap((message) => message.parts.map((part) => part.text.length))),
        outputTokens: 6,
        cacheReadTokens: 0,
        cacheWriteTokens: 0,
        reasoningTokens: 0,
      }),
    });

  test.each([{ maxTokens: 900 }, { maxCostUsd: 0.9 }])(
    'stop a run cleanly, within the limit, as resumable: %o',
    async (limits) => {
      const store = createMemoryStore();
      const limited = budget(limits);
      const outcome = await start(toyProgram(toyModels('x')), store, { budget: limited });
      expect(outcome).toMatchObject({ status: 'interrupted', reason: 'budget' });
      if (limits.maxTokens !== undefined) expect(limited.spentTokens).toBeLessThanOrEqual(limits.maxTokens);
      if (limits.maxCostUsd !== undefined) expect(limited.spentUsd).toBeLessThanOrEqual(limits.maxCostUsd);
      expect(limited.spentTokens).toBeGreaterThan(100);
      // Usage on record counts when the run is resumed.
      const again = budget(limits);
      expect((await resumeRun(toyProgram(toyModels('x')), 'r', { ...settings, store, budget: again })).status).toBe(
        'interrupted',
      );
      expect(
        (await resumeRun(toyProgram(toyModels('x')), 'r', { ...settings, store, budget: budget({ maxTokens: 1e9 }) })).status,
      ).toBe('completed');
    },
  );

  test('in money need a known price', () => {
    expect(() => budget({ maxCostUsd: 1 }, null).reserve(toyModels('x').model, { messages: [] })).toThrow(BudgetExhaustedError);
  });

  test('set an estimate aside for calls under way', () => {
    const limited = budget({ maxTokens: 120 });
    const { model } = toyModels('x');
    limited.reserve(model, { messages: [] });
    const second = limited.reserve(model, { messages: [] });
    expect(() => limited.reserve(model, { messages: [] })).toThrow(/used up/);
    limited.settle(second, model, undefined);
    limited.reserve(model, { messages: [] });
  });
});

describe('a batch', () => {
  const plan = (runId: string, salt = 'x', fail?: () => Error): PlannedRun<ToyState, ToyFact> => ({
    runId,
    description: { ...description, seed: runId },
    program: () => toyProgram(toyModels(salt, fail ? async () => Promise.reject(fail()) : undefined)),
  });
  const options = (store: JournalStore) => ({
    ...settings,
    store,
    concurrency: { max: 4 },
    keep: (state: ToyState) => state.round,
  });

  test('isolates failures and reports the outcome of every run', async () => {
    const store = createMemoryStore();
    const plans = [
      plan('a'),
      plan('b', 'x', () => new TransportError('down', { provider: 'toy', modelId: 'm' })),
      plan('c', 'x', () => new Error('a bug')),
      plan('d'),
    ];
    const result = await runBatch(plans, options(store));
    expect(result.completed.map((run) => [run.runId, run.kept])).toEqual([
      ['a', 3],
      ['d', 3],
    ]);
    expect(result.interrupted.map((run) => [run.runId, run.reason])).toEqual([['b', 'provider']]);
    expect(result.failed.map((run) => [run.runId, run.reason])).toEqual([['c', 'error']]);
  });

  test('skips finished runs and resumes broken ones when repeated', async () => {
    const store = createMemoryStore();
    await runBatch([plan('a'), plan('b', 'x', () => new Error('a bug'))], options(store));
    const asked: string[] = [];
    const result = await runBatch([plan('a'), plan('b'), plan('c')], {
      ...options(store),
      onRunStarted: (runId, resumed) => asked.push(`${runId} ${resumed}`),
    });
    expect(result.completed.map((run) => [run.runId, run.history])).toEqual([
      ['a', 'finished-before'],
      ['b', 'resumed'],
      ['c', 'new'],
    ]);
    expect(asked).toEqual(['b true', 'c false']);
  });

  test('stops at the first error that every run must meet, and starts no other run', async () => {
    const store = createMemoryStore();
    const badKey = () => new AuthenticationError('bad key', { provider: 'toy', modelId: 'm' });
    const result = await runBatch(
      Array.from({ length: 50 }, (_, n) => plan(`run-${n}`, 'x', badKey)),
      options(store),
    );
    expect(result.interrupted).toHaveLength(50);
    expect((await store.list()).length).toBeLessThanOrEqual(4);
    expect(result.interrupted.filter((run) => run.history === 'not-started').length).toBeGreaterThanOrEqual(46);
  });

  test('lets as many runs be under way as the connections can feed', async () => {
    let connections = 4;
    let changed = (): void => {};
    let underWay = 0;
    let most = 0;
    const result = await runBatch(
      Array.from({ length: 60 }, (_, n) => plan(`run-${n}`)),
      {
        ...options(createMemoryStore()),
        concurrency: {
          connections: () => connections,
          onConnectionsChanged: (listener) => {
            changed = listener;
            return () => {
              changed = () => {};
            };
          },
        },
        onRunStarted: () => {
          most = Math.max(most, ++underWay);
        },
        onRunEnded: () => {
          underWay--;
          if (most === 5) {
            connections = 20;
            changed();
          }
        },
      },
    );
    expect(result.completed).toHaveLength(60);
    expect(most).toBe(25);
  });
});

test('a run is started once', async () => {
  const store = createMemoryStore();
  await start(toyProgram(toyModels('x')), store);
  await expect(start(toyProgram(toyModels('x')), store)).rejects.toThrow(RunExistsError);
});

test('no seed, and no setting that shapes nothing, is part of a request hash', async () => {
  const store = createMemoryStore();
  await start(toyProgram(toyModels('x')), store);
  const hashes = async (seed: string) => {
    const other = createMemoryStore();
    await start(toyProgram(toyModels('x'), 1), other, { description: { ...description, seed } });
    return (await entriesOf(other, 'r'))
      .flatMap((entry) => (entry.type === 'answer-recorded' && entry.path.includes('ANA#0') ? [entry.requestHash] : []))
      .slice(0, 1);
  };
  expect(await hashes('one')).toEqual(await hashes('two'));
});
