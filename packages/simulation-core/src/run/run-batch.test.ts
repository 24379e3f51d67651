import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { settings } from '../../test/journal-copies.js';
import { toyModels, toyProgram } from '../../test/toy-program.js';
import { createFileStore, JOURNAL_FILE } from '../node/index.js';
import { runBatch, type RunBatchOptions } from './run-batch.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'batch-'));
});
afterEach(() => rm(folder, { recursive: true }));

const models = toyModels('salt');
const plan = (runId: string, seed = runId) => ({
  runId,
  description: { spec: { test: true }, seed, replicate: 0 },
  program: () => toyProgram(models, 1),
});
const batch = (plans: readonly ReturnType<typeof plan>[], options: Partial<RunBatchOptions<unknown, boolean>> = {}) =>
  runBatch(plans, {
    ...settings,
    store: createFileStore({ folder, durability: 'process' }),
    concurrency: { max: 1 },
    keep: () => true,
    ...options,
  });
const fileOf = (runId: string): string => join(folder, runId, JOURNAL_FILE);

test('after a stop, a run that was interrupted before is not opened, and gets no second note', async () => {
  const stop = new AbortController();
  stop.abort(new Error('enough'));
  const first = new AbortController();
  await batch([plan('a')], {
    stop: first.signal,
    onEntry: (_run, { type }) => type === 'answer-recorded' && first.abort(new Error('once')),
  });
  const before = await readFile(fileOf('a'), 'utf8');
  expect(before).toMatch(/"type":"run-interrupted"/);
  const { interrupted } = await batch([plan('a'), plan('b')], { stop: stop.signal });
  expect(interrupted.map(({ runId, history }) => [runId, history])).toEqual([
    ['a', 'not-started'],
    ['b', 'not-started'],
  ]);
  expect(await readFile(fileOf('a'), 'utf8')).toBe(before);
});

test('a damaged journal fails its own run with what is wrong, is never played over, and keeps no other from being played', async () => {
  await batch([plan('a')]);
  const text = await readFile(fileOf('a'), 'utf8');
  const headless = text.slice(text.indexOf('\n') + 1);
  await writeFile(fileOf('a'), headless);
  const { completed, failed } = await batch([plan('a'), plan('b')]);
  expect(completed.map(({ runId }) => runId)).toEqual(['b']);
  expect(failed.map(({ error }) => String(error))).toEqual([
    expect.stringMatching(/header of the run is lost .* on record below it/),
  ]);
  expect(await readFile(fileOf('a'), 'utf8')).toBe(headless);
});

test('a run on record under the name that was made of something else is not gone on with', async () => {
  await batch([plan('a')]);
  const before = await readFile(fileOf('a'), 'utf8');
  const others = [
    plan('a', 'another'),
    { ...plan('a'), description: { ...plan('a').description, replicate: 1 } },
    { ...plan('a'), description: { ...plan('a').description, spec: { test: false } } },
    { ...plan('a'), program: () => ({ ...toyProgram(models, 1), kind: 'other' }) },
  ];
  for (const other of others) {
    const { failed } = await batch([other]);
    expect(String(failed[0]?.error)).toMatch(/^OtherRunError: run a is on record with (an)?other .* not gone on with/);
  }
  expect(await readFile(fileOf('a'), 'utf8')).toBe(before);
});
