import { expect, test } from 'vitest';
import type { RunRow } from '../../server/run-row';
import { conditionRows } from './condition-rows';

const run = (runId: string, condition: string, further: Partial<RunRow> = {}): RunRow =>
  ({
    runId,
    condition,
    status: 'completed',
    calls: 10,
    inputTokens: 5,
    outputTokens: 1,
    cost: 1,
    about: null,
    forkedFrom: null,
    ...further,
  }) as RunRow;

test('forks are counted apart, an unknown price makes the sum unknown, and nothing known is a dash, not 0', () => {
  const rows = conditionRows(
    [
      run('a', 'x'),
      run('b', 'x', { status: 'running', cost: null }),
      run('a2', 'x', { forkedFrom: { runId: 'a', step: 'scene-2', future: 0 } }),
      run('c', 'w'),
    ],
    { results: [{ run: 'a', missing: 2, defaulted: 3 }], timing: [] },
  );
  expect(rows).toMatchObject([
    { condition: 'w', runs: 1, cost: 1, missing: null, otherMissing: null },
    {
      condition: 'x',
      runs: 2,
      forks: 1,
      statuses: { completed: 1, running: 1 },
      calls: 20,
      tokens: 12,
      cost: null,
      missing: 2,
      otherMissing: 3,
      failedCalls: null,
    },
  ]);
});
