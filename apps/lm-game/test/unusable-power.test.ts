import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DiplomacyAgent, forEveryPower, gameProgram, PROMPT_SETS } from '@entente/diplomacy-game';
import { diplomacyResponders } from '@entente/diplomacy-game/offline';
import { POWERS } from '@entente/diplomacy-rules';
import { createModelClients, nodeClock } from '@entente/llm-clients';
import { startSimulatedProvider } from '@entente/llm-clients/simulated-provider';
import { createMemoryStore, startRun } from '@entente/simulation-core';
import { describe, expect, it } from 'vitest';
import { playPhase } from '../src/play-phase.js';
import { KILLED_GAME, KILLED_RUN } from './provider-game.js';

/** Starts a service that gives every request the same reply. */
async function startService(status: number, body: object): Promise<{ readonly url: string; readonly close: () => void }> {
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

describe('a power whose service never gives an answer of use', () => {
  it.each([
    [
      'Groq, which throws away what is no JSON',
      'groq',
      'unparsable',
      400,
      { error: { message: 'Failed to generate JSON.', code: 'json_validate_failed', failed_generation: '' } },
    ],
    [
      'Gemini, which blocks every prompt',
      'gemini',
      'refusal',
      200,
      { choices: null, usage: { prompt_tokens: 9, total_tokens: 9 } },
    ],
  ] as const)('holds, and the game goes on to its end: %s', async (_name, provider, reason, status, body) => {
    const simulated = await startSimulatedProvider({ responders: diplomacyResponders });
    const service = await startService(status, body);
    try {
      const clients = createModelClients({ env: {}, clock: nodeClock, random: Math.random });
      const sound = clients.languageModel(`openai:simulated@${simulated.openAiUrl}#test`);
      const useless = clients.languageModel(`${provider}:x@${service.url}#test`);
      const outcome = await startRun(
        gameProgram(
          {
            settings: KILLED_GAME,
            seats: forEveryPower((power) => ({ model: power === 'FRANCE' ? `${provider}:x` : 'openai:simulated' })),
            agents: forEveryPower(
              (power) => new DiplomacyAgent({ power, model: power === 'FRANCE' ? useless : sound, prompts: PROMPT_SETS.default }),
            ),
          },
          playPhase,
        ),
        { store: createMemoryStore(), clock: nodeClock, packageVersion: 'test', description: KILLED_RUN },
      );
      if (outcome.status !== 'completed') throw outcome.error;
      const { state } = outcome;
      expect(state.ended?.ending).toBe('max-year');
      const lost = [...state.missing, ...state.defaulted];
      expect(new Set(lost.map((fact) => fact.reason))).toEqual(new Set([reason]));
      expect(new Set(lost.map((fact) => fact.power))).toEqual(new Set(['FRANCE']));
      const without = POWERS.filter((power) => state.orderCounts[power].defaulted > 0);
      expect(without).toEqual(['FRANCE']);
    } finally {
      service.close();
      await simulated.close();
    }
  });
});
