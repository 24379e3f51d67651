import type { JournalEntry } from '@entente/simulation-core';
import { describe, expect, it } from 'vitest';
import { displayWidth } from '../text/display-width.js';
import { createStyle } from '../text/style.js';
import { formatProgress, formatProgressLine } from './format-progress.js';
import { ProgressTally } from './progress-tally.js';

const FIGURES = {
  planned: 1000,
  done: 123,
  finishedBefore: 0,
  failed: 2,
  interrupted: 1,
  inFlight: 200,
  calls: 45_678,
  callsPerSecond: 812.3,
  tokens: 98_765_432,
  areTokensEstimated: false,
  costUsd: null,
  elapsedMs: 65_000,
  etaMs: 400_000,
  share: 0.2,
};
const CONNECTIONS = { allowed: 400, inFlight: 398, rateLimited: 7 };

describe('formatProgress', () => {
  it('says everything where there is room', () => {
    const [runs, calls] = formatProgress(FIGURES, CONNECTIONS, { width: 140, style: createStyle(false) });
    expect(runs).toContain('123 of 1000 done · 200 in flight · 2 failed · 1 interrupted · ETA 6 min 40 s');
    expect(calls).toBe('45.7k calls (812/s) · 98.8M tokens · cost unknown · 398 of 400 connections · 7 × 429 · 1 min 05 s');
  });

  it.each([40, 60, 80, 100])('fits %d columns, and keeps failures and 429s whatever else has to go', (width) => {
    const lines = formatProgress(FIGURES, CONNECTIONS, { width, style: createStyle(true) });
    for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
    expect(lines[0]).toContain('2 failed');
    expect(lines[1]).toContain('7 × 429');
  });

  it('is one plain line for a log', () => {
    expect(formatProgressLine(FIGURES, undefined)).toBe(
      '123 of 1000 runs done, 200 in flight, 2 failed, 1 interrupted, 45678 calls (812/s), 98.8M tokens, cost unknown, ETA 6 min 40 s',
    );
  });
});

describe('ProgressTally', () => {
  const usage = { inputTokens: 100, outputTokens: 10, cacheReadTokens: 0, cacheWriteTokens: 0, reasoningTokens: 0 };
  const call = (modelId: string): JournalEntry => ({
    type: 'embeddings-recorded',
    v: 1,
    path: 'a#0',
    model: { provider: 'x', modelId },
    vectors: [],
    usage,
    latencyMs: 5,
    attempts: [],
    at: 0,
  });
  const stepEnded: JournalEntry = {
    type: 'step-ended',
    v: 1,
    step: 's',
    totals: { calls: 0, failedAttempts: 0, usage: {}, sequentialMs: 0 },
    at: 0,
  };

  it('foretells the end from the steps that are left, skipped runs left out', () => {
    let now = 0;
    const tally = new ProgressTally(
      [
        { runId: 'a', steps: 10 },
        { runId: 'b', steps: 10 },
      ],
      { now: () => now, connections: () => undefined, costOf: () => 0 },
    );
    tally.runEnded({ runId: 'b', status: 'completed', history: 'finished-before' });
    tally.runStarted('a');
    expect(tally.figures().etaMs).toBeUndefined();
    tally.entry('a', stepEnded);
    tally.entry('a', stepEnded);
    now = 4000;
    expect(tally.figures()).toMatchObject({ done: 1, finishedBefore: 1, inFlight: 1, etaMs: 16_000, share: 12 / 20 });
  });

  it('adds costs call by call, and says unknown from the first call without a price', () => {
    const tally = new ProgressTally([{ runId: 'a', steps: 1 }], {
      now: () => 0,
      connections: () => undefined,
      costOf: ({ modelId }) => (modelId === 'priced' ? 0.5 : null),
    });
    tally.entry('a', call('priced'));
    tally.entry('a', call('priced'));
    expect(tally.figures()).toMatchObject({ calls: 2, tokens: 220, costUsd: 1 });
    tally.entry('a', call('other'));
    tally.entry('a', call('priced'));
    expect(tally.figures().costUsd).toBeNull();
  });
});
