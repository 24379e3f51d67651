import { afterAll, beforeAll, expect, test } from 'vitest';
import { createModelClients } from '../src/create-model-clients.js';
import { nodeClock } from '../src/clock/node-clock.js';
import { type SimulatedProvider, startSimulatedProvider } from '../src/simulated-provider/index.js';

/** Past the 300 seconds after which Node's own fetch gives a reply up. */
const REPLY_MS = 360_000;

let provider: SimulatedProvider;
beforeAll(async () => {
  provider = await startSimulatedProvider({ latency: `fixed:${REPLY_MS}ms` });
});
afterAll(() => provider.close());

test.concurrent.each([
  ['openai', () => `openai:slow@${provider.openAiUrl}#key`],
  ['openai-responses', () => `openai-responses:slow@${provider.openAiUrl}#key`],
  ['anthropic', () => `anthropic:slow@${provider.url}#key`],
] as const)('a reply that takes six minutes arrives over %s, and is asked for once', async (_wire, id) => {
  const clients = createModelClients({ env: {}, clock: nodeClock, random: Math.random });
  const result = await clients
    .languageModel(id())
    .generate({ messages: [{ role: 'user', parts: [{ kind: 'tail', text: 'Take your time.' }] }] });
  expect(result.text.length).toBeGreaterThan(0);
  expect(result.attempts).toHaveLength(1);
  expect(result.latencyMs).toBeGreaterThanOrEqual(REPLY_MS - 1000);
});
