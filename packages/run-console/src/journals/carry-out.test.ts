import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Program } from '@entente/simulation-core';
import { createFileStore } from '@entente/simulation-core/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSession } from '../session/session.js';
import { carryOut, type CarriedOut } from './carry-out.js';
import { planRun } from './plan-run.js';
import type { RunKind } from './run-kind.js';
import { COUNTER_WORDS } from '../../test/counter-kind.js';

interface Count {
  readonly type: 'counted';
}

/** Three steps; the third of the run with seed 2 has a bug. */
const counting = (seed: string, beforeLast: (seed: string) => Promise<void>): Program<number, Count> => ({
  kind: 'counting',
  initial: 0,
  apply: (state) => state + 1,
  nextStep: (state) => (state < 3 ? `step-${state + 1}` : undefined),
  step: async (scope) => {
    if (scope.state === 2) await beforeLast(seed);
    if (seed === '2' && scope.state === 2) throw new Error('a bug');
    scope.record({ type: 'counted' });
  },
});

/** Node 20 has no `Promise.withResolvers`. */
function createSignal(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => {};
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'carry-out-'));
});
afterEach(() => rmSync(cwd, { recursive: true }));

async function carriedOut(
  hooks: Pick<RunKind<number, Count>, 'onStep' | 'afterRun'>,
  beforeLast: (seed: string) => Promise<void> = async () => {},
): Promise<CarriedOut & { said: string }> {
  let said = '';
  const output = { write: (text: string) => (said += text) };
  const io = { stdout: output, stderr: output, env: {}, cwd, signals: new EventEmitter() };
  const kind: RunKind<number, Count> = {
    kind: 'counting',
    words: COUNTER_WORDS,
    packageVersion: '0',
    command: 'count',
    responders: [],
    modelsOf: () => [],
    buildProgram: ({ seed }) => counting(seed, beforeLast),
    title: () => 'counting',
    plannedSteps: () => 3,
    results: { columns: [], row: (state) => ({ state }), note: '' },
    tables: () => [],
    ...hooks,
  };
  const client = { config: undefined, latency: undefined, maxConnections: undefined, logLevel: undefined, logFile: undefined };
  const session = await openSession(io, { ...client, responders: [] });
  const folder = join(cwd, 'runs');
  const plans = ['1', '2', '3'].map((seed) =>
    planRun(kind, { name: 'count', spec: {}, seed }, { models: session.models, known: [], further: false }),
  );
  const limits = { maxCost: undefined, maxTokens: undefined, maxWallTime: undefined, concurrency: undefined, grace: 1000 };
  const options = { ...client, ...limits, runsDir: 'runs', json: false, quiet: false } as const;
  const result = await carryOut({
    io,
    kind,
    session,
    store: createFileStore({ folder, durability: 'process' }),
    folder,
    plans,
    options: { ...options, schedule: 'concurrent', durability: 'process' },
  });
  return { ...result, said };
}

describe('carryOut', () => {
  it('lets a kind write its files after every run, ended or not, before the command ends', async () => {
    const told: string[] = [];
    await carriedOut({
      afterRun: async ({ runId, header, store, folder, status, history }) => {
        let last = '';
        for await (const { type } of store.read(runId)) last = type;
        expect([basename(folder), dirname(folder)]).toEqual([runId, join(cwd, 'runs')]);
        told.push(`${header.seed} ${status} ${history} ${last}`);
      },
    });
    expect(told.sort()).toEqual(['1 completed new run-ended', '2 failed new run-interrupted', '3 completed new run-ended']);
  });

  it('calls for files of finished runs again, which a crash may have kept from being written', async () => {
    await carriedOut({});
    const told: string[] = [];
    await carriedOut({ afterRun: async ({ header, history }) => void told.push(`${header.seed} ${history}`) });
    expect(told.sort()).toEqual(['1 finished-before', '2 resumed', '3 finished-before']);
  });

  it('tells in a line a run that files could not be written, and carries everything out all the same', async () => {
    const { completed, said } = await carriedOut({
      onStep: () => Promise.reject(new Error('no room')),
      afterRun: () => Promise.reject(new Error('no room')),
    });
    expect(completed).toHaveLength(2);
    const lines = said.split('\n').filter((line) => line.includes('no room'));
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/^count~s\d~[0-9a-f]{8}: its files could not be written; the run itself is on record \(no room/);
  });

  it('shows a kind the steps of a run under way, whole, and ends with the call for the whole run', async () => {
    const seen: string[] = [];
    const saved = new Map(['1', '2', '3'].map((seed) => [seed, createSignal()]));
    await carriedOut(
      {
        onStep: async ({ runId, header: { seed }, store }) => {
          let steps = 0;
          for await (const entry of store.read(runId)) if (entry.type === 'step-ended') steps++;
          seen.push(`${seed} ${steps}`);
          if (steps === 2) saved.get(seed)!.resolve();
        },
        afterRun: async ({ header }) => void seen.push(`${header.seed} ended`),
      },
      (seed) => saved.get(seed)!.promise,
    );
    expect(seen).toEqual(expect.arrayContaining(['1 2', '2 2', '3 2']));
    for (const seed of ['1', '2', '3']) expect(seen.filter((line) => line.startsWith(seed)).at(-1)).toBe(`${seed} ended`);
  });
});
