import { type Power, POWERS, randomBot } from '@entente/diplomacy-rules';
import { createOfflineModel, nodeClock } from '@entente/llm-clients';
import { unrecordedScope } from '@entente/simulation-core';
import { expect, it } from 'vitest';
import { BotAgent } from '../agents/bot-agent.js';
import { DiplomacyAgent } from '../agents/diplomacy-agent.js';
import { getOrders } from '../phases/get-orders.js';
import { resolvePhase } from '../phases/resolve-phase.js';
import { setTable } from '../phases/initialize-agent-state.js';
import { diplomacyResponders } from './offline-responders.js';
import { PROMPT_SETS } from '../prompts/sets/prompt-sets.js';
import { applyGameFact, forEveryPower, type GameFact, type GameState, initialGameState } from '../state/index.js';

const model = createOfflineModel({ responders: diplomacyResponders, clock: nodeClock });

/** Plays a power by the offline diplomat against six random ones, and counts its centres after 1907. */
async function centersAgainstRandom(power: Power, seed: string): Promise<number> {
  const diplomat = new DiplomacyAgent({ power, model, prompts: PROMPT_SETS.simple });
  const table = {
    settings: {
      maxYear: 1907,
      negotiationRounds: 0,
      adaptiveRounds: false,
      planning: false,
      phaseSummaries: false,
      rulebook: 'python-compatible',
    },
    seats: forEveryPower((each) => ({ model: each === power ? 'offline' : 'bot:random' })),
    agents: forEveryPower((each) => (each === power ? diplomat : new BotAgent({ power: each, bot: randomBot }))),
  } as const;
  const play = (state: GameState, facts: readonly GameFact[]): GameState => facts.reduce(applyGameFact, state);
  let state = play(initialGameState, [setTable(table)]);
  const scope = unrecordedScope({ seed });
  while (state.position.result === undefined && Number(state.position.phase.slice(1, 5)) <= 1907) {
    state = play(state, await getOrders(scope.child(state.position.phase), state, table));
    state = play(state, [resolvePhase(state)]);
  }
  expect(state.defaulted).toEqual([]);
  return state.position.centers[power].length;
}

it('beats six random powers by what it reads in its prompts, whichever power it plays', async () => {
  const counts: number[] = [];
  for (const power of POWERS)
    for (const seed of ['one', 'two']) counts.push(await centersAgainstRandom(power, `${power} ${seed}`));
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  expect(Math.min(...counts)).toBeGreaterThanOrEqual(10);
  expect(mean).toBeGreaterThan(15);
});
