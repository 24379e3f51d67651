import { describe, expect, test } from 'vitest';
import { EmptyJournalError, JournalConflictError, JournalCorruptError, JournalEntryError } from '../errors/journal-errors.js';
import { RunExistsError, UnknownRunError } from '../errors/run-errors.js';
import { JOURNAL_VERSION, type JournalEntry } from '../journal/entry.js';
import type { JournalStore, UnlistedRun } from '../journal/journal-store.js';
import { NO_TOTALS } from '../journal/run-totals.js';
import { runIdentity } from '../run/run-identity.js';

export interface JournalStoreFixture {
  readonly store: JournalStore;
  /** Opens a second store over the same journals, like another process. */
  readonly again: JournalStore;
  /** Changes the lines of a journal from outside, for stores that allow this. */
  readonly rewrite?: (runId: string, edit: (lines: readonly string[]) => readonly string[]) => Promise<void>;
  /** Removes everything that the fixture made. */
  readonly dispose?: () => Promise<void>;
}

const header = (runId: string): JournalEntry => {
  const description = {
    program: 'test',
    spec: { couple: 'Ñandú & Øre', lines: 'a\nb\u2028c', run: runId },
    seed: '1',
    replicate: 0,
  };
  return {
    type: 'run-started',
    v: JOURNAL_VERSION,
    runId,
    identity: runIdentity(description),
    ...description,
    packageVersion: '0',
    labels: {},
    at: 1,
  };
};
const fact = (n: number | string): JournalEntry => ({
  type: 'fact-recorded',
  v: JOURNAL_VERSION,
  step: 'one',
  fact: { type: 'said', n },
});

/** Contract of every journal store. `create` makes an empty one for each test. */
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

    test('an entry that could not be read again is refused with its field, and nothing of it is written', () =>
      withStore(async ({ store, again }) => {
        const writer = await store.openWriter('run-1', 'create');
        writer.append(header('run-1'));
        const odd: readonly (readonly [unknown, string])[] = [
          [{ ...fact(1), fact: { n: 1 } }, 'fact.type'],
          [{ ...fact(1), step: 7 }, 'step'],
          [{ type: 'step-ended', v: JOURNAL_VERSION, step: 'one', totals: { ...NO_TOTALS, calls: 1.5 }, at: 1 }, 'totals.calls'],
          [{ type: 'part-recorded', v: JOURNAL_VERSION, hash: 'h', text: undefined }, 'text'],
          [{ type: 'dreamt', v: JOURNAL_VERSION }, 'type'],
        ];
        for (const [entry, field] of odd) {
          let thrown: unknown;
          try {
            writer.append(entry as JournalEntry);
          } catch (error) {
            thrown = error;
          }
          expect(thrown, field).toBeInstanceOf(JournalEntryError);
          expect(thrown, field).toMatchObject({ field });
        }
        writer.append(fact(2));
        await writer.close();
        expect(await entriesOf(again, 'run-1')).toEqual([header('run-1'), fact(2)]);
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

    test('reading an unknown run is an error', () =>
      withStore(async ({ store }) => {
        await expect(entriesOf(store, 'nobody')).rejects.toThrow(UnknownRunError);
      }));

    test('the list has status, totals and last step of every run, sorted by name', () =>
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
        for (const run of runs) expect(await store.summary(run.runId)).toEqual(run);
      }));

    test('one run has a summary by its name: unknown, begun without a record, under way, ended', () =>
      withStore(async ({ store, again }) => {
        expect(await store.summary('run-1')).toBeUndefined();
        const writer = await store.openWriter('run-1', 'create');
        await expect(again.summary('run-1')).rejects.toThrow(EmptyJournalError);
        writer.append(header('run-1'));
        await writer.flush();
        expect(await again.summary('run-1')).toMatchObject({ runId: 'run-1', status: 'unfinished', lastStep: undefined });
        // Far more than one read of the tail takes, so the end of the step comes before it.
        writer.append({ type: 'step-ended', v: JOURNAL_VERSION, step: 'one', totals: { ...NO_TOTALS, calls: 5 }, at: 2 });
        for (let n = 0; n < 40; n++) writer.append(fact(`${n} ${'long '.repeat(2000)}`));
        await writer.flush();
        expect(await again.summary('run-1')).toMatchObject({ status: 'unfinished', lastStep: 'one', totals: { calls: 5 } });
        writer.append({ type: 'run-ended', v: JOURNAL_VERSION, totals: { ...NO_TOTALS, calls: 7 }, at: 3 });
        await writer.close();
        expect(await again.summary('run-1')).toMatchObject({ status: 'completed', totals: { calls: 7 } });
        for (const name of ['run', 'run-1/', '..', '', 'r'.repeat(300)]) expect(await again.summary(name), name).toBeUndefined();
      }));

    test('one run has a summary whatever the state of the others, and a damaged one is an error', () =>
      withStore(async ({ store, again, rewrite }) => {
        if (!rewrite) return;
        for (const runId of ['bad', 'good']) {
          const writer = await store.openWriter(runId, 'create');
          for (const entry of [header(runId), fact(1)]) writer.append(entry);
          await writer.close();
        }
        await rewrite('bad', (lines) => lines.slice(1));
        expect(await again.summary('good')).toMatchObject({ runId: 'good' });
        await expect(again.summary('bad')).rejects.toThrow(/header .* lost .*restore/);
      }));

    test('a journal that was changed from outside is not read past the change: line and step are named', () =>
      withStore(async ({ store, again, rewrite }) => {
        if (!rewrite) return;
        const step = (name: string): JournalEntry => ({ type: 'step-started', v: JOURNAL_VERSION, step: name, at: 1 });
        const damages: Record<string, readonly [(lines: readonly string[]) => readonly string[], number]> = {
          changed: [(lines) => lines.with(3, lines[3]!.replace('"n":2', '"n":7')), 4],
          lost: [(lines) => lines.toSpliced(3, 1), 4],
          doubled: [(lines) => lines.toSpliced(3, 0, lines[3]!), 5],
          swapped: [(lines) => lines.with(3, lines[4]!).with(4, lines[3]!), 4],
          'put in': [(lines) => lines.toSpliced(3, 0, JSON.stringify(fact(9))), 4],
        };
        for (const [kind, [edit, line]] of Object.entries(damages)) {
          const runId = kind.replace(' ', '-');
          const writer = await store.openWriter(runId, 'create');
          for (const entry of [header(runId), step('one'), fact(1), fact(2), fact(3), fact(4)]) writer.append(entry);
          await writer.close();
          await rewrite(runId, edit);
          const error = await entriesOf(again, runId).catch((thrown: unknown) => thrown);
          expect(error, kind).toBeInstanceOf(JournalCorruptError);
          expect(error, kind).toMatchObject({ runId, line, step: 'one' });
        }
      }));

    test('an index tells what every entry is, reads any of them, and takes in what is written later', () =>
      withStore(async ({ store, again }) => {
        const writer = await store.openWriter('run-1', 'create');
        const odd = 'S1901M/"press"/FRÄNCE\\#0';
        const written: JournalEntry[] = [
          header('run-1'),
          { type: 'step-started', v: JOURNAL_VERSION, step: 'one', at: 1 },
          { type: 'part-recorded', v: JOURNAL_VERSION, hash: 'h1', text: 'x'.repeat(100_000) },
          { type: 'branches-opened', v: JOURNAL_VERSION, path: odd, keys: ['a', 'b'] },
          ...Array.from({ length: 40 }, (_, n) => fact(n)),
        ];
        for (const entry of written) writer.append(entry);
        await writer.flush();
        const index = await again.openIndex('run-1');
        expect(index.entries.map(({ type }) => type)).toEqual(written.map(({ type }) => type));
        expect(index.entries.slice(1, 5)).toEqual([
          { type: 'step-started', key: 'one', fact: undefined },
          { type: 'part-recorded', key: 'h1', fact: undefined },
          { type: 'branches-opened', key: odd, fact: undefined },
          { type: 'fact-recorded', key: 'one', fact: 'said' },
        ]);
        expect(await index.read([0, 2, 3, 43])).toEqual([written[0], written[2], written[3], written[43]]);
        const [text] = await index.texts([5]);
        expect(JSON.parse(text!)).toMatchObject(written[5]!);
        await expect(index.read([44])).rejects.toThrow(/run-1 has 44 entries; there is no entry 44/);

        expect(await index.refresh()).toBe(0);
        const later = [fact('later'), { type: 'run-ended', v: JOURNAL_VERSION, totals: NO_TOTALS, at: 3 } as const];
        for (const entry of later) writer.append(entry);
        await writer.close();
        expect(await index.refresh()).toBe(2);
        expect(await index.read([44, 45])).toEqual(later);
        await index.close();
        await expect(again.openIndex('run-2')).rejects.toThrow(UnknownRunError);
      }));

    test('the mark of a journal changes when it grows, and only then', () =>
      withStore(async ({ store, again }) => {
        expect(await again.marks()).toEqual(new Map());
        const writers = await Promise.all(['run-1', 'run-2'].map(async (runId) => store.openWriter(runId, 'create')));
        for (const [index, writer] of writers.entries()) writer.append(header(`run-${index + 1}`));
        await Promise.all(writers.map(async (writer) => writer.flush()));
        const before = await again.marks();
        expect([...before.keys()].sort()).toEqual(['run-1', 'run-2']);
        expect(await again.marks()).toEqual(before);
        writers[0]!.append(fact(1));
        await Promise.all(writers.map(async (writer) => writer.close()));
        expect(await again.marks(['run-2', 'run-3'])).toEqual(new Map([['run-2', before.get('run-2')]]));
        expect((await again.marks(['run-1'])).get('run-1')?.mark).not.toBe(before.get('run-1')?.mark);
      }));

    test('an index of a journal that was changed from outside is refused with the line', () =>
      withStore(async ({ store, again, rewrite }) => {
        if (!rewrite) return;
        const writer = await store.openWriter('run-1', 'create');
        for (const entry of [header('run-1'), fact(1), fact(2), fact(3)]) writer.append(entry);
        await writer.close();
        await rewrite('run-1', (lines) => lines.with(2, lines[2]!.replace('"n":2', '"n":7')));
        await expect(again.openIndex('run-1')).rejects.toMatchObject({ runId: 'run-1', line: 3 });
      }));

    test('a journal without its header hides no other run, and nothing is written over it', () =>
      withStore(async ({ store, again, rewrite }) => {
        if (!rewrite) return;
        for (const runId of ['bad', 'good']) {
          const writer = await store.openWriter(runId, 'create');
          for (const entry of [header(runId), fact(1)]) writer.append(entry);
          await writer.close();
        }
        await rewrite('bad', (lines) => lines.slice(1));
        const unlisted: UnlistedRun[] = [];
        expect((await again.list((run) => unlisted.push(run))).map(({ runId }) => runId)).toEqual(['good']);
        expect(unlisted.map(({ runId, kind }) => [runId, kind])).toEqual([['bad', 'damaged']]);
        await expect(again.list()).rejects.toThrow(JournalCorruptError);
        for (const mode of ['create', 'continue'] as const)
          await expect(again.openWriter('bad', mode)).rejects.toThrow(/header .* lost .*restore/);
      }));
  });
}
