import type { JournalEntry } from '@entente/simulation-core';
import { createFakeClock } from '@entente/llm-clients/testing';
import { describe, expect, it } from 'vitest';
import { ProgressTally } from './progress-tally.js';

const model = { provider: 'openai', modelId: 'x' };
const usage = (inputTokens: number, outputTokens: number, more: object = {}) => ({ inputTokens, outputTokens, ...more });
const answer = (of: object): JournalEntry => ({ type: 'answer-recorded', model, result: { usage: of } }) as never;
const embeddings = (of: object): JournalEntry => ({ type: 'embeddings-recorded', model, usage: of }) as never;
const stepEnded = { type: 'step-ended' } as JournalEntry;

function setUp(costs: readonly (number | null)[] = []) {
  const clock = createFakeClock();
  const left = [...costs];
  const runs = [
    { runId: 'a', steps: 2 },
    { runId: 'b', steps: 4 },
  ];
  const surroundings = { now: () => clock.now(), connections: () => undefined, costOf: () => left.shift() ?? null };
  return { clock, tally: new ProgressTally(runs, surroundings) };
}

describe('ProgressTally', () => {
  it('begins with nothing', () => {
    expect(setUp().tally.figures()).toEqual({
      ...{ planned: 2, done: 0, finishedBefore: 0, failed: 0, interrupted: 0, inFlight: 0, calls: 0, callsPerSecond: 0 },
      ...{ tokens: 0, areTokensEstimated: false, costUsd: 0, elapsedMs: 0, etaMs: undefined, share: 0 },
    });
  });

  it('counts calls with their tokens and costs, of replies and of embeddings', async () => {
    const { clock, tally } = setUp([0.5, 0.25]);
    tally.entry('a', answer(usage(100, 20)));
    tally.entry('a', embeddings(usage(30, 0)));
    tally.entry('a', { type: 'fact-recorded' } as JournalEntry);
    await clock.advance(4_000);
    expect(tally.figures()).toMatchObject({ calls: 2, tokens: 150, costUsd: 0.75, callsPerSecond: 0.5, elapsedMs: 4_000 });
  });

  it('knows no cost once a price is missing, and keeps saying so', () => {
    const { tally } = setUp([1, null, 1]);
    for (let call = 0; call < 3; call++) tally.entry('a', answer(usage(1, 1)));
    expect(tally.figures().costUsd).toBeNull();
  });

  it('remembers that some tokens were estimated', () => {
    const { tally } = setUp();
    tally.entry('a', answer(usage(1, 1, { estimated: true })));
    tally.entry('a', answer(usage(1, 1)));
    expect(tally.figures().areTokensEstimated).toBe(true);
  });

  it('extrapolates from the steps that have ended', async () => {
    const { clock, tally } = setUp();
    await clock.advance(6_000);
    tally.entry('a', stepEnded);
    tally.entry('b', stepEnded);
    expect(tally.figures()).toMatchObject({ share: 2 / 6, etaMs: 12_000 });
    for (let more = 0; more < 3; more++) tally.entry('a', stepEnded);
    expect(tally.figures().share).toBe(3 / 6);
  });

  it('counts runs by how they ended, and the steps of a finished run as done', () => {
    const { tally } = setUp();
    tally.runStarted('a');
    tally.runStarted('b');
    expect(tally.figures().inFlight).toBe(2);
    tally.runEnded({ runId: 'a', status: 'completed', history: 'finished-before' });
    expect(tally.figures()).toMatchObject({ inFlight: 1, done: 1, finishedBefore: 1, share: 2 / 6 });
    tally.runEnded({ runId: 'b', status: 'interrupted', history: 'new' });
    expect(tally.figures()).toMatchObject({ inFlight: 0, done: 1, failed: 0, interrupted: 1, share: 2 / 6 });
    tally.runEnded({ runId: 'b', status: 'failed', history: 'new' });
    tally.runEnded({ runId: 'b', status: 'completed', history: 'resumed' });
    expect(tally.figures()).toMatchObject({ done: 2, finishedBefore: 1, failed: 1, interrupted: 1, share: 1 });
  });
});
