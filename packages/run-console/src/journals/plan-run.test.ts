import type { RunSummary } from '@entente/simulation-core';
import { expect, it } from 'vitest';
import { planRun } from './plan-run.js';

const kind = { kind: 'count' } as Parameters<typeof planRun>[0];
const request = { name: 'count', spec: {}, seed: '1' };
const plan = (known: readonly RunSummary[]) => planRun(kind, request, { models: {} as never, known, further: false });
const named = plan([]).runId;
const copy = (runId: string, calls: number, status: RunSummary['status'] = 'interrupted'): RunSummary =>
  ({ runId, status, header: { runId: named }, totals: { calls } }) as unknown as RunSummary;

it.each([
  ['the folder of its own name', [copy('a', 9, 'completed'), copy(named, 1)], named],
  ['a renamed folder', [copy('a', 1)], 'a'],
  ['a renamed folder in which it has ended', [copy('a', 9), copy('b', 3, 'completed')], 'b'],
])('goes on with %s', (_which, known, runId) => {
  expect(plan(known)).toMatchObject({ runId });
  expect(plan(known).note).toBeUndefined();
});

it('goes on with the copy that has got furthest where none has ended, and says so', () => {
  const { runId, note } = plan([copy('a', 2), copy('b', 9), copy('c', 3)]);
  expect(runId).toBe('b');
  expect(note).toMatch(/^b and c, a are copies of count~s1~\w+, and none of them has ended: b has got furthest/);
});

it('hands on what the list says of it, so that finished runs are read once', () => {
  const known = [copy('other', 1), copy(named, 9, 'completed')];
  expect(plan(known).listed).toBe(known[1]);
  expect(plan([copy('a', 3), copy('b', 9, 'completed')]).listed).toMatchObject({ runId: 'b' });
  expect(plan([copy('other', 1)].map((run) => ({ ...run, header: { ...run.header, runId: 'other' } }))).listed).toBeUndefined();
});
