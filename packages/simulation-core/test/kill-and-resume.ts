import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeClock } from '@entente/llm-clients';
import {
  createMemoryStore,
  digest,
  type JournalEntry,
  type JournalStore,
  resumeRun,
  startRun,
  UnknownRunError,
} from '../src/index.js';
import { createFileStore } from '../src/node/index.js';
import { build } from 'tsup';
import { entriesOf, factsOf } from './journal-copies.js';
import { httpToyModels, startToyServer, type ToyServer } from './http-toy.js';
import { toyModels, toyProgram, type ToyState } from './toy-program.js';

/** Description of the run that is killed, for those who resume it. */
export const KILLED_RUN = { spec: { test: true }, seed: 'seed', replicate: 0 } as const;

export const KILL_POINTS = ['before-request', 'request-sent', 'reply-read', 'torn-append', 'after-append', 'at-barrier'] as const;
export type KillPoint = (typeof KILL_POINTS)[number];

export interface KillReport {
  readonly killed: boolean;
  readonly state: ToyState;
  readonly facts: readonly string[];
  /** Answers on record when the process died. */
  readonly answeredAtKill: number;
  /** Texts asked again although their answer was on record: must be none. */
  readonly paidTwice: readonly string[];
  /** Texts asked again because their answer had not reached the record. */
  readonly repeated: readonly string[];
  readonly inFlightAtKill: number;
  /** Texts asked again although another question had been built on their answer: must be none, an answer is used only once it is on record. */
  readonly usedBeforeRecorded: readonly string[];
}

/** Everything the kills share: the bundled child program, a folder for journals, and a provider with a log. */
export interface KillBench {
  run(point: KillPoint, count: number): Promise<KillReport>;
  close(): Promise<void>;
}

export async function createKillBench(): Promise<KillBench> {
  const folder = await mkdtemp(join(tmpdir(), 'kills-'));
  await build({
    config: false,
    entry: { child: join(import.meta.dirname, 'kill-child.ts') },
    outDir: join(folder, 'program'),
    format: 'esm',
    target: 'node20',
    platform: 'node',
    noExternal: [/.*/],
    silent: true,
    outExtension: () => ({ js: '.mjs' }),
    esbuildOptions: (options) => {
      options.conditions = ['@entente/source'];
    },
  });
  const child = join(folder, 'program', 'child.mjs');
  const journals = join(folder, 'runs');
  const store = createFileStore({ folder: journals });
  let runs = 0;
  return {
    run: async (point, count) => {
      const server = await startToyServer('salt');
      try {
        return await killAndResume({ store, journals, child, server, runId: `r${runs++}`, point, count });
      } finally {
        await server.close();
      }
    },
    close: () => rm(folder, { recursive: true }),
  };
}

async function killAndResume(options: {
  readonly store: JournalStore;
  readonly journals: string;
  readonly child: string;
  readonly server: ToyServer;
  readonly runId: string;
  readonly point: KillPoint;
  readonly count: number;
}): Promise<KillReport> {
  const { store, journals, child, server, runId, point, count } = options;
  const signal = await new Promise<NodeJS.Signals | null>((resolve, reject) => {
    const running = spawn(process.execPath, [child, journals, runId, server.url, point, String(count), 'start'], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    running.on('error', reject).on('exit', (_code, by) => resolve(by));
  });
  const atKill = await entriesOf(store, runId).catch((error: unknown): JournalEntry[] => {
    if (error instanceof UnknownRunError) return [];
    throw error;
  });
  const askedBefore = server.asked.splice(0);
  const answered = textsAnswered(atKill, askedBefore);
  const program = toyProgram(httpToyModels(server.url));
  const settings = { clock: nodeClock, packageVersion: '0', store };
  // Killed before even the header was on the disk, the run never was, and is started anew.
  const outcome = await (atKill.length === 0
    ? startRun(program, { ...settings, runId, description: KILLED_RUN })
    : resumeRun(program, runId, settings));
  const again = server.asked.filter((text) => askedBefore.includes(text));
  return {
    killed: signal === 'SIGKILL',
    state: outcome.state,
    facts: factsOf(await entriesOf(store, runId)),
    answeredAtKill: answered.size,
    paidTwice: again.filter((text) => answered.has(text)),
    repeated: again,
    usedBeforeRecorded: again.filter((text) =>
      askedBefore.some((other) => other !== text && other.includes(digest(`salt${text}`).slice(0, 6))),
    ),
    inFlightAtKill: askedBefore.filter((text) => !answered.has(text)).length,
  };
}

/** The texts, as the provider saw them, whose answer or vector is on record; `asked` are the candidates. */
function textsAnswered(entries: readonly JournalEntry[], asked: readonly string[]): Set<string> {
  const parts = new Map(entries.flatMap((entry) => (entry.type === 'part-recorded' ? [[entry.hash, entry.text] as const] : [])));
  const vectors = new Set(
    entries.flatMap((entry) => (entry.type === 'embeddings-recorded' ? entry.vectors.map(({ hash }) => hash) : [])),
  );
  const answered = entries.flatMap((entry) =>
    entry.type === 'answer-recorded'
      ? [entry.messages.map((message) => message.parts.map(([, hash]) => parts.get(hash)).join()).join()]
      : [],
  );
  const embedded = asked.filter(
    (text) => text.startsWith('embed ') && vectors.has(digest(`toy:e\n${text.slice('embed '.length)}`)),
  );
  return new Set([...answered, ...embedded]);
}

/** The run as it goes when nobody kills it. */
export async function undisturbedRun(): Promise<{
  readonly state: ToyState;
  readonly facts: readonly string[];
  readonly entries: number;
}> {
  const store = createMemoryStore();
  const outcome = await startRun(toyProgram(toyModels('salt')), {
    clock: nodeClock,
    packageVersion: '0',
    store,
    runId: 'r',
    description: KILLED_RUN,
  });
  const entries = await entriesOf(store, 'r');
  return { state: outcome.state, facts: factsOf(entries), entries: entries.length };
}
