import { settleReply } from '@entente/llm-clients';
import { inParallel, type Scope } from '@entente/simulation-core';
import type { PowerAgent } from '../agents/power-agent.js';
import type { GameScope, GameTable } from '../game-table.js';
import { roundScope } from '../paths/call-base.js';
import {
  type DroppedMessage,
  type GameState,
  observe,
  type PressMessage,
  type ReplyMissing,
  type RoundHeld,
} from '../state/index.js';
import { livingPowers } from '../state/living-powers.js';
import { deliverMessages } from './deliver-messages.js';
import { toMissing } from './missing-reply.js';

/**
 * The rounds of a movement phase. In each all living powers write at the same time, from what was said in the rounds before; with
 * `adaptiveRounds` the negotiation ends after the first round in which everybody said that it is done. Records every round.
 */
export async function conductNegotiations(scope: GameScope, table: GameTable): Promise<void> {
  const { negotiationRounds, adaptiveRounds } = table.settings;
  for (let round = 1; round <= negotiationRounds; round++) {
    const before = scope.state;
    const powers = livingPowers(before.position);
    const replies = await inParallel(scope.child(roundScope(round)), powers, (power, branch) =>
      getConversationReply(branch, before, table.agents[power]),
    );
    const inOrder = powers.map((power) => replies[power]);
    const held: RoundHeld = {
      type: 'round-held',
      phase: before.position.phase,
      round,
      messages: inOrder.flatMap(({ messages }) => messages),
      dropped: inOrder.flatMap(({ dropped }) => dropped),
      done: powers.filter((power) => replies[power].done),
    };
    for (const { missing } of inOrder) if (missing !== null) scope.record(missing);
    scope.record(held);
    if (adaptiveRounds && held.done.length === powers.length) return;
  }
}

/** What came back from one power in a round. */
export interface ConversationReply {
  readonly messages: readonly PressMessage[];
  readonly dropped: readonly DroppedMessage[];
  readonly done: boolean;
  /** Where the model said nothing usable: the power is silent in this round, and not done. */
  readonly missing: ReplyMissing | null;
}

/** Asks one power for its messages of the coming round. */
export async function getConversationReply(scope: Scope, state: GameState, agent: PowerAgent): Promise<ConversationReply> {
  const { power } = agent;
  const written = await settleReply(agent.writeMessages(scope, observe(state, power)));
  if (!written.ok) {
    const missing = toMissing('messages-missing', written.error, { phase: state.position.phase, power });
    return { messages: [], dropped: [], done: false, missing };
  }
  return { ...deliverMessages(state, power, written.value.messages), done: written.value.done, missing: null };
}
