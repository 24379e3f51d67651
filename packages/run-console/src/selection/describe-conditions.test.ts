import type { RunHeader } from '@entente/simulation-core/journal';
import { expect, it } from 'vitest';
import { describeConditions } from './describe-conditions.js';

const run = (condition?: string) => ({
  runId: 'x',
  status: 'completed' as const,
  header: { labels: condition === undefined ? {} : { study: 'x', condition } } as unknown as RunHeader,
});

it('means over several conditions say which, and over how many runs of each', () => {
  expect(describeConditions({ runs: [run('level=10'), run('level=9'), run('level=9')] })).toBe(
    'Means are over 2 conditions together: level=9 (2 runs), level=10 (1 run); --compare sets two against each other.',
  );
});

it('means over one condition, or without a study, say nothing', () => {
  expect(describeConditions({ runs: [run('a'), run('a')] })).toBeNull();
  expect(describeConditions({ runs: [run(), run()] })).toBeNull();
});
