import type { RunHeader } from '@entente/simulation-core/journal';
import { expect, test } from 'vitest';
import { UsageError } from '../cli/console-error.js';
import type { SelectableRun } from '../selection/select-runs.js';
import { comparedSides, selectSides, type SidesRequest } from './select-sides.js';

interface Told extends SelectableRun {
  readonly models: readonly string[];
}

interface Changes {
  readonly fork?: boolean;
  readonly at?: number;
}

const run = (
  runId: string,
  labels: Readonly<Record<string, string>> = {},
  { models = ['oak'], fork = false, status = 'completed', at = 1 }: Partial<Omit<Told, 'runId' | 'header'>> & Changes = {},
): Told => ({
  runId,
  models,
  status,
  header: {
    runId,
    identity: runId,
    at,
    labels,
    ...(fork && { forkedFrom: { runId: 'parent', step: 's', future: 0, seeds: [] } }),
  } as unknown as RunHeader,
});
const request: SidesRequest<Told> = {
  settingsOf: () => '',
  modelsOf: ({ models }) => models,
  facetsOf: ({ models }) => ({ model: models.join('+') }),
};
const select = (runs: readonly Told[], a: string, b: string, more: Partial<SidesRequest<Told>> = {}) => {
  const { runs: sides, differences } = selectSides(runs, [a, b], { ...request, ...more });
  return { sides: sides.map((side) => side.map(({ runId }) => runId)), differences };
};

const named = [run('maya~s1'), run('maya~s2'), run('ruth~s1')];
const conditions = [run('a1', { condition: 'a', press: 'x' }), run('b1', { condition: 'b', press: 'y' })];

test.each([
  ['the same word twice', named, 'maya', 'maya', 'Both sides of the comparison are "maya"; name two that differ.'],
  ['the same word with a space', named, 'maya', 'maya ', 'Both sides of the comparison are "maya"; name two that differ.'],
  [
    'a name within another',
    named,
    'maya',
    'maya~s',
    '"maya" and "maya~s" are the same 2 runs (maya~s1, ...); name two that differ.',
  ],
  [
    'a run of the other side',
    named,
    'maya',
    'maya~s2',
    '"maya" and "maya~s2" have 1 run in common (maya~s2); name sides that share none.',
  ],
  ['a side that fits everything', named, '', 'maya', '"" is no condition, model or beginning of a run\'s name; there are oak.'],
  [
    'a model of both partners',
    [run('m', {}, { models: ['oak', 'elm'] })],
    'oak',
    'elm',
    '"oak" and "elm" are the same 1 run (m); name two that differ.',
  ],
  [
    'forks alone',
    [run('a'), run('b~fork', {}, { fork: true })],
    'a',
    'b',
    '"b" fits only runs that do not count here: 1 fork; --include forks takes forks in.',
  ],
  [
    'runs that have not ended',
    [run('a'), run('b', {}, { status: 'interrupted' })],
    'a',
    'b',
    '"b" fits only runs that do not count here: 1 unfinished.',
  ],
])('%s is refused as a side, in one line', (_what, runs, a, b, message) => {
  expect(() => select(runs, a, b)).toThrow(new UsageError(message));
});

test('sides that share nothing are taken, and said in what they differ', () => {
  expect(select(conditions, 'a', 'b')).toEqual({ sides: [['a1'], ['b1']], differences: [] });
  const models = [run('x', {}, { models: ['oak'] }), run('y', {}, { models: ['elm'] })];
  expect(select(models, 'oak', 'elm')).toEqual({ sides: [['x'], ['y']], differences: ['model (oak | elm)'] });
});

test('a fork counts where its whole name is typed, or forks are asked for', () => {
  const runs = [run('a'), run('a~fork', {}, { fork: true })];
  expect(select(runs, 'a', 'a~fork').sides).toEqual([['a'], ['a~fork']]);
  const labelled = [run('p', { edit: 'x' }, { fork: true }), run('q', { edit: 'none' }, { fork: true })];
  expect(() => select(labelled, 'edit=x', 'edit=none')).toThrow('--include forks takes forks in');
  expect(select(labelled, 'edit=x', 'edit=none', { include: ['forks'] }).sides).toEqual([['p'], ['q']]);
});

test('both sides are of the version of the most recent run of the study', () => {
  const of = (version: string, condition: string, at: number) =>
    run(`${condition}-${version}`, { study: 's', studyVersion: version, condition }, { at });
  const runs = [of('old', 'a', 1), of('old', 'b', 1), of('new', 'a', 2), of('new', 'b', 2)];
  expect(select(runs, 'a', 'b').sides).toEqual([['a-new'], ['b-new']]);
  expect(select(runs, 'a', 'b', { acrossVersions: true }).sides).toEqual([
    ['a-old', 'a-new'],
    ['b-old', 'b-new'],
  ]);
});

test('conditions of two studies are no two sides', () => {
  const runs = [run('x', { study: 's', condition: 'a' }), run('y', { study: 't', condition: 'b' })];
  expect(() => select(runs, 'a', 'b')).toThrow('"b" fits only runs that do not count here: 1 of another study or of none.');
});

test('the first two words are sides, the others runs', () => {
  expect(comparedSides(['a', 'b', 'one', 'two'])).toEqual({ sides: ['a', 'b'], runs: ['one', 'two'] });
  expect(comparedSides(undefined)).toBeNull();
});

test('one side alone is refused', () => {
  expect(() => comparedSides(['a'])).toThrow('--compare names two; write --compare a and the other one.');
});
