import type { RunHeader } from '@entente/simulation-core/journal';
import { expect, test } from 'vitest';
import { UsageError } from '../cli/console-error.js';
import { findSides } from './find-sides.js';

interface Told {
  readonly runId: string;
  readonly header: RunHeader;
  readonly models: readonly string[];
}

const run = (runId: string, labels: Readonly<Record<string, string>> = {}, models: readonly string[] = ['oak']): Told => ({
  runId,
  header: { labels } as RunHeader,
  models,
});
const find = (runs: readonly Told[], a: string, b: string) => {
  const found = findSides(runs, [a, b], ({ models }) => models);
  return { kind: found.kind, runs: found.runs.map((side) => side.map(({ runId }) => runId)) };
};

test('a name is a condition before it is a label, a model or the beginning of a name', () => {
  const runs = [run('oak-1', { condition: 'oak', tree: 'oak' }), run('elm-1', { condition: 'elm', tree: 'elm' }, ['elm'])];
  expect(find(runs, 'oak', 'elm')).toEqual({ kind: 'condition', runs: [['oak-1'], ['elm-1']] });
  expect(find(runs, 'tree=oak', 'tree=elm').kind).toBe('label');
  expect(find([run('a'), run('b', {}, ['elm'])], 'oak', 'elm')).toEqual({ kind: 'model', runs: [['a'], ['b']] });
  expect(find(runs, 'oak-', 'elm-').kind).toBe('run-name');
});

test('a model that plays on both sides of a run is on both sides', () => {
  expect(find([run('mixed', {}, ['oak', 'elm'])], 'oak', 'elm').runs).toEqual([['mixed'], ['mixed']]);
});

test('a name that fits nothing is refused, with those that there are', () => {
  expect(() => find([run('a', { condition: 'silence' })], 'silence', 'tlak')).toThrow(
    new UsageError('"tlak" is no condition, model or beginning of a run\'s name; there are oak, silence.'),
  );
});

test('a condition of two studies is refused until it is said of which one', () => {
  const runs = [
    run('a', { study: 'first', condition: 'x' }),
    run('b', { study: 'second', condition: 'x' }),
    run('c', { study: 'second', condition: 'y' }),
  ];
  expect(() => find(runs, 'x', 'y')).toThrow('"x" is in the studies first, second; --study first says in which one.');
  expect(find(runs.slice(1), 'x', 'y').runs).toEqual([['b'], ['c']]);
  expect(find([run('a', { study: 'first', condition: 'x' }), runs[2]!], 'x', 'y').runs).toEqual([['a'], ['c']]);
});
