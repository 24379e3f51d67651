import { describe, expect, test } from 'vitest';
import { JournalConflictError } from '../errors/journal-errors.js';
import { RunExistsError, UnknownRunError } from '../errors/run-errors.js';
import { JOURNAL_VERSION, type JournalEntry } from '../journal/entry.js';
import type { JournalStore } from '../journal/journal-store.js';
import { NO_TOTALS } from '../journal/run-totals.js';

export interface JournalStoreFixture {
  readonly store: JournalStore;
  /** A second store over the same journals, as another process would have it. */
  readonly again: JournalStore;
  /** Undoes what the fixture made. */
  readonly dispose?: () => Promise<void>;
}

const header = (runId: string): JournalEntry => ({
  type: 'run-started',
  v: JOURNAL_VERSION,
  runId,
  program: 'test',
  identity: runId,
  spec: { couple: 'Ñandú & Øre', lines: 'a\nb\u2028c' },
  seed: '1',
  replicate: 0,
  packageVersion: '0',
  labels: {},
  at: 1,
});
const fact = (n: number): JournalEntry => ({ type: 'fact-recorded', v: JOURNAL_VERSION, step: 'one', fact: { type: 'said', n } });

/** What every journal store promises. `create` makes an empty one for each test. */
export function describeJournalStore(name: string, create: () => Promise<JournalStoreFixture>): void {
  const withStore = async (body: (fixture: JournalStoreFixture) => Promise<void>): Promise<void> => {
    const fixture = await create();
    try {
      await body(fixture);
    } finally {
      await fixture.dispose?.();
    }
  };
  const entriesOf = async (store: JournalStore, run: string, from?: number): Promise<JournalEntry[]> => {
    const entries: JournalEntry[] = [];
    for await (const entry of store.read(run, from)) entries.push(entry);
    return entries;
  };

  describe(`journal store: ${name}`, () => {
    test('what was appended and flushed is read back in order, by another reader, while the writer goes on', () =>
      withStore(async ({ store, again }) => {
        const writer = await store.openWriter('run-1', 'create');
        const written = [header('run-1'), ...Array.from({ length: 50 }, (_, n) => fact(n))];
        for (const entry of written) writer.append(entry);
        await writer.flush();
        expect(await entriesOf(again, 'run-1')).toEqual(written);
        expect(await entriesOf(again, 'run-1', 48)).toEqual(written.slice(48));
        expect(await entriesOf(again, 'run-1', 1000)).toEqual([]);
        await writer.close();
      }));

    test('a closed run can be continued, and goes on behind its last entry', () =>
      withStore(async ({ store, again }) => {
        const first = await store.openWriter('run-1', 'create');
        first.append(header('run-1'));
        await first.close();
        const second = await again.openWriter('run-1', 'continue');
        second.append(fact(1));
        await second.close();
        expect(await entriesOf(store, 'run-1')).toEqual([header('run-1'), fact(1)]);
      }));

    test('entries appended while a flush is under way are kept, and every flush covers what came before it', () =>
      withStore(async ({ store }) => {
        const writer = await store.openWriter('run-1', 'create');
        writer.append(header('run-1'));
        const flushes = Array.from({ length: 20 }, async (_, n) => {
          writer.append(fact(n));
          await writer.flush();
          const facts = (await entriesOf(store, 'run-1')).filter((entry) => entry.type === 'fact-recorded');
          expect(facts.length).toBeGreaterThan(n);
        });
        await Promise.all(flushes);
        await writer.close();
        expect(await entriesOf(store, 'run-1')).toHaveLength(21);
      }));

    test('a run is created once, continued only when it is there, and written by one writer at a time', () =>
      withStore(async ({ store, again }) => {
        await expect(store.openWriter('run-1', 'continue')).rejects.toThrow(UnknownRunError);
        const writer = await store.openWriter('run-1', 'create');
        writer.append(header('run-1'));
        await writer.flush();
        await expect(again.openWriter('run-1', 'continue')).rejects.toThrow(JournalConflictError);
        await writer.close();
        await expect(store.openWriter('run-1', 'create')).rejects.toThrow(RunExistsError);
        await (await again.openWriter('run-1', 'continue')).close();
      }));

    test('reading a run that is not there says so', () =>
      withStore(async ({ store }) => {
        await expect(entriesOf(store, 'nobody')).rejects.toThrow(UnknownRunError);
      }));

    test('the list tells status, totals and last step of every run, sorted by name', () =>
      withStore(async ({ store }) => {
        expect(await store.list()).toEqual([]);
        const ends: Record<string, JournalEntry[]> = {
          done: [{ type: 'run-ended', v: JOURNAL_VERSION, totals: { ...NO_TOTALS, calls: 7 }, at: 3 }],
          cut: [],
          stopped: [
            { type: 'run-interrupted', v: JOURNAL_VERSION, reason: 'stopped', message: 'by hand', totals: NO_TOTALS, at: 3 },
          ],
        };
        for (const [run, end] of Object.entries(ends)) {
          const writer = await store.openWriter(run, 'create');
          writer.append(header(run));
          writer.append({ type: 'step-ended', v: JOURNAL_VERSION, step: 'scene-1', totals: { ...NO_TOTALS, calls: 5 }, at: 2 });
          for (const entry of end) writer.append(entry);
          await writer.close();
        }
        const runs = await store.list();
        expect(runs.map((run) => [run.runId, run.status, run.totals?.calls, run.lastStep])).toEqual([
          ['cut', 'unfinished', 5, 'scene-1'],
          ['done', 'completed', 7, 'scene-1'],
          ['stopped', 'interrupted', 0, 'scene-1'],
        ]);
        expect(runs[2]?.interruption?.message).toBe('by hand');
      }));
  });
}
