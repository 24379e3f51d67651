import { POWERS, startingPosition } from '@entente/diplomacy-rules';
import { settleReply } from '@entente/llm-clients';
import { inParallel, type Scope } from '@entente/simulation-core';
import type { PowerAgent } from '../agents/power-agent.js';
import type { GameTable } from '../game-table.js';
import type { GameBegun } from '../state/game-facts.js';
import { type GameFact, type GameState, observe } from '../state/index.js';
import { toMissing } from './missing-reply.js';

/**
 * Asks every power for its first goals and relationships, all at the same time. A power whose model gives nothing usable starts without
 * goals and neutral to all.
 */
export async function initializeAgentState(scope: Scope, state: GameState, { agents }: GameTable): Promise<readonly GameFact[]> {
  const facts = await inParallel(scope, POWERS, (power, branch) => initializeAgent(branch, state, agents[power]));
  return POWERS.flatMap((power) => facts[power]);
}

async function initializeAgent(scope: Scope, state: GameState, agent: PowerAgent): Promise<readonly GameFact[]> {
  const { power, mind } = agent;
  const { phase } = state.position;
  if (mind === null) return [];
  const outset = await settleReply(mind.initialize(scope, observe(state, power)));
  if (!outset.ok) return [toMissing('initialization-missing', outset.error, { phase, power })];
  const { goals, relationships } = outset.value;
  return [{ type: 'agent-initialized', phase, power, goals, relationships }];
}

/** Makes the first fact of a game: settings, seats and starting position. */
export const setTable = ({ settings, seats }: GameTable): GameBegun => ({
  type: 'game-begun',
  settings,
  seats,
  position: startingPosition(),
});
