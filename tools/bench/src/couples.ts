import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { type ModelClients, nodeClock } from '@entente/llm-clients';
import { createMemoryStore, measureRun, runBatch, type RunMeasures } from '@entente/simulation-core';
import { createFileStore } from '@entente/simulation-core/node';
import { clientsFor, planCouples } from './couple-runs.js';
import { isOfPartner } from './readers-of-prompts.js';
import type { CouplesResult, CouplesScenario, PromptRow } from './scenario.js';

/** Peak memory is sampled; a peak between two samples is missed, but runs last many samples. */
const SAMPLE_MS = 50;
/** At most this many runs are read again for their measures. */
const MEASURED_RUNS = 40;

export async function couples(scenario: CouplesScenario): Promise<CouplesResult> {
  const folder = await mkdtemp(join(tmpdir(), 'entente-bench-'));
  const store = createFileStore({ folder, durability: scenario.durability });
  const clients = clientsFor();
  await warmUp(scenario, clients);
  const plans = planCouples(scenario, clients);
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  let peak = before;
  let peakConnections = 0;
  const sampling = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
    peakConnections = Math.max(peakConnections, ...clients.endpoints().map((endpoint) => endpoint.inFlight));
  }, SAMPLE_MS);
  const loop = monitorEventLoopDelay({ resolution: 5 });
  loop.enable();
  const cpu = process.cpuUsage();
  const start = performance.now();
  const result = await runBatch(plans, {
    store,
    clock: nodeClock,
    packageVersion: 'bench',
    schedule: scenario.schedule,
    concurrency: { max: scenario.maxRuns },
    keep: ({ scenes }) => scenes.length,
  });
  const wallMs = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  loop.disable();
  clearInterval(sampling);
  const failures = [...result.failed, ...result.interrupted];
  if (failures[0]) process.stderr.write(`${String(failures[0].error)}\n`);
  const measures: RunMeasures[] = [];
  for (const run of result.completed.slice(0, MEASURED_RUNS)) measures.push(await measureRun(store.read(run.runId)));
  await rm(folder, { recursive: true });
  const longest = measures.reduce<RunMeasures | undefined>(
    (best, run) => (best && best.criticalPathMs >= run.criticalPathMs ? best : run),
    undefined,
  );
  return {
    couples: scenario.couples,
    scenes: result.completed.reduce((sum, run) => sum + (run.kept ?? 0), 0) / Math.max(1, result.completed.length),
    failed: failures.length,
    wallMs,
    calls: result.completed.reduce((sum, run) => sum + (run.totals?.calls ?? 0), 0),
    cpuMs: (user + system) / 1000,
    memoryMbPerRun: (peak - before) / 1e6 / scenario.couples,
    loopDelayP99Ms: loop.percentile(99) / 1e6,
    criticalPathMs: longest?.criticalPathMs ?? 0,
    levels: Math.max(0, ...measures.map((run) => run.levels)),
    sequentialMs: longest?.sequentialMs ?? 0,
    peakConnections,
    byPrompt: promptRows(measures),
  };
}

/** Two scenes, so that neither loading the SDK nor code that has never run is measured. */
async function warmUp(scenario: CouplesScenario, clients: ModelClients): Promise<void> {
  const plans = planCouples({ ...scenario, couples: 2, seed: 'warm-up', settings: { scenes: 2 } }, clients);
  const store = createMemoryStore();
  await runBatch(plans, { store, clock: nodeClock, packageVersion: 'bench', concurrency: {}, keep: () => undefined });
}

function promptRows(measures: readonly RunMeasures[]): PromptRow[] {
  const prompts = [...new Set(measures.flatMap((run) => Object.keys(run.byLabel)))];
  return prompts.map((prompt) => ({
    package: prompt === 'embedding' ? 'llm-clients' : isOfPartner(prompt) ? 'relationship-agent' : 'scene-master',
    prompt,
    calls: mean(measures, (run) => run.byLabel[prompt]?.calls ?? 0),
    sequentialMs: mean(measures, (run) => run.byLabel[prompt]?.sequentialMs ?? 0),
    onCriticalPathMs: mean(measures, (run) => run.criticalPathByLabel[prompt] ?? 0),
  }));
}

function mean(measures: readonly RunMeasures[], value: (run: RunMeasures) => number): number {
  return measures.reduce((sum, run) => sum + value(run), 0) / Math.max(1, measures.length);
}
