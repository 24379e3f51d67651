import {
  DiplomacyAgent,
  forEveryPower,
  type GameFact,
  gameProgram,
  type GameSettings,
  type GameState,
  PROMPT_SETS,
} from '@entente/diplomacy-game';
import { createModelClients, nodeClock } from '@entente/llm-clients';
import type { Program } from '@entente/simulation-core';
import { playPhase } from '../src/play-phase.js';

export const KILLED_GAME: GameSettings = {
  maxYear: 1901,
  negotiationRounds: 1,
  adaptiveRounds: false,
  planning: true,
  phaseSummaries: false,
  rulebook: 'python-compatible',
};

/** Description of the run, which the killed process uses too. */
export const KILLED_RUN = { spec: { test: true }, seed: 'seed', replicate: 0 } as const;

/** Seven models behind one provider, playing `KILLED_GAME`. */
export function providerGame(openAiUrl: string): Program<GameState, GameFact> {
  const clients = createModelClients({ env: {}, clock: nodeClock, random: Math.random });
  const model = clients.languageModel(`openai:simulated@${openAiUrl}#test`);
  return gameProgram(
    {
      settings: KILLED_GAME,
      seats: forEveryPower(() => ({ model: 'openai:simulated' })),
      agents: forEveryPower((power) => new DiplomacyAgent({ power, model, prompts: PROMPT_SETS.default })),
    },
    playPhase,
  );
}
