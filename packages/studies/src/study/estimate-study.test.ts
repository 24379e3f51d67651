import { expect, test } from 'vitest';
import { estimateStudy } from './estimate-study.js';
import type { StudyRun } from './expand-study.js';

const run = (condition: string, seed: string): StudyRun => ({
  id: `s/${condition}/${seed}`,
  study: 's',
  condition,
  levels: {},
  seed,
  replicate: 0,
  settings: {},
  seats: null,
  labels: {},
});
const runs = [run('a', '1'), run('a', '2'), run('b', '1')];

test('what runs take is added up by condition and in total; at once they take as long as the longest', () => {
  const { conditions, total } = estimateStudy(runs, ({ condition, seed }) => {
    const size = condition === 'a' ? Number(seed) : 10;
    return { calls: size, inputTokens: 100 * size, outputTokens: 10 * size, costUsd: size / 4, timeMs: 1000 * size };
  });
  expect(conditions).toEqual([
    {
      condition: 'a',
      runs: 2,
      calls: 3,
      inputTokens: 300,
      outputTokens: 30,
      costUsd: 0.75,
      unpriced: 0,
      timeMs: 2000,
      sequentialMs: 3000,
    },
    {
      condition: 'b',
      runs: 1,
      calls: 10,
      inputTokens: 1000,
      outputTokens: 100,
      costUsd: 2.5,
      unpriced: 0,
      timeMs: 10_000,
      sequentialMs: 10_000,
    },
  ]);
  expect(total).toMatchObject({ runs: 3, calls: 13, costUsd: 3.25, timeMs: 10_000, sequentialMs: 13_000 });
});

test('one run without a price leaves the sum unknown, and says how many', () => {
  const estimate = { calls: 1, inputTokens: 1, outputTokens: 1, timeMs: 1 };
  const { conditions, total } = estimateStudy(runs, ({ condition }) => ({ ...estimate, costUsd: condition === 'b' ? null : 1 }));
  expect(conditions.map(({ costUsd, unpriced }) => [costUsd, unpriced])).toEqual([
    [2, 0],
    [null, 1],
  ]);
  expect(total).toMatchObject({ costUsd: null, unpriced: 1 });
});

test('no runs take nothing', () => {
  const nothing = { calls: 0, inputTokens: 0, outputTokens: 0, costUsd: 0, timeMs: 0 };
  expect(estimateStudy([], () => nothing)).toEqual({
    conditions: [],
    total: { runs: 0, ...nothing, unpriced: 0, sequentialMs: 0 },
  });
});
