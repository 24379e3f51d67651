import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { JOURNAL_VERSION } from '../journal/entry.js';
import { runIdentity } from '../run/run-identity.js';
import { describeJournalStore } from '../testing/describe-journal-store.js';
import { createFileStore } from './file-store.js';
import { createNestedStore } from './nested-store.js';

describeJournalStore('files in a folder of folders, read', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'journals '));
  return {
    store: createFileStore({ folder }),
    again: createNestedStore({ folder }),
    dispose: () => rm(folder, { recursive: true }),
  };
});

test('runs of the folders in a folder are named with these', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'journals-'));
  const description = { program: 'test', spec: null, seed: '1', replicate: 0 };
  for (const [place, runId] of [
    [folder, 'r-1'],
    [join(folder, 'demo'), 'r-1'],
    [join(folder, 'demo'), 'r-2'],
  ] as const) {
    const writer = await createFileStore({ folder: place }).openWriter(runId, 'create');
    const identity = runIdentity(description);
    writer.append({
      type: 'run-started',
      v: JOURNAL_VERSION,
      runId,
      identity,
      ...description,
      packageVersion: '0',
      labels: {},
      at: 1,
    });
    await writer.close();
  }
  const store = createNestedStore({ folder });
  const names = ['demo/r-1', 'demo/r-2', 'r-1'];
  expect((await store.list()).map(({ runId }) => runId)).toEqual(names);
  expect([...(await store.marks()).keys()].sort()).toEqual(names);
  expect([...(await store.marks(['demo/r-2', 'r-1', 'gone/r-1'])).keys()].sort()).toEqual(['demo/r-2', 'r-1']);
  expect(await store.summary('demo/r-2')).toMatchObject({ runId: 'demo/r-2', header: { runId: 'r-2' } });
  expect((await store.openIndex('demo/r-1')).entries).toHaveLength(1);
  for (const name of ['../demo/r-1', 'demo/../r-1', 'demo/r-1/..', './r-1'])
    await expect(async () => store.openIndex(name)).rejects.toThrow(/cannot be a run's folder here/);
  await rm(folder, { recursive: true });
});
