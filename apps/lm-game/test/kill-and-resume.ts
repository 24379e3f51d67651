import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { GameState } from '@entente/diplomacy-game';
import { diplomacyResponders } from '@entente/diplomacy-game/offline';
import { nodeClock } from '@entente/llm-clients';
import { startSimulatedProvider } from '@entente/llm-clients/simulated-provider';
import {
  createMemoryStore,
  type JournalEntry,
  type JournalStore,
  resumeRun,
  startRun,
  UnknownRunError,
} from '@entente/simulation-core';
import { createFileStore } from '@entente/simulation-core/node';
import { build } from 'tsup';
import { KILLED_RUN, providerGame } from './provider-game.js';

/** A game as it came out, with what the provider was asked. */
export interface Outcome {
  readonly state: GameState;
  readonly entries: readonly JournalEntry[];
}

export interface KillReport extends Outcome {
  readonly killed: boolean;
  /** Answers on record when the process died. */
  readonly answeredAtKill: number;
  /** Requests that the provider had got by then. */
  readonly askedAtKill: number;
  /** Requests that the provider got twice: same question, same seed. */
  readonly repeated: number;
  /** Requests in all, killed process and resumption. */
  readonly asked: number;
}

export interface KillBench {
  /** Kills a game at that many journal entries and resumes it. */
  run(entries: number): Promise<KillReport>;
  close(): Promise<void>;
}

const settings = { clock: nodeClock, packageVersion: 'test' } as const;

/** The game when nobody kills it. */
export async function undisturbedGame(): Promise<Outcome & { readonly asked: number }> {
  const provider = await startSimulatedProvider({ strict: true, responders: diplomacyResponders });
  try {
    const store = createMemoryStore();
    const outcome = await startRun(providerGame(provider.openAiUrl), { ...settings, store, runId: 'r', description: KILLED_RUN });
    if (outcome.status !== 'completed') throw outcome.error;
    return { state: outcome.state, entries: await entriesOf(store, 'r'), asked: provider.stats().requests };
  } finally {
    await provider.close();
  }
}

/** The bundled child program, and a folder for journals. */
export async function createKillBench(): Promise<KillBench> {
  // Within the package, so that the bundled program finds the package's manifest.
  const cache = join(import.meta.dirname, '../.cache');
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, 'kills-'));
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
    // undici, bundled, asks for Node's own modules by require.
    banner: { js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);" },
    esbuildOptions: (options) => {
      options.conditions = ['@entente/source'];
    },
  });
  const store = createFileStore({ folder: join(folder, 'runs') });
  let runs = 0;
  return {
    run: (entries) =>
      killAndResume({
        child: join(folder, 'program', 'child.mjs'),
        journals: join(folder, 'runs'),
        store,
        runId: `r${runs++}`,
        entries,
      }),
    close: () => rm(folder, { recursive: true }),
  };
}

async function killAndResume(options: {
  readonly child: string;
  readonly journals: string;
  readonly store: JournalStore;
  readonly runId: string;
  readonly entries: number;
}): Promise<KillReport> {
  const { child, journals, store, runId, entries } = options;
  const provider = await startSimulatedProvider({ strict: true, responders: diplomacyResponders });
  try {
    const signal = await new Promise<NodeJS.Signals | null>((resolve, reject) => {
      const running = spawn(process.execPath, [child, journals, runId, provider.openAiUrl, String(entries)], {
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      running.on('error', reject).on('exit', (_code, by) => resolve(by));
    });
    const atKill = await entriesOf(store, runId).catch((error: unknown): JournalEntry[] => {
      if (UnknownRunError.isInstance(error)) return [];
      throw error;
    });
    const askedAtKill = provider.stats().requests;
    const program = providerGame(provider.openAiUrl);
    // Killed before even the header was on the disk, the run never was, and is started anew.
    const outcome = await (atKill.length === 0
      ? startRun(program, { ...settings, store, runId, description: KILLED_RUN })
      : resumeRun(program, runId, { ...settings, store }));
    if (outcome.status !== 'completed') throw outcome.error;
    return {
      killed: signal === 'SIGKILL',
      state: outcome.state,
      entries: await entriesOf(store, runId),
      answeredAtKill: atKill.filter(({ type }) => type === 'answer-recorded').length,
      askedAtKill,
      repeated: provider.stats().repeated,
      asked: provider.stats().requests,
    };
  } finally {
    await provider.close();
  }
}

async function entriesOf(store: JournalStore, runId: string): Promise<JournalEntry[]> {
  const entries: JournalEntry[] = [];
  for await (const entry of store.read(runId)) entries.push(entry);
  return entries;
}

/** The facts of a journal, as texts. */
export const factsOf = (entries: readonly JournalEntry[]): readonly string[] =>
  entries.flatMap((entry) => (entry.type === 'fact-recorded' ? [JSON.stringify(entry.fact)] : []));
