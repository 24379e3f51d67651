import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { description, entriesOf, settings } from '../../test/journal-copies.js';
import { toyModels, toyProgram } from '../../test/toy-program.js';
import { type Addresses, addressKey } from '../journal/addresses.js';
import { readRecord } from '../journal/record.js';
import { summarizeRun } from '../journal/run-summary.js';
import { createMemoryStore } from '../stores/memory-store.js';
import { forkRun } from './fork-run.js';
import { replayRun } from './replay-run.js';
import { resumeRun } from './resume-run.js';
import { runBatch } from './run-batch.js';
import { startRun } from './start-run.js';

const TINY = 'llamacpp:tiny@http://127.0.0.1:1/v1';
const BIG = 'vllm:big@http://127.0.0.1:1/v1';
const program = () => toyProgram(toyModels('x'), 3);

/** Stops a session after this number of its own answers. */
function stopAfter(answers: number) {
  const stop = new AbortController();
  let left = answers;
  return {
    stop: stop.signal,
    onEntry: ({ type }: { readonly type: string }) =>
      void (type === 'answer-recorded' && --left <= 0 && stop.abort(new Error('enough'))),
  };
}

describe('models that move while a run is on record', () => {
  const url = fc.integer({ min: 1, max: 4 }).map((port) => `http://127.0.0.1:${port}/v1`);
  const move = fc.dictionary(fc.constantFrom(TINY, BIG), url, { maxKeys: 2 });
  const sessions = fc.array(fc.record({ move, answers: fc.integer({ min: 1, max: 12 }) }), { minLength: 1, maxLength: 5 });

  test('are known to the record, to any tail that has the end of a step, and to forks, wherever the run was stopped', async () => {
    await fc.assert(
      fc.asyncProperty(sessions, async (chain) => {
        const store = createMemoryStore();
        await startRun(program(), { ...settings, store, runId: 'r', description, ...stopAfter(4) });
        let addresses: Addresses = {};
        for (const { move: moves, answers } of chain) {
          if ((await store.summary('r'))?.status === 'completed') break;
          addresses = { ...addresses, ...moves };
          await resumeRun(program(), 'r', { ...settings, store, addresses, ...stopAfter(answers) });
          const entries = await entriesOf(store, 'r');
          expect((await readRecord('r', entries)).addresses).toEqual(addresses);
          expect((await store.summary('r'))?.addresses).toEqual(addresses);
          const [header] = entries;
          const end = entries.findLastIndex(({ type }) => type === 'step-ended');
          if (end > 0 && header?.type === 'run-started')
            expect(summarizeRun({ runId: 'r', header, contents: '' }, entries.slice(end)).addresses).toEqual(addresses);
        }
        await resumeRun(program(), 'r', { ...settings, store, addresses });
        expect((await replayRun(program(), 'r', store)).complete).toBe(true);
        const fork = await forkRun('r', { ...settings, store, at: 'round-2' });
        expect((await store.summary(fork))?.addresses).toEqual(addresses);
        await resumeRun(program(), fork, { ...settings, store, addresses: { ...addresses, [BIG]: 'http://127.0.0.1:9/v1' } });
        expect((await store.summary(fork))?.addresses).toEqual({ ...addresses, [BIG]: 'http://127.0.0.1:9/v1' });
        expect((await replayRun(program(), fork, store)).complete).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test('keep identity, header and answers as they were', async () => {
    const store = createMemoryStore();
    await startRun(program(), { ...settings, store, runId: 'r', description, ...stopAfter(5) });
    const before = await entriesOf(store, 'r');
    await resumeRun(program(), 'r', { ...settings, store, addresses: { [TINY]: 'http://127.0.0.1:2/v1' } });
    const after = await entriesOf(store, 'r');
    expect(after.slice(0, before.length)).toEqual(before);
    const paths = after.flatMap((entry) => (entry.type === 'answer-recorded' ? [entry.path] : []));
    expect(new Set(paths).size).toBe(paths.length);
  });

  test('are not forgotten by a session that does not mention them', async () => {
    const store = createMemoryStore();
    await startRun(program(), { ...settings, store, runId: 'r', description, ...stopAfter(2) });
    await resumeRun(program(), 'r', { ...settings, store, addresses: { [TINY]: 'http://127.0.0.1:2/v1' }, ...stopAfter(2) });
    const entries = await entriesOf(store, 'r');
    for (const addresses of [undefined, {}, { [BIG]: 'http://127.0.0.1:3/v1' }])
      await expect(resumeRun(program(), 'r', { ...settings, store, ...(addresses && { addresses }) })).rejects.toThrow(
        `r: ${TINY} has moved to http://127.0.0.1:2/v1; let the program ask it there`,
      );
    expect(await entriesOf(store, 'r')).toEqual(entries);
  });

  test('go to the programs of a batch, which moves more of them', async () => {
    const store = createMemoryStore();
    await startRun(program(), { ...settings, store, runId: 'r', description, ...stopAfter(2) });
    await resumeRun(program(), 'r', { ...settings, store, addresses: { [TINY]: 'http://127.0.0.1:2/v1' }, ...stopAfter(2) });
    const built: (Addresses | undefined)[] = [];
    const plan = (runId: string) => ({
      runId,
      description,
      addresses: { [BIG]: 'http://127.0.0.1:3/v1' },
      program: (addresses?: Addresses) => {
        built.push(addresses);
        return program();
      },
    });
    const { completed } = await runBatch([plan('r'), plan('new')], {
      ...settings,
      store,
      concurrency: { max: 1 },
      keep: () => undefined,
    });
    expect(completed).toHaveLength(2);
    expect(built).toEqual([{ [TINY]: 'http://127.0.0.1:2/v1', [BIG]: 'http://127.0.0.1:3/v1' }, {}]);
    expect((await store.summary('r'))?.addresses).toEqual(built[0]);
    expect((await store.summary('new'))?.addresses).toEqual({});
  });

  test('are named by provider, model and address; what has no address cannot move', () => {
    expect(addressKey({ provider: 'llamacpp', modelId: 'tiny', baseUrl: 'http://127.0.0.1:1/v1' })).toBe(TINY);
    expect(addressKey({ provider: 'offline', modelId: 'offline', baseUrl: null })).toBeUndefined();
  });
});
