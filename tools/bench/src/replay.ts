import { performance } from 'node:perf_hooks';
import { nodeClock } from '@entente/llm-clients';
import { createMemoryStore, replayRun, runBatch } from '@entente/simulation-core';
import { clientsFor, planCouples } from './couple-runs.js';
import type { ReplayResult, ReplayScenario } from './scenario.js';

export async function replay(scenario: ReplayScenario): Promise<ReplayResult> {
  const store = createMemoryStore();
  const [plan] = planCouples({ ...scenario, couples: 1, seed: 'replay' }, clientsFor());
  if (!plan) throw new Error('no couple to replay');
  await runBatch([plan], { store, clock: nodeClock, packageVersion: 'bench', concurrency: { max: 1 }, keep: () => undefined });
  await replayRun(plan.program(), plan.runId, store);
  const start = performance.now();
  let calls = 0;
  for (let round = 0; round < scenario.replays; round++) calls += (await replayRun(plan.program(), plan.runId, store)).calls;
  return { calls, wallMs: performance.now() - start };
}
