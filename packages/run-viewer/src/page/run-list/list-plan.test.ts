import { expect, test } from 'vitest';
import type { RunRow } from '../../server/run-row';
import { filtered, linesOf, sorted, USUAL_PLAN } from './list-plan';

const run = (runId: string, further: Partial<RunRow> = {}): RunRow => ({
  runId,
  program: 'relationship',
  title: 'Maya & Jonas',
  models: ['offline'],
  status: 'completed',
  lastStep: 'scene-10',
  progress: null,
  calls: 10,
  inputTokens: 100,
  outputTokens: 10,
  cost: 0,
  startedAt: 1,
  outcome: 'steady',
  study: null,
  condition: null,
  studyVersion: null,
  seed: '1',
  replicate: 0,
  about: null,
  forkedFrom: null,
  interruption: null,
  ...further,
});
const ids = (runs: readonly RunRow[]) => runs.map(({ runId }) => runId);

test('every word and every facet has to fit', () => {
  const runs = [
    run('a', { outcome: 'ended' }),
    run('b', { models: ['openai:gpt'] }),
    run('c', { program: 'diplomacy', title: 'gpt' }),
  ];
  expect(ids(filtered(runs, { ...USUAL_PLAN, words: 'MAYA gpt' }))).toEqual(['b']);
  expect(ids(filtered(runs, { ...USUAL_PLAN, program: 'diplomacy' }))).toEqual(['c']);
  expect(ids(filtered(runs, { ...USUAL_PLAN, model: 'offline', words: 'ended' }))).toEqual(['a']);
});

test('runs without a value stand last, whichever way the list is sorted', () => {
  const runs = [run('a', { cost: null }), run('b', { cost: 2 }), run('c', { cost: 1 })];
  expect(ids(sorted(runs, { sort: 'cost', isDescending: false }))).toEqual(['c', 'b', 'a']);
  expect(ids(sorted(runs, { sort: 'cost', isDescending: true }))).toEqual(['b', 'c', 'a']);
});

test('a group that is closed keeps its heading and its count', () => {
  const runs = [run('a', { study: 's', condition: 'x' }), run('b', { study: 's', condition: 'x' }), run('c')];
  expect(
    linesOf(runs, 'study', new Set(['s › x'])).map((line) =>
      line.kind === 'group' ? `${line.label} ${line.runs}` : line.run.runId,
    ),
  ).toEqual(['s › x 2', 'no study 1', 'c']);
});

test('forks stand below their parent, and none is lost', () => {
  const fork = (runId: string, parent: string) => run(runId, { forkedFrom: { runId: parent, step: 'scene-2', future: 0 } });
  const lines = linesOf([fork('a2', 'a1'), run('a'), fork('a1', 'a'), fork('b1', 'gone')], 'origin', new Set());
  expect(lines.map((line) => (line.kind === 'run' ? `${line.depth} ${line.run.runId}` : ''))).toEqual([
    '0 a',
    '1 a1',
    '2 a2',
    '0 b1',
  ]);
});
