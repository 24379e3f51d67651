import { expect, test } from 'vitest';
import type { RunRow } from '../run-row.js';
import { studyRows } from './study-row.js';

const run = (further: Partial<RunRow>): RunRow => ({
  runId: 'r',
  program: 'relationship',
  title: '',
  models: [],
  status: 'completed',
  lastStep: null,
  progress: null,
  calls: 1,
  inputTokens: 0,
  outputTokens: 0,
  cost: 1,
  startedAt: 1,
  outcome: null,
  study: 's',
  condition: 'a',
  studyVersion: 'v1',
  seed: '1',
  replicate: 0,
  about: null,
  forkedFrom: null,
  interruption: null,
  ...further,
});

test('runs are counted by study, condition and state, and forks are not', () => {
  const runs = [
    run({}),
    run({ condition: 'b', status: 'running', startedAt: 5, studyVersion: 'v2', cost: null }),
    run({ forkedFrom: { runId: 'r', step: 'scene-1', future: 0 } }),
    run({ study: 'later', startedAt: 9 }),
    run({ study: null }),
  ];
  expect(studyRows(runs)).toMatchObject([
    { name: 'later', runs: 1, cost: 1 },
    {
      name: 's',
      versions: ['v2', 'v1'],
      conditions: [
        { name: 'a', runs: 1, statuses: { completed: 1 } },
        { name: 'b', runs: 1, statuses: { running: 1 } },
      ],
      runs: 2,
      statuses: { completed: 1, running: 1 },
      cost: null,
      startedAt: 5,
    },
  ]);
});
