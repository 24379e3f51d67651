import { existsSync, readdirSync, readlinkSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NO_USAGE } from '@entente/llm-clients';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { countingClock, description, settings } from '../../test/journal-copies.js';
import { toyModels, toyProgram } from '../../test/toy-program.js';
import { createFileStore, LOCK_FILE } from '../node/file-store.js';
import { diskOperations } from '../node/file-writer.js';
import { Budget } from './budget.js';
import { resumeRun } from './resume-run.js';
import { startRun } from './start-run.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faults-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Throws at its n-th use, or from then on at every one. */
interface Fault {
  (): void;
  readonly wasMet: () => boolean;
}

function faultAt(n: number, lasts: boolean): Fault {
  let uses = 0;
  const use = (): void => {
    uses++;
    if (uses === n || (lasts && uses > n)) throw new Error(`use ${n} failed`);
  };
  return Object.assign(use, { wasMet: () => uses >= n });
}

/** All that a run is made of, with `fault` called by the one that is named. */
function runWith(name: string, fault: Fault) {
  const faulty =
    <Taken extends readonly unknown[], Given>(own: string, work: (...taken: Taken) => Given) =>
    (...taken: Taken): Given => {
      if (own === name) fault();
      return work(...taken);
    };
  const models = toyModels('salt', (call) => faulty('model', call)());
  const toy = toyProgram(models, 2);
  const store = createFileStore({
    folder,
    durability: name === 'sync' ? 'answer' : 'process',
    operations: {
      write: async (fd, bytes) => faulty('write', diskOperations.write)(fd, bytes),
      sync: async (fd) => faulty('sync', diskOperations.sync)(fd),
    },
  });
  return {
    program: {
      ...toy,
      apply: faulty('apply', toy.apply),
      nextStep: faulty('nextStep', toy.nextStep),
      step: async (...taken: Parameters<typeof toy.step>) => faulty('step', toy.step)(...taken),
      due: faulty('due', toy.due!),
      deferred: { score: faulty('deferred', toy.deferred!['score']!) },
    },
    options: {
      ...settings,
      store: { ...store, read: faulty('read', store.read) },
      clock: { ...countingClock, now: faulty('clock', countingClock.now) },
      budget: new Budget({ maxCostUsd: 1e9, costOf: faulty('price', () => 1), estimate: faulty('estimate', () => NO_USAGE) }),
      onEntry: faulty('onEntry', () => {}),
      onStepSaved: faulty('onStepSaved', () => {}),
    },
  };
}

const NAMES = [
  ...['apply', 'nextStep', 'step', 'due', 'deferred', 'model', 'write', 'sync', 'read', 'clock', 'price', 'estimate'],
  ...['onEntry', 'onStepSaved'],
];

/** Files of the folder that this process has open; where that cannot be told, none. */
function openFiles(): readonly string[] {
  if (!existsSync('/proc/self/fd')) return [];
  return readdirSync('/proc/self/fd').flatMap((fd) => {
    try {
      const file = readlinkSync(`/proc/self/fd/${fd}`);
      return file.startsWith(folder) ? [file] : [];
    } catch {
      return [];
    }
  });
}

const play = async (
  runId: string,
  how: 'start' | 'resume',
  { program, options }: ReturnType<typeof runWith>,
): Promise<unknown> =>
  how === 'start' ? startRun(program, { ...options, runId, description }) : resumeRun(program, runId, options);

test.each(NAMES)(
  'when %s throws, the run leaves neither a lock nor an open file, and ends equal once it is mended',
  async (name) => {
    const whole = await startRun(toyProgram(toyModels('salt'), 2), {
      ...settings,
      store: createFileStore({ folder }),
      runId: 'whole',
      description,
    });
    let met = 0;
    for (const how of ['start', 'resume'] as const)
      for (const lasts of [false, true])
        for (const n of [1, 2, 5, 13, 34]) {
          const runId = `${how}-${n}-${lasts ? 'lasting' : 'once'}`;
          const store = createFileStore({ folder, durability: 'process' });
          if (how === 'resume') await play(runId, 'start', runWith('model', faultAt(9, true)));
          const fault = faultAt(n, lasts);
          await play(runId, how, runWith(name, fault)).catch(() => {});
          if (fault.wasMet()) met++;
          expect(existsSync(join(folder, runId, LOCK_FILE)), `${runId}: lock`).toBe(false);
          expect(openFiles(), runId).toEqual([]);
          const isThere = await store.summary(runId).catch(() => undefined);
          const mended = await play(runId, isThere ? 'resume' : 'start', runWith('nothing', faultAt(1, false)));
          expect(mended, runId).toMatchObject({ status: 'completed', state: whole.state });
          if (!fault.wasMet()) break;
        }
    expect(met).toBeGreaterThan(0);
  },
);

test('an unpriced model under a money budget stops the run before anything is asked, and frees it', async () => {
  const models = toyModels('salt');
  const costOf = (): number | null => null;
  const first = runWith('model', faultAt(9, true));
  await play('r', 'start', first);
  const budget = new Budget({ maxCostUsd: 1, costOf, estimate: () => NO_USAGE });
  const store = createFileStore({ folder });
  const outcome = await resumeRun(toyProgram(models, 2), 'r', { ...settings, store, budget });
  expect(outcome).toMatchObject({ status: 'interrupted', reason: 'budget' });
  expect(models.asked).toEqual([]);
  expect(existsSync(join(folder, 'r', LOCK_FILE))).toBe(false);
  expect(openFiles()).toEqual([]);
});
