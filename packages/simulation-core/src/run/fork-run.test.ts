import { describe, expect, test } from 'vitest';
import { countingClock, description, entriesOf, factsOf, settings, storeWith } from '../../test/journal-copies.js';
import { ask, toyModels, type ToyFact, type ToyState } from '../../test/toy-program.js';
import { RunExistsError } from '../errors/run-errors.js';
import type { JournalStore } from '../journal/journal-store.js';
import type { Program } from '../program.js';
import { createMemoryStore } from '../stores/memory-store.js';
import { type ForkOptions, forkRun } from './fork-run.js';
import { readForkPoint } from './fork-point.js';
import { probeStep } from './probe-step.js';
import { replayRun } from './replay-run.js';
import { resumeRun } from './resume-run.js';
import { startRun } from './start-run.js';

/** Every round asks in these words, has somebody score what was said two rounds later, and records the draw of its scope. */
function talkIn(wording: string, models = toyModels('x'), rounds = 4): Program<ToyState, ToyFact> {
  return {
    kind: 'talk',
    initial: { round: 0, said: [], scores: {} },
    apply: (state, fact) =>
      fact.type === 'said'
        ? { ...state, round: state.round + 1, said: [...state.said, ...fact.texts] }
        : fact.type === 'scored'
          ? { ...state, scores: { ...state.scores, [fact.key]: fact.score } }
          : fact.type === 'mood-set'
            ? { ...state, said: [...state.said, fact.mood] }
            : state,
    nextStep: ({ round }) => (round < rounds ? `round-${round + 1}` : undefined),
    step: async (scope, { round, said }) => {
      const text = await ask(scope, models.model, `${wording} in ${round} after ${said.join()}`);
      scope.defer(`${round + 1}`, 'score', text);
      scope.record({ type: 'said', texts: [text], draw: scope.random() });
    },
    deferred: {
      score: async (scope, text: string) => ({
        type: 'scored',
        key: text,
        score: await ask(scope, models.model, `${wording} judge ${text}`),
      }),
    },
    due: ({ round }, _step, pending) => pending.filter((key) => Number(key) <= round - 1),
  };
}

async function parentStore(): Promise<JournalStore> {
  const store = createMemoryStore();
  await startRun(talkIn('plain'), { ...settings, store, runId: 'parent', description });
  return store;
}

const forkOf = (store: JournalStore, parent: string, options: Partial<ForkOptions> & Pick<ForkOptions, 'at'>) =>
  forkRun(parent, { store, clock: countingClock, packageVersion: '0', ...options });

describe('probeStep', () => {
  const program = talkIn('plain');

  test('returns requests and facts of a step without asking a model', async () => {
    const store = await parentStore();
    const { requests, facts } = await probeStep(talkIn('plain', toyModels('nobody')), 'parent', store, { at: 'round-2' });
    expect([...requests.keys()].filter((path) => path.startsWith('round-2'))).toEqual(['round-2#0']);
    expect(facts.filter(({ type }) => type === 'said')).toHaveLength(1);
  });

  test('has another outcome only if a reply makes a difference', async () => {
    const store = await parentStore();
    const outcomeOf = async (replies: Readonly<Record<string, string>>): Promise<string> =>
      (await probeStep(program, 'parent', store, { at: 'round-2', replies })).outcome;
    const { answers } = await readForkPoint('parent', store, 'round-2');
    const same = answers.get('round-2#0')?.result.text ?? '';
    expect(await outcomeOf({ 'round-2#0': same })).toBe(await outcomeOf({}));
    expect(await outcomeOf({ 'round-2#0': 'otherwise' })).not.toBe(await outcomeOf({}));
  });
});

test('a reply that replaces a refusal counts as complete', async () => {
  const store = await parentStore();
  const refused = createMemoryStore();
  const writer = await refused.openWriter('parent', 'create');
  for await (const entry of store.read('parent'))
    writer.append(entry.type === 'answer-recorded' ? { ...entry, result: { ...entry.result, finishReason: 'refusal' } } : entry);
  await writer.close();
  const fork = await forkOf(refused, 'parent', { at: 'round-2', replies: { 'round-2#0': 'I agree.' } });
  const edited = (await entriesOf(refused, fork)).find((entry) => entry.type === 'answer-recorded' && entry.path === 'round-2#0');
  expect(edited).toMatchObject({ edited: true, result: { text: 'I agree.', finishReason: 'stop' } });
});

describe('a fork with a spec of its own', () => {
  test('is replayed from the step on since which that spec holds', async () => {
    const store = await parentStore();
    const fork = await forkOf(store, 'parent', { at: 'round-3', spec: { wording: 'loud' } });
    const outcome = await resumeRun(talkIn('loud'), fork, { ...settings, store });
    expect(outcome.status).toBe('completed');
    const replayed = await replayRun(talkIn('loud'), fork, store);
    expect([replayed.since, replayed.complete, replayed.state]).toEqual(['round-3', true, outcome.state]);
    expect(replayed.facts.map((fact) => JSON.stringify(fact))).toEqual(factsOf(await entriesOf(store, fork)));
    // Two rounds, and all four judgements: those that the parent had begun before are joined by the fork, in its own words.
    expect([outcome.asked, replayed.calls]).toEqual([6, 6]);
  });

  test('hands the step on to its own forks, unless they begin before it', async () => {
    const store = await parentStore();
    const fork = await forkOf(store, 'parent', { at: 'round-2', spec: { wording: 'loud' } });
    await resumeRun(talkIn('loud'), fork, { ...settings, store });
    for (const [at, since] of [
      ['round-1', 'round-1'],
      ['round-2', 'round-2'],
      ['round-4', 'round-2'],
    ] as const) {
      const further = await forkOf(store, fork, { at, future: 1, facts: [{ type: 'mood-set', mood: 'calm' }] });
      const outcome = await resumeRun(talkIn('loud'), further, { ...settings, store });
      const replayed = await replayRun(talkIn('loud'), further, store);
      expect([replayed.since, replayed.state]).toEqual([since, outcome.state]);
      expect(replayed.state.said).toContain('calm');
    }
  });

  test('differs if the replayed part was played with other prompts', async () => {
    const store = await parentStore();
    const fork = await forkOf(store, 'parent', { at: 'round-3', spec: { wording: 'loud' } });
    await resumeRun(talkIn('loud'), fork, { ...settings, store });
    await expect(replayRun(talkIn('silent'), fork, store)).rejects.toThrow('was asked differently before');
  });
});

test('a fork with the spec of its parent is replayed from the first step', async () => {
  const store = await parentStore();
  const fork = await forkOf(store, 'parent', { at: 'round-3', future: 1 });
  await resumeRun(talkIn('plain'), fork, { ...settings, store });
  const replayed = await replayRun(talkIn('plain'), fork, store);
  expect([replayed.since, replayed.calls]).toEqual([undefined, 8]);
});

test('the same fork has the same name, which the error has if it is on record; another future has another', async () => {
  const store = await parentStore();
  const fork = await forkOf(store, 'parent', { at: 'round-3' });
  await expect(forkOf(store, 'parent', { at: 'round-3' })).rejects.toEqual(new RunExistsError(fork));
  expect(await forkOf(store, 'parent', { at: 'round-3', future: 1 })).not.toBe(fork);
});

test('a fork can be kept in another store than its parent', async () => {
  const store = await parentStore();
  const into = createMemoryStore();
  const fork = await forkOf(store, 'parent', { at: 'round-3', into });
  expect((await store.list()).map(({ runId }) => runId)).toEqual(['parent']);
  expect((await resumeRun(talkIn('plain'), fork, { ...settings, store: into })).status).toBe('completed');
});

test('a fork that a crash cut off while it was made cannot be resumed, and the same fork again completes it', async () => {
  const store = await parentStore();
  const whole = await entriesOf(store, await forkOf(store, 'parent', { at: 'round-3' }));
  const parent = await entriesOf(store, 'parent');
  for (let cut = 1; cut < whole.length; cut++) {
    const { runId } = whole[0] as { runId: string };
    const half = await storeWith(runId, whole.slice(0, cut));
    await expect(resumeRun(talkIn('plain'), runId, { ...settings, store: half })).rejects.toThrow('cut off while it was made');
    const store2 = await storeWith('parent', parent);
    await forkOf(store2, 'parent', { at: 'round-3', into: half });
    expect((await entriesOf(half, runId)).map(({ type }) => type)).toEqual(whole.map(({ type }) => type));
    expect((await resumeRun(talkIn('plain'), runId, { ...settings, store: half })).status).toBe('completed');
  }
});

describe('a fork point', () => {
  test('is the run before the step, with the answers that the step was given', async () => {
    const { past, answers } = await readForkPoint('parent', await parentStore(), 'round-3');
    expect([past.finishedSteps, past.openFacts]).toEqual([['round-1', 'round-2'], []]);
    expect([...answers.keys()].filter((path) => !path.startsWith('deferred/'))).toEqual(['round-3#0']);
  });

  test('that is not on record is an error that names the nearest one', async () => {
    await expect(readForkPoint('parent', await parentStore(), 'raund-3')).rejects.toThrow(
      'run parent has no step "raund-3" on record (did you mean round-3?); it has round-1, round-2, round-3, round-4',
    );
  });
});

test('a numbered step beyond the last one is answered with the last one', async () => {
  const store = await parentStore();
  await expect(forkOf(store, 'parent', { at: 'round-5' })).rejects.toThrow(
    /no step "round-5" on record \(did you mean round-4\?\)/,
  );
});

test('a fork that is drawn anew uses no answer of its first step, is a run of its own, and replays', async () => {
  const store = await parentStore();
  const kept = await forkOf(store, 'parent', { at: 'round-2' });
  const redrawn = await forkOf(store, 'parent', { at: 'round-2', redraw: true });
  expect(redrawn).not.toBe(kept);
  const inFirstStep = async (runId: string): Promise<number> =>
    (await entriesOf(store, runId)).filter((entry) => entry.type === 'answer-recorded' && entry.path.startsWith('round-2'))
      .length;
  expect([await inFirstStep(kept), await inFirstStep(redrawn)]).toEqual([1, 0]);

  const other = talkIn('plain', toyModels('y'));
  await resumeRun(other, kept, { ...settings, store });
  await resumeRun(other, redrawn, { ...settings, store });
  const said = async (runId: string): Promise<unknown> => factsOf(await entriesOf(store, runId));
  expect(await said(redrawn)).not.toEqual(await said(kept));
  expect(await replayRun(other, redrawn, store)).toMatchObject({ complete: true });
});
