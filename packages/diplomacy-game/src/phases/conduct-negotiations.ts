import { settleReply } from '@entente/llm-clients';
import { inParallel, type Scope } from '@entente/simulation-core';
import type { PowerAgent } from '../agents/power-agent.js';
import type { GameScope, GameTable } from '../game-table.js';
import { roundScope } from '../paths/call-base.js';
import type { RoundHeld } from '../state/game-facts.js';
import { livingPowers } from '../state/game-state.js';
import {
  type DroppedMessage,
  type GameFact,
  type GameState,
  observe,
  type PressMessage,
  type ReplyMissing,
} from '../state/index.js';
import { deliverMessages } from './deliver-messages.js';
import { toMissing } from './missing-reply.js';

/**
 * Holds the rounds of a movement phase. In each round all living powers write at the same time, from the messages of earlier rounds. With
 * `adaptiveRounds` the negotiation ends after the first round in which every power is done.
 * @yields the facts of one round; they must be on record before the next round is asked for
 */
export async function* conductNegotiations(
  scope: Pick<GameScope, 'child' | 'state'>,
  table: GameTable,
): AsyncGenerator<readonly GameFact[], void> {
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
    yield [...inOrder.flatMap(({ missing }) => missing ?? []), held];
    if (adaptiveRounds && held.done.length === powers.length) return;
  }
}

/** Messages of one power in a round. */
export interface ConversationReply {
  readonly messages: readonly PressMessage[];
  readonly dropped: readonly DroppedMessage[];
  readonly done: boolean;
  /** Set if the model gave nothing usable: the power is silent in this round, and not done. */
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
