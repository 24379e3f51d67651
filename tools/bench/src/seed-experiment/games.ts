import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { DiplomacyAgent, forEveryPower, type GameFact, gameProgram, type GameState, PROMPT_SETS } from '@entente/diplomacy-game';
import { createModelClients, type LanguageModel, nodeClock } from '@entente/llm-clients';
import { playPhase } from '@entente/lm-game';
import {
  createMemoryStore,
  type JournalEntry,
  measureRun,
  type PlannedRun,
  type Program,
  runBatch,
} from '@entente/simulation-core';
import { createFileStore } from '@entente/simulation-core/node';
import type { GamesResult, GamesScenario, MeasuredGame } from './game-scenario.js';

/** Peak memory is sampled; games last many samples. */
const SAMPLE_MS = 50;

type Rules = Pick<GamesScenario, 'maxYear' | 'negotiationRounds' | 'planning'>;

/** Plays the games of a scenario at the same time, each under the scenario's schedule. */
export async function games(scenario: GamesScenario): Promise<GamesResult> {
  const { providerUrl, seeds, schedule } = scenario;
  const clients = createModelClients({ env: {}, clock: nodeClock, random: Math.random });
  const model = clients.languageModel(`openai:bench@${providerUrl}#bench`);
  await warmUp(model);
  await fetch(providerUrl.replace(/\/v1$/, '/__reset'), { method: 'POST' });
  const folder = await mkdtemp(join(tmpdir(), 'entente-bench-'));
  const store = createFileStore({ folder });
  const plans = seeds.map((seed): PlannedRun<GameState, GameFact> => ({
    runId: `game-${seed}`,
    description: { spec: {}, seed, replicate: 0 },
    program: () => gameOf(model, scenario),
  }));
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  let peak = before;
  const sampling = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, SAMPLE_MS);
  const cpu = process.cpuUsage();
  const start = performance.now();
  const result = await runBatch(plans, {
    store,
    clock: nodeClock,
    packageVersion: 'bench',
    schedule,
    concurrency: { max: seeds.length },
    keep: () => undefined,
  });
  const wallMs = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  clearInterval(sampling);
  const failures = [...result.failed, ...result.interrupted];
  if (failures[0]) process.stderr.write(`${String(failures[0].error)}\n`);
  const measured: MeasuredGame[] = [];
  for (const { runId } of result.completed) {
    const measures = await measureRun(store.read(runId));
    const usages = Object.values(measures.byModel).map(({ usage }) => usage);
    measured.push({
      seed: runId.slice('game-'.length),
      calls: measures.calls,
      wallMs: measures.wallMs,
      levels: measures.levels,
      criticalPathMs: measures.criticalPathMs,
      byPrompt: Object.fromEntries(
        Object.entries(measures.byLabel).map(([label, { calls, sequentialMs }]) => [
          label,
          { calls, sequentialMs, onCriticalPathMs: measures.criticalPathByLabel[label] ?? 0 },
        ]),
      ),
      wavesByPrompt: await wavesByPrompt(store.read(runId)),
      inputTokens: usages.reduce((sum, usage) => sum + usage.inputTokens, 0),
      cachedTokens: usages.reduce((sum, usage) => sum + usage.cacheReadTokens, 0),
    });
  }
  await rm(folder, { recursive: true });
  return {
    games: measured,
    failed: failures.length,
    wallMs,
    cpuMs: (user + system) / 1000,
    calls: measured.reduce((sum, { calls }) => sum + calls, 0),
    memoryMbPerGame: (peak - before) / 1e6 / seeds.length,
  };
}

/** How long calls of each prompt were under way, in milliseconds. */
async function wavesByPrompt(entries: AsyncIterable<JournalEntry>): Promise<Readonly<Record<string, number>>> {
  const intervals = new Map<string, { readonly from: number; readonly to: number }[]>();
  for await (const entry of entries) {
    if (entry.type !== 'answer-recorded' || entry.label === undefined) continue;
    const { name } = entry.label;
    intervals.set(name, [...(intervals.get(name) ?? []), { from: entry.at - entry.result.latencyMs, to: entry.at }]);
  }
  return Object.fromEntries(
    [...intervals].map(([name, own]) => {
      let covered = 0;
      let until = -Infinity;
      for (const { from, to } of own.sort((a, b) => a.from - b.from)) {
        covered += Math.max(0, to - Math.max(from, until));
        until = Math.max(until, to);
      }
      return [name, covered];
    }),
  );
}

function gameOf(model: LanguageModel, { maxYear, negotiationRounds, planning }: Rules): Program<GameState, GameFact> {
  return gameProgram(
    {
      settings: {
        maxYear,
        negotiationRounds,
        planning,
        adaptiveRounds: false,
        phaseSummaries: false,
        rulebook: 'python-compatible',
      },
      seats: forEveryPower(() => ({ model: 'openai:bench' })),
      agents: forEveryPower((power) => new DiplomacyAgent({ power, model, prompts: PROMPT_SETS.default })),
    },
    playPhase,
  );
}

/** A short game, so that neither loading the SDK nor code that has never run is measured. */
async function warmUp(model: LanguageModel): Promise<void> {
  const plan: PlannedRun<GameState, GameFact> = {
    runId: 'warm-up',
    description: { spec: {}, seed: 'warm-up', replicate: 0 },
    program: () => gameOf(model, { maxYear: 1901, negotiationRounds: 1, planning: true }),
  };
  await runBatch([plan], {
    store: createMemoryStore(),
    clock: nodeClock,
    packageVersion: 'bench',
    concurrency: {},
    keep: () => undefined,
  });
}
