import type { JournalStore, UnlistedRun } from '@entente/simulation-core';
import { expect, it } from 'vitest';
import { listKnown } from './list-known.js';

async function told(unlisted: readonly UnlistedRun[]) {
  const notes: string[] = [];
  const store: Pick<JournalStore, 'list'> = {
    list: async (onUnlisted) => {
      for (const run of unlisted) onUnlisted?.(run);
      return [];
    },
  };
  const { damaged, empty } = await listKnown(store, { note: (line) => notes.push(line) });
  return { notes, damaged, empty };
}

const run = (kind: UnlistedRun['kind'], runId: string): UnlistedRun => ({ kind, runId, error: new Error(`${runId} is ${kind}`) });

it('tells every damaged journal, and a few empty ones, in a line of its own', async () => {
  const { notes, damaged, empty } = await told([run('damaged', 'a'), run('empty', 'b'), run('damaged', 'c')]);
  expect([damaged, empty]).toEqual([2, 1]);
  expect(notes.map((line) => line[0]).sort()).toEqual(['a', 'b', 'c']);
});

it('tells many empty journals in one line, and says how many', async () => {
  const { notes, empty } = await told(Array.from({ length: 191 }, (_, index) => run('empty', `r${index}`)));
  expect(empty).toBe(191);
  expect(notes).toEqual([expect.stringMatching(/^the journals of r0 and 190 more are empty: nothing was recorded/)]);
});
