import { createMemoryStore, runIdentity } from '@entente/simulation-core';
import type { JournalStore, JournalWriter } from '@entente/simulation-core/journal';
import { beforeEach, expect, test } from 'vitest';
import { RunList } from './run-list.js';

const NO_TOTALS = { calls: 0, failedAttempts: 0, usage: {}, sequentialMs: 0 };
const WHENEVER = 60_000;
let now: number;
let grownAt: number;
let asked: string[];
let store: JournalStore;
let list: RunList;

beforeEach(() => {
  now = 1_000_000;
  grownAt = now;
  asked = [];
  store = createMemoryStore();
  const watched: Pick<JournalStore, 'marks' | 'summary'> = {
    marks: async () => new Map([...(await store.marks())].map(([run, { mark }]) => [run, { mark, changedAt: grownAt }])),
    summary: async (runId) => {
      asked.push(runId);
      return store.summary(runId);
    },
  };
  const clock = { now: () => now, sleep: async () => new Promise<void>(() => {}) };
  list = new RunList({ store: watched, costOf: () => null, clock });
});

async function begin(runId: string, at = 1): Promise<JournalWriter> {
  const writer = await store.openWriter(runId, 'create');
  const description = { program: 'relationship', spec: { settings: { scenes: 4 } }, seed: '1', replicate: 0 };
  const identity = runIdentity(description);
  writer.append({ type: 'run-started', v: 1, runId, identity, ...description, packageVersion: '0', labels: {}, at });
  await writer.flush();
  return writer;
}

const later = (ms = 10_000): void => void (now += ms);

test('a journal is read again only when it has grown', async () => {
  const [one] = [await begin('one'), await begin('two')];
  const first = await list.since(0, WHENEVER);
  expect(first).toMatchObject({ known: 2, isComplete: true, gone: [] });
  expect(asked.sort()).toEqual(['one', 'two']);
  later();
  one.append({ type: 'step-ended', v: 1, step: 'scene-2', totals: NO_TOTALS, at: 2 });
  await one.flush();
  const change = await list.since(first.version, WHENEVER);
  expect(asked.sort()).toEqual(['one', 'one', 'two']);
  expect(change.runs).toMatchObject([{ runId: 'one', lastStep: 'scene-2', progress: { unit: 'scene', done: 2, of: 4 } }]);
  later();
  expect(await list.since(change.version, WHENEVER)).toMatchObject({ version: change.version, runs: [] });
});

test('looks that follow each other at once are one', async () => {
  await begin('one');
  await list.since(0, WHENEVER);
  await begin('two');
  expect((await list.since(0, WHENEVER)).known).toBe(1);
  later();
  expect((await list.since(0, WHENEVER)).known).toBe(2);
});

test('a run that is not over counts as running while its journal grows, and as unfinished when it no longer does', async () => {
  const writer = await begin('one');
  const statuses = async () => (await list.since(0, WHENEVER)).runs.map(({ status }) => status);
  expect(await statuses()).toEqual(['running']);
  later(120_000);
  expect(await statuses()).toEqual(['unfinished']);
  writer.append({ type: 'run-ended', v: 1, totals: NO_TOTALS, at: 3 });
  await writer.close();
  grownAt = now;
  later();
  expect(await statuses()).toEqual(['completed']);
});

test('a run that was removed is told as gone, and a damaged one with what is wrong', async () => {
  await begin('one');
  const { version } = await list.since(0, WHENEVER);
  later();
  const others = createMemoryStore();
  const broken = await others.openWriter('broken', 'create');
  broken.append({ type: 'step-started', v: 1, step: 'scene-1', at: 1 });
  await broken.close();
  store = others;
  const change = await list.since(version, WHENEVER);
  expect(change.gone).toEqual(['one']);
  expect(change.damaged).toEqual([{ runId: 'broken', message: expect.stringContaining('run-started') as string }]);
  expect(await list.since(0, WHENEVER)).toMatchObject({ runs: [], gone: [] });
});

test('the newest runs come at once, and the others in slices', async () => {
  for (let number = 0; number < 7; number++) await begin(`run-${number}`, number);
  const newest = await list.newest(2, WHENEVER);
  expect(newest).toMatchObject({ version: 0, known: 7, runs: [{ runId: 'run-6' }, { runId: 'run-5' }] });
  const found = new Set<string>();
  let slices = 0;
  for (let { version } = newest; ; slices++) {
    const slice = await list.since(version, WHENEVER, 3);
    if (slice.version === version) break;
    expect(slice.runs.length).toBeLessThanOrEqual(3);
    for (const { runId } of slice.runs) found.add(runId);
    version = slice.version;
  }
  expect(found.size).toBe(7);
  expect(slices).toBe(3);
});

test('a journal without an entry is no run until it has one', async () => {
  await begin('one');
  await (await store.openWriter('two', 'create')).close();
  expect(await list.newest(10, WHENEVER)).toMatchObject({ known: 1, isComplete: true, runs: [{ runId: 'one' }] });
});
