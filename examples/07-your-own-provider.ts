// A server with a wire of its own plays France against six bots: all that has to be known of a model is one method.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BotAgent, DiplomacyAgent, gameProgram, forEveryPower, PROMPT_SETS } from '@entente/diplomacy-game';
import { diplomacyResponders } from '@entente/diplomacy-game/offline';
import { greedyBot } from '@entente/diplomacy-rules';
import { type LanguageModel, NO_USAGE, nodeClock, TransportError, messageText, withRetry } from '@entente/llm-clients';
import { playPhase } from '@entente/lm-game';
import { createMemoryStore, startRun } from '@entente/simulation-core';

// The server takes messages and gives a text; every seventh request fails, as servers do.
let requests = 0;
const server = createServer((request, response) => {
  void request.toArray().then((chunks) => {
    const messages = JSON.parse(chunks.join('')) as { role: 'user'; text: string }[];
    const answering = diplomacyResponders.find((responder) => responder.recognises({ messages }));
    response.writeHead(++requests % 7 === 0 ? 503 : 200).end(answering?.reply({ messages }, () => 0.5));
  });
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

const name = { provider: 'ours', modelId: 'house-model' };
const ours: LanguageModel = {
  ...name,
  generate: async ({ messages }) => {
    const startedAt = nodeClock.now();
    const body = JSON.stringify(messages.map((message) => ({ role: message.role, text: messageText(message) })));
    const response = await fetch(url, { method: 'POST', body });
    if (!response.ok) throw new TransportError('the server is busy', { ...name, status: response.status });
    const text = await response.text();
    const latencyMs = nodeClock.now() - startedAt;
    const attempts = [{ outcome: 'answered', latencyMs }] as const;
    return { text, finishReason: 'stop', usage: NO_USAGE, latencyMs, attempts, droppedParameters: [] };
  },
};
const model = withRetry(ours, { clock: nodeClock, random: Math.random, baseMs: 1 });

const rules = { maxYear: 1901, negotiationRounds: 1, adaptiveRounds: false, planning: false, phaseSummaries: false };
const game = gameProgram(
  {
    settings: { ...rules, rulebook: '2023' },
    seats: forEveryPower((power) => ({ model: power === 'FRANCE' ? 'ours:house-model' : 'bot:greedy' })),
    agents: {
      ...forEveryPower((power) => new BotAgent({ power, bot: greedyBot })),
      FRANCE: new DiplomacyAgent({ power: 'FRANCE', model, prompts: PROMPT_SETS.default }),
    },
  },
  playPhase,
);
const running = { store: createMemoryStore(), clock: nodeClock, packageVersion: '0.1.0' };
const outcome = await startRun(game, { ...running, description: { spec: { rules }, seed: '1', replicate: 0 } });
server.close().closeAllConnections();
if (outcome.status !== 'completed') throw outcome.error;
const { position, orderCounts } = outcome.state;
console.log(`France holds ${position.centers.FRANCE.join(', ')}: ${outcome.asked} answers in ${requests} requests`);
assert.ok(requests > outcome.asked && orderCounts.FRANCE.defaulted === 0);
