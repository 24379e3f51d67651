import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { description, entriesOf, settings } from '../../test/journal-copies.js';
import { JournalEntryError } from '../errors/journal-errors.js';
import { UnknownFactError } from '../errors/run-errors.js';
import { createFileStore, JOURNAL_FILE } from '../node/file-store.js';
import type { Program } from '../program.js';
import { isSameWork } from './facts-on-record.js';
import { foldRun } from './fold-run.js';
import { replayRun } from './replay-run.js';
import { resumeRun } from './resume-run.js';
import { startRun } from './start-run.js';

type Counted = { readonly type: 'counted'; readonly by: number };

/** Counts to three, a step a number. */
function counting(by: (step: number) => unknown = () => 1, factSchema?: Program<number, Counted>['factSchema']) {
  const program: Program<number, Counted> = {
    kind: 'counting',
    initial: 0,
    apply: (sum, fact) => sum + fact.by,
    nextStep: (sum) => (sum < 3 ? `step-${sum}` : undefined),
    step: async (scope, sum) => {
      scope.record({ type: 'counted', by: by(sum) } as Counted);
    },
    ...(factSchema && { factSchema }),
  };
  return program;
}

const schema = z.object({ type: z.literal('counted'), by: z.int().positive() });

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'facts-'));
});
afterEach(() => rm(folder, { recursive: true }));

test.each([0, -1, 1.5, NaN, 'one', null])(
  'a fact that the program does not know (by: %j) is refused before it is on record',
  async (odd) => {
    const store = createFileStore({ folder });
    const program = counting((sum) => (sum === 2 ? odd : 1), schema);
    const outcome = await startRun(program, { ...settings, store, runId: 'r', description });
    expect(outcome).toMatchObject({ status: 'failed', state: 2, error: { factType: 'counted', field: 'by', place: undefined } });
    expect(outcome.status === 'failed' && String(outcome.error)).toMatch(
      /step-2 was to record the fact "counted" .*: by: .*mend the program/,
    );
    expect((await entriesOf(store, 'r')).filter(({ type }) => type === 'fact-recorded')).toHaveLength(2);
    expect(await resumeRun(counting(undefined, schema), 'r', { ...settings, store })).toMatchObject({
      status: 'completed',
      state: 3,
    });
  },
);

test('a fact on record that the program does not know is named with its line and step by everything that reads it', async () => {
  const store = createFileStore({ folder });
  await startRun(counting(), { ...settings, store, runId: 'r', description });
  const stricter = counting(undefined, z.object({ type: z.literal('counted'), by: z.literal(2) }));
  const lines = (await readFile(join(folder, 'r', JOURNAL_FILE), 'utf8')).split('\n');
  const line = lines.findIndex((text) => text.includes('fact-recorded')) + 1;
  const named = { factType: 'counted', field: 'by', place: { runId: 'r', line, step: 'step-0' } };
  await expect(foldRun(stricter, 'r', store)).rejects.toThrow(UnknownFactError);
  await expect(foldRun(stricter, 'r', store)).rejects.toMatchObject(named);
  await expect(resumeRun(stricter, 'r', { ...settings, store })).rejects.toMatchObject(named);
  await expect(replayRun(stricter, 'r', store)).rejects.toThrow(UnknownFactError);
  await writeFile(join(folder, 'r', JOURNAL_FILE), lines.slice(0, -3).join('\n') + '\n');
  expect(await resumeRun(stricter, 'r', { ...settings, store })).toMatchObject({ status: 'failed', error: named });
  expect((await foldRun(counting(undefined, schema), 'r', store)).state).toBe(3);
});

test('a fact that no JSON can hold is refused with the reason', async () => {
  const store = createFileStore({ folder });
  const circle: unknown[] = [];
  circle.push(circle);
  for (const [index, odd] of [1n, circle].entries()) {
    const outcome = await startRun(
      counting(() => odd),
      { ...settings, store, runId: `r${index}`, description },
    );
    expect(outcome.status === 'failed' && outcome.error).toBeInstanceOf(JournalEntryError);
    expect(outcome.status === 'failed' && String(outcome.error)).toMatch(
      /^JournalEntryError: fact-recorded step-0 counted cannot be recorded/,
    );
  }
});

const work = (input: unknown, key = 'a', kind = 'k') => ({ type: 'work-deferred', key, kind, input });

test.each([
  ['copies beside the same reference', work({ power: 'ITALY', diary: ['long'] }), work({ power: 'ITALY' }), true],
  ['another order of keys', work({ b: [1, { x: 1, y: 2 }], a: 1 }), work({ a: 1, b: [1, { y: 2, x: 1 }] }), true],
  ['another reference', work({ power: 'ITALY', diary: [] }), work({ power: 'FRANCE' }), false],
  ['a reference that is not on record', work({ diary: [] }), work({ power: 'ITALY' }), false],
  ['another key', work({ power: 'ITALY' }), work({ power: 'ITALY' }, 'b'), false],
  ['another kind', work({ power: 'ITALY' }), work({ power: 'ITALY' }, 'a', 'l'), false],
  ['another text', work('one'), work('other'), false],
  ['another fact', { type: 'said', key: 'a' }, { type: 'said' }, false],
])('work on record is or is not the same as now: %s', (_name, recorded, now, isSame) => {
  expect(isSameWork(recorded, now)).toBe(isSame);
});
