import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ClientEvent, createModelClients, type GenerateRequest, type LanguageModel, nodeClock } from '@entente/llm-clients';
import { createMemoryStore, type JournalStore, runBatch } from '@entente/simulation-core';
import { createFileStore } from '@entente/simulation-core/node';
import OpenAI from 'openai';
import { Agent } from 'undici';
import { clientsFor, planCouples } from './couple-runs.js';
import type { CallCostResult, CallCostScenario } from './scenario.js';

/** Couples, or plain calls, under way at once. */
const AT_ONCE = 20;

interface Cost {
  readonly cpuMs: number;
  readonly calls: number;
}

/** CPU time a call, for the same questions put through four stacks in turn. */
export async function callCost(scenario: CallCostScenario): Promise<CallCostResult> {
  const { bodies, requests } = await questions(scenario.providerUrl);
  const bare = bareSdk(scenario.providerUrl);
  const model = modelFor(scenario.providerUrl);
  const stacks: Record<string, (seed: string) => Promise<Cost>> = {
    bareSdk: () => measured(() => inTurns(bodies, bare)),
    client: () => measured(() => inTurns(requests, (request) => model.generate(request))),
    journal: (seed) => measured(() => coupleCalls(scenario.providerUrl, seed, async (use) => use(createMemoryStore()))),
    synced: (seed) => measured(() => coupleCalls(scenario.providerUrl, seed, withFileStore)),
  };
  const totals: Record<string, Cost> = {};
  // The first round warms up; rounds alternate, so that a slow spell of the machine meets all four.
  for (let round = 0; round <= scenario.rounds; round++) {
    for (const [name, stack] of Object.entries(stacks)) {
      const cost = await stack(`${round}`);
      const sum = totals[name] ?? { cpuMs: 0, calls: 0 };
      if (round > 0) totals[name] = { cpuMs: sum.cpuMs + cost.cpuMs, calls: sum.calls + cost.calls };
    }
  }
  const perCall = (name: string): number => (totals[name] ? totals[name].cpuMs / totals[name].calls : Number.NaN);
  return {
    calls: totals['synced']?.calls ?? 0,
    bareSdkMs: perCall('bareSdk'),
    clientMs: perCall('client'),
    journalMs: perCall('journal'),
    syncedMs: perCall('synced'),
  };
}

async function measured(work: () => Promise<number>): Promise<Cost> {
  globalThis.gc?.();
  const before = process.cpuUsage();
  const calls = await work();
  const { user, system } = process.cpuUsage(before);
  return { cpuMs: (user + system) / 1000, calls };
}

/** Calls of one couple: as requests to our client, and as the bodies it sends. */
async function questions(providerUrl: string): Promise<{ bodies: readonly object[]; requests: readonly GenerateRequest[] }> {
  const bodies: object[] = [];
  const requests: GenerateRequest[] = [];
  const onEvent = (event: ClientEvent): void => {
    if (event.type === 'request-sent' && event.url.endsWith('/chat/completions')) bodies.push(event.body as object);
  };
  const clients = createModelClients({ env: {}, clock: nodeClock, random: Math.random, onEvent });
  const languageModel = (id: string): LanguageModel => {
    const model = clients.languageModel(id);
    return {
      provider: model.provider,
      modelId: model.modelId,
      generate: (request) => {
        const { signal: _signal, ...question } = request;
        requests.push(question);
        return model.generate(request);
      },
    };
  };
  const [plan] = planCouples({ providerUrl, couples: 1, seed: 'questions' }, { ...clients, languageModel });
  if (!plan) throw new Error('no couple to ask');
  await runBatch([plan], {
    store: createMemoryStore(),
    clock: nodeClock,
    packageVersion: 'bench',
    concurrency: { max: 1 },
    keep: () => undefined,
  });
  const repeat = <Item>(items: readonly Item[]): Item[] => Array.from({ length: AT_ONCE }, () => items).flat();
  return { bodies: repeat(bodies), requests: repeat(requests) };
}

/** The SDK as its documentation shows it, without retries or limits, on connections like ours. */
function bareSdk(baseURL: string): (body: object) => Promise<unknown> {
  const dispatcher = new Agent({ headersTimeout: 0, bodyTimeout: 0 });
  const client = new OpenAI({ baseURL, apiKey: 'bench', maxRetries: 0, fetchOptions: { dispatcher } as object });
  return (body) => client.chat.completions.create(body as OpenAI.ChatCompletionCreateParamsNonStreaming);
}

function modelFor(providerUrl: string): LanguageModel {
  return clientsFor().languageModel(`openai:bench@${providerUrl}#bench`);
}

/** Works through the items, `AT_ONCE` at a time; returns how many there were. */
async function inTurns<Item>(items: readonly Item[], work: (item: Item) => Promise<unknown>): Promise<number> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < items.length) {
      const item = items[next++];
      if (item !== undefined) await work(item);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return items.length;
}

async function coupleCalls(
  providerUrl: string,
  seed: string,
  withStore: (use: (store: JournalStore) => Promise<number>) => Promise<number>,
): Promise<number> {
  const plans = planCouples({ providerUrl, couples: AT_ONCE, seed: `cost-${seed}` }, clientsFor());
  return withStore(async (store) => {
    const settings = { store, clock: nodeClock, packageVersion: 'bench', concurrency: { max: AT_ONCE }, keep: () => undefined };
    const { completed } = await runBatch(plans, settings);
    return completed.reduce((sum, run) => sum + (run.totals?.calls ?? 0), 0);
  });
}

async function withFileStore(use: (store: JournalStore) => Promise<number>): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'entente-bench-'));
  try {
    return await use(createFileStore({ folder }));
  } finally {
    await rm(folder, { recursive: true });
  }
}
