import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { settings } from '../../test/journal-copies.js';
import { toyModels, toyProgram } from '../../test/toy-program.js';
import { JournalWriteError } from '../errors/journal-errors.js';
import type { JournalStore } from '../journal/journal-store.js';
import type { RunSummary } from '../journal/run-summary.js';
import { createFileStore, JOURNAL_FILE } from '../node/file-store.js';
import { diskOperations } from '../node/file-writer.js';
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
type Planned = ReturnType<typeof plan> & { readonly listed?: RunSummary };
const batch = (plans: readonly Planned[], options: Partial<RunBatchOptions<unknown, boolean>> = {}) =>
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

test('a damaged journal fails its own run with the problem, is never overwritten, and stops no other run', async () => {
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

test('a run on record with another description under the same name is not resumed', async () => {
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

const results = { toRecord: (kept: boolean) => ({ kept }), fromRecord: (result: unknown) => (result ? true : undefined) };

test('finished runs are skipped by the heads and tails of their journals, with the same result as when they ended', async () => {
  await batch([plan('a'), plan('b')], { results });
  const asked = models.asked.length;
  const files = createFileStore({ folder });
  const store = { ...files, list: () => expect.unreachable('listed'), read: () => expect.unreachable('read') };
  const { completed } = await batch([plan('a'), plan('b')], { results, store });
  expect(completed).toMatchObject([
    { runId: 'a', history: 'finished-before', kept: true, totals: { calls: (await files.summary('a'))?.totals?.calls } },
    { runId: 'b', history: 'finished-before', kept: true },
  ]);
  expect(models.asked.length).toBe(asked);
});

test('finished runs from a list that was just read are not read again, unlike others', async () => {
  await batch([plan('a')], { results });
  const files = createFileStore({ folder, durability: 'process' });
  const [listed] = await files.list();
  const read: string[] = [];
  const store: JournalStore = { ...files, summary: (runId) => (read.push(runId), files.summary(runId)) };
  const { completed } = await batch([{ ...plan('a'), listed: listed! }, plan('b')], { results, store });
  expect(completed.map(({ runId, history }) => [runId, history])).toEqual([
    ['a', 'finished-before'],
    ['b', 'new'],
  ]);
  expect(read).not.toContain('a');

  const { completed: placed } = await batch([{ ...plan('placed'), listed: listed! }], { results, store });
  expect(placed.map(({ history }) => history)).toEqual(['new']);

  const unfinished = { ...listed!, status: 'unfinished' } as const;
  await batch([{ ...plan('a'), listed: unfinished }], { results, store });
  expect(read).toContain('a');
});

test('a finished run whose last entry this version cannot use is read as a whole', async () => {
  await batch([plan('old')]);
  await batch([plan('newer')], { results: { ...results, toRecord: () => 'of another version' } });
  const kept: string[] = [];
  const { completed } = await batch([plan('old'), plan('newer')], {
    results: { ...results, fromRecord: () => undefined },
    keep: (_state, runId) => kept.push(runId) > 0,
  });
  expect(completed.map((run) => [run.runId, run.kept])).toEqual([
    ['old', true],
    ['newer', true],
  ]);
  expect(kept.sort()).toEqual(['newer', 'old']);
});

test('a kept part that cannot be made stops no run', async () => {
  const { completed } = await batch([plan('a')], {
    results: {
      ...results,
      toRecord: () => {
        throw new Error('no row');
      },
    },
  });
  expect(completed.map(({ runId }) => runId)).toEqual(['a']);
});

/** A disk that fails with `code` from the n-th write on; of one run's folder alone where that is named. */
function failingStore(code: string, after: number, alone?: string): JournalStore {
  let writes = 0;
  const broken = createFileStore({
    folder,
    durability: 'process',
    operations: {
      ...diskOperations,
      write: async (fd, bytes) => {
        if (++writes > after) throw Object.assign(new Error(`${code}: it failed`), { code });
        await diskOperations.write(fd, bytes);
      },
    },
  });
  if (alone === undefined) return broken;
  const sound = createFileStore({ folder, durability: 'process' });
  return { ...sound, openWriter: (runId, mode) => (runId === alone ? broken : sound).openWriter(runId, mode) };
}

const PLANS = ['a', 'b', 'c', 'd', 'e', 'f'].map((runId) => plan(runId));

test.each(['ENOSPC', 'EDQUOT', 'EROFS', 'EIO'])('%s at the first write: no call is paid, and the batch ends', async (code) => {
  const asked = models.asked.length;
  const { failed, interrupted } = await batch(PLANS, { store: failingStore(code, 0), concurrency: { max: 3 } });
  expect(models.asked.length).toBe(asked);
  expect(failed.length + interrupted.length).toBe(PLANS.length);
  expect(failed.length).toBeLessThanOrEqual(3);
  for (const { error } of failed) expect(error).toBeInstanceOf(JournalWriteError);
});

test('a disk that fills up lets no new call start in any run, and loses only what was in flight', async () => {
  for (const after of [4, 9, 20]) {
    const calls: string[] = [];
    let full = false;
    const startedAfter: string[] = [];
    const counted = toyModels('salt', async (call) => {
      calls.push('call');
      if (full) startedAfter.push('call');
      return call();
    });
    const inner = failingStore('ENOSPC', after);
    const store: JournalStore = {
      ...inner,
      openWriter: async (runId, mode) => {
        const writer = await inner.openWriter(runId, mode);
        return {
          ...writer,
          flush: () =>
            writer.flush().catch((error: unknown) => {
              full = true;
              throw error;
            }),
        };
      },
    };
    const plans = PLANS.map((each) => ({ ...each, runId: `${each.runId}${after}`, program: () => toyProgram(counted, 1) }));
    const { completed, failed, interrupted } = await batch(plans, { store, concurrency: { max: 3 } });
    expect(completed.length + failed.length + interrupted.length).toBe(PLANS.length);
    expect(failed.length).toBeGreaterThan(0);
    expect(startedAfter).toEqual([]);
    for (const { error } of interrupted) expect(error).toBeInstanceOf(JournalWriteError);
  }
});

test('a journal that cannot be written while the disk is sound fails its own run alone', async () => {
  for (const code of ['EFBIG', 'EACCES', 'EPERM', 'ENOENT']) {
    const plans = PLANS.map((each) => ({ ...each, runId: `${each.runId}-${code}` }));
    const { completed, failed } = await batch(plans, { store: failingStore(code, 3, `b-${code}`), concurrency: { max: 2 } });
    expect(failed.map(({ runId }) => runId)).toEqual([`b-${code}`]);
    expect(completed).toHaveLength(PLANS.length - 1);
  }
});
