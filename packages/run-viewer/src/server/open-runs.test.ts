import { createMemoryStore, runIdentity } from '@entente/simulation-core';
import { expect, test } from 'vitest';
import { OpenRuns } from './open-runs.js';

test('no journal is closed while it is read, and few are held open', async () => {
  const store = createMemoryStore();
  const open = new Set<string>();
  const runs = new OpenRuns({
    costOf: () => null,
    store: {
      openIndex: async (runId) => {
        const index = await store.openIndex(runId);
        open.add(runId);
        const close = async () => void open.delete(runId);
        return { entries: index.entries, refresh: index.refresh, texts: index.texts, read: index.read, close };
      },
    },
  });
  const names = Array.from({ length: 30 }, (_, at) => `run-${at}`);
  for (const runId of names) {
    const writer = await store.openWriter(runId, 'create');
    const description = { program: 'test', spec: null, seed: runId, replicate: 0 };
    const identity = runIdentity(description);
    writer.append({ type: 'run-started', v: 1, runId, identity, ...description, packageVersion: '0', labels: {}, at: 1 });
    await writer.close();
  }
  let finish = (): void => {};
  const reading = runs.use('run-0', async () => new Promise<void>((resolve) => (finish = resolve)));
  await Promise.all(names.slice(1).map(async (runId) => runs.use(runId, ({ header }) => expect(header.runId).toBe(runId))));
  expect(open.has('run-0')).toBe(true);
  expect(open.size).toBeLessThan(12);
  finish();
  await reading;
  await expect(runs.use('nobody', () => {})).rejects.toThrow(/nobody/);
  await runs.close();
  expect([...open]).toEqual([]);
});
