import { POWERS } from '@entente/diplomacy-rules';
import { settleReply } from '@entente/llm-clients';
import { inParallel, type Scope } from '@entente/simulation-core';
import type { PowerAgent } from '../agents/power-agent.js';
import type { GameTable } from '../game-table.js';
import type { PlanMade } from '../state/game-facts.js';
import { type GameFact, type GameState, observe, type ReplyMissing } from '../state/index.js';
import { toMissing } from './missing-reply.js';

/** Asks every power with units for its plan of this phase, all at the same time. Orders are written with the plan in view. */
export async function planningPhase(scope: Scope, state: GameState, { agents }: GameTable): Promise<readonly GameFact[]> {
  const powers = POWERS.filter((power) => state.position.units[power].length > 0);
  const facts = await inParallel(scope, powers, (power, branch) => makePlan(branch, state, agents[power]));
  return powers.flatMap((power) => facts[power]);
}

/** Asks one power for its plan. */
export async function makePlan(scope: Scope, state: GameState, agent: PowerAgent): Promise<readonly (PlanMade | ReplyMissing)[]> {
  const { power, mind } = agent;
  const { phase } = state.position;
  if (mind === null) return [];
  const plan = await settleReply(mind.makePlan(scope, observe(state, power)));
  if (!plan.ok) return [toMissing('plan-missing', plan.error, { phase, power })];
  return [{ type: 'plan-made', phase, power, plan: plan.value }];
}
