import { mkdtemp, rm, truncate, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  createMemoryStore,
  foldRun,
  forkRun,
  inParallel,
  type JournalEntry,
  type JournalStore,
  type Program,
  replayRun,
  resumeRun,
  type Schedule,
  startRun,
} from '../src/index.js';
import { createFileStore, JOURNAL_FILE } from '../src/node/index.js';
import { SCHEDULES } from '../src/run/run-settings.js';
import { answeredIn, countingClock, description, entriesOf, factsOf, settings, storeWith } from './journal-copies.js';
import { ask, PLAYERS, toyModels, toyProgram, type ToyState } from './toy-program.js';

/** A store whose flushes, too, finish in any order the scheduler likes. */
function scheduledStore(store: JournalStore, scheduler: fc.Scheduler): JournalStore {
  return {
    ...store,
    openWriter: async (runId, mode) => {
      const writer = await store.openWriter(runId, mode);
      return {
        append: (entry) => writer.append(entry),
        flush: async () => {
          await writer.flush();
          await scheduler.schedule(Promise.resolve());
        },
        close: () => writer.close(),
      };
    },
  };
}

/** Starts or resumes the toy run under an interleaving drawn by the scheduler. */
async function play(
  scheduler: fc.Scheduler,
  salt: string,
  store: JournalStore,
  how: 'start' | 'resume' = 'start',
  schedule: Schedule = 'concurrent',
) {
  const models = toyModels(salt, (call) => scheduler.schedule(Promise.resolve()).then(call));
  const program = toyProgram(models);
  const options = { ...settings, schedule, store: scheduledStore(store, scheduler) };
  const running = how === 'start' ? startRun(program, { ...options, runId: 'r', description }) : resumeRun(program, 'r', options);
  const outcome = await scheduler.waitFor(running);
  if (outcome.status !== 'completed') throw outcome.error;
  return { state: outcome.state, asked: models.asked, totals: outcome.totals, entries: await entriesOf(store, 'r') };
}

const undisturbed = await (async () => {
  const store = createMemoryStore();
  const models = toyModels('salt');
  const outcome = await startRun(toyProgram(models), { ...settings, store, runId: 'r', description });
  return { state: outcome.state, asked: models.asked, totals: outcome.totals, entries: await entriesOf(store, 'r') };
})();

/** Tries every law of runs under that many random interleavings each: tests take a few dozen, `npm run torture` hundreds. */
export function tryLaws(interleavings: number): void {
  test('facts come in identical order, with identical content, under every interleaving', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const run = await play(scheduler, 'salt', createMemoryStore());
        expect(factsOf(run.entries)).toEqual(factsOf(undisturbed.entries));
        expect(run.state).toEqual(undisturbed.state);
        expect([...run.asked].sort()).toEqual([...undisturbed.asked].sort());
      }),
      { numRuns: interleavings },
    );
  });

  test('under every schedule, and cut at any entry, a run gives the same facts and asks the same for the same totals', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.scheduler(),
        fc.constantFrom(...SCHEDULES),
        fc.constantFrom(...SCHEDULES),
        fc.nat(),
        async (first, second, schedule, afterwards, cut) => {
          const run = await play(first, 'salt', createMemoryStore(), 'start', schedule);
          expect(factsOf(run.entries)).toEqual(factsOf(undisturbed.entries));
          expect(run.totals).toEqual(undisturbed.totals);
          const store = await storeWith('r', run.entries.slice(0, 1 + (cut % (run.entries.length - 1))));
          const resumed = await play(second, 'salt', store, 'resume', afterwards);
          expect(factsOf(resumed.entries)).toEqual(factsOf(undisturbed.entries));
          expect(resumed.totals).toEqual(undisturbed.totals);
        },
      ),
      { numRuns: interleavings },
    );
  });

  test('a replay from the journal alone rebuilds the same state and facts, with no call at all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.string({ maxLength: 5 }), async (scheduler, salt) => {
        const store = createMemoryStore();
        const run = await play(scheduler, salt, store);
        const silent = toyModels('another salt');
        const replayed = await replayRun(toyProgram(silent), 'r', store);
        expect(silent.asked).toEqual([]);
        expect(replayed.complete).toBe(true);
        expect(replayed.state).toEqual(run.state);
        expect(replayed.facts.map((fact) => JSON.stringify(fact))).toEqual(factsOf(run.entries));
        expect((await foldRun(toyProgram(silent), 'r', store)).state).toEqual(run.state);
      }),
      { numRuns: interleavings },
    );
  });

  test('cut at any entry, a run resumes: it asks exactly what is missing and ends equal, deferred work included', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.scheduler(), fc.nat(), async (first, second, cut) => {
        const full = await play(first, 'salt', createMemoryStore());
        const prefix = full.entries.slice(0, 1 + (cut % (full.entries.length - 1)));
        const store = await storeWith('r', prefix);
        const resumed = await play(second, 'salt', store, 'resume');
        expect(resumed.state).toEqual(undisturbed.state);
        expect(resumed.asked.length).toBe(answeredIn(full.entries).size - answeredIn(prefix).size);
        expect(factsOf(resumed.entries)).toEqual(factsOf(undisturbed.entries));
        expect((await replayRun(toyProgram(toyModels('no')), 'r', store)).state).toEqual(undisturbed.state);
      }),
      { numRuns: interleavings },
    );
  });

  test('cut twice, a run still ends equal', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.scheduler(), fc.nat(), fc.nat(), async (first, second, cut, again) => {
        const once = (await play(first, 'salt', await storeWith('r', undisturbed.entries.slice(0, 1 + (cut % 80))), 'resume'))
          .entries;
        const store = await storeWith('r', once.slice(0, 1 + (again % once.length)));
        expect((await play(second, 'salt', store, 'resume')).state).toEqual(undisturbed.state);
      }),
      { numRuns: interleavings },
    );
  });

  test('cut at any byte, a journal file resumes and ends equal', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'cut-'));
    const store = createFileStore({ folder, durability: 'process' });
    try {
      let run = 0;
      await fc.assert(
        fc.asyncProperty(fc.nat(), async (cut) => {
          const runId = `r${run++}`;
          const writer = await store.openWriter(runId, 'create');
          for (const entry of undisturbed.entries) writer.append(entry);
          await writer.close();
          const file = join(folder, runId, JOURNAL_FILE);
          const bytes = await readFile(file);
          const firstLine = bytes.indexOf(0x0a) + 1;
          await truncate(file, firstLine + (cut % (bytes.length - firstLine)));
          const kept = answeredIn(await entriesOf(store, runId)).size;
          const models = toyModels('salt');
          const outcome = await resumeRun(toyProgram(models), runId, { ...settings, store });
          expect(outcome.state).toEqual(undisturbed.state);
          expect(models.asked.length).toBe(answeredIn(undisturbed.entries).size - kept);
        }),
        { numRuns: interleavings },
      );
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test('a fork inherits exactly its prefix, and then goes its own way', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.integer({ min: 1, max: 3 }), fc.nat({ max: 3 }), async (scheduler, round, future) => {
        const at = `round-${round}`;
        const store = await storeWith(
          'parent',
          undisturbed.entries.map((entry) => (entry.type === 'run-started' ? { ...entry, runId: 'parent' } : entry)),
        );
        await forkRun('parent', { store, clock: countingClock, packageVersion: '0', at, future, runId: 'r' });
        const before = factsOf(beforeStep(undisturbed.entries, at));
        expect(factsOf(await entriesOf(store, 'r'))).toEqual(before);
        const fork = await play(scheduler, 'salt', store, 'resume');
        expect(factsOf(fork.entries).slice(0, before.length)).toEqual(before);
        // The first step draws as its parent did, so every recorded answer serves it; what follows draws anew.
        expect(fork.asked.filter((prompt) => prompt.includes(` speaks in ${round - 1} `))).toEqual([]);
        if (round < 3) expect(fork.state.said).not.toEqual(undisturbed.state.said);
        else expect(fork.state).toEqual(undisturbed.state);
        expect((await replayRun(toyProgram(toyModels('no')), 'r', store)).state).toEqual(fork.state);
        const again = await resumeRun(toyProgram(toyModels('no')), 'r', { ...settings, store });
        expect([again.state, again.asked]).toEqual([fork.state, 0]);
      }),
      { numRuns: interleavings },
    );
  });

  test('an edited reply stands in its place, what was said before and beside it is kept, what follows is asked anew', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const parent = undisturbed.entries.map((entry) => (entry.type === 'run-started' ? { ...entry, runId: 'parent' } : entry));
        const store = await storeWith('parent', parent);
        // The second edit's question is built on the first edit, so it is no longer the one on record; it stands all the same.
        const replies = { 'round-2/talk/BEN#0': 'something else9', 'round-2/talk/BEN/inner/thought#0': 'planted' };
        await forkRun('parent', { store, clock: countingClock, packageVersion: '0', at: 'round-2', runId: 'r', replies });
        const fork = await play(scheduler, 'salt', store, 'resume');
        const [before, edited] = [undisturbed.state.said, fork.state.said];
        expect(edited[5]).toMatch(/^something else9 .* planted /);
        expect([edited.slice(0, 5), edited[6]]).toEqual([before.slice(0, 5), before[6]]);
        expect(fork.asked.some((prompt) => prompt.startsWith('ANA') && prompt.includes('speaks in 1 '))).toBe(false);
        expect(fork.asked.some((prompt) => prompt.includes('something else9'))).toBe(true);
        expect((await replayRun(toyProgram(toyModels('no')), 'r', store)).state).toEqual(fork.state);
      }),
      { numRuns: interleavings },
    );
  });

  test('nothing is appended after inParallel rejects, and siblings of the failed branch start no new call', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const store = createMemoryStore();
        const models = toyModels('salt', (call) => scheduler.schedule(Promise.resolve()).then(call));
        let askedAtFailure = -1;
        let appendedAtRejection = -1;
        let appended = 0;
        const program: Program<ToyState, never> = {
          kind: 'failing',
          initial: { round: 0, said: [], scores: {} },
          apply: (state) => state,
          nextStep: () => 'only',
          step: async (scope) => {
            try {
              await inParallel(scope, PLAYERS, async (player, branch) => {
                for (let turn = 0; turn < 4; turn++) {
                  await ask(branch, models.model, `${player} ${turn}`);
                  if (player === 'BEN' && turn === 1) {
                    askedAtFailure = models.asked.length;
                    throw new Error('a bug');
                  }
                }
              });
            } finally {
              appendedAtRejection = appended;
            }
          },
        };
        const options = {
          ...settings,
          store: scheduledStore(store, scheduler),
          runId: 'r',
          description,
          onEntry: () => void appended++,
        };
        const outcome = await scheduler.waitFor(startRun(program, options));
        await scheduler.waitAll();
        expect(outcome).toMatchObject({ status: 'failed', reason: 'error' });
        const entries = await entriesOf(store, 'r');
        // Only the stop itself comes after the rejection.
        expect(appended - appendedAtRejection).toBe(1);
        expect(entries.at(-1)?.type).toBe('run-interrupted');
        expect(models.asked.length).toBe(askedAtFailure);
        // Every call that was sent is on record: nothing paid for was thrown away.
        expect(answeredIn(entries).size).toBe(models.asked.length);
      }),
      { numRuns: interleavings },
    );
  });
}

function beforeStep(entries: readonly JournalEntry[], step: string): readonly JournalEntry[] {
  const start = entries.findIndex((entry) => entry.type === 'step-started' && entry.step === step);
  const end = entries.slice(0, start).findLastIndex((entry) => entry.type === 'step-ended');
  return entries.slice(0, end + 1);
}
