import {
  DROP_REASONS,
  type GameState,
  ignoredMessages,
  livingPowers,
  observe,
  type PressMessage,
} from '@entente/diplomacy-game/state';
import { parsePhase, type Power } from '@entente/diplomacy-rules';
import { isOwnPhase } from './own-phases.js';
import { relationshipAt, toSteps } from './relationships-over-time.js';
import type { ReportedGame } from './reported-game.js';

/** Numbers of a power's messages in a game; in a fork since the fork. */
export interface PressStatistics {
  readonly private: number;
  readonly global: number;
  /** Private messages by the writer's relationship to the recipient at the start of the phase. */
  readonly toAllies: number;
  readonly toEnemies: number;
  readonly toNeutral: number;
  /** Private messages of writers whose relationships are not on record. */
  readonly toUnknown: number;
  /** Rounds in which the power could have written, summed over the phases. */
  readonly rounds: number;
  /** Characters of all delivered messages. */
  readonly characters: number;
  /** Private messages that the recipient did not answer in a later round of the game. */
  readonly unanswered: number;
  readonly dropped: Readonly<Record<(typeof DROP_REASONS)[number], number>>;
  /** Rounds without a usable reply of the model. */
  readonly missing: number;
}

/** All messages of a game, those of the phase under way included. */
const allPress = ({ history, press }: GameState): readonly PressMessage[] => [
  ...history.flatMap((record) => record.press),
  ...press,
];

/** Counts a power's messages by recipient, and the ones that were answered or dropped. A fork counts since the fork. */
export function pressStatistics(game: Pick<ReportedGame, 'header' | 'state'>, power: Power): PressStatistics {
  const { state } = game;
  const isOwn = ({ phase }: { readonly phase: string }): boolean => isOwnPhase(game, phase);
  const sent = allPress(state).filter((message) => message.sender === power && isOwn(message));
  const addressed = sent.flatMap(({ recipient, phase }) => (recipient === 'GLOBAL' ? [] : [{ towards: recipient, phase }]));
  const standings = addressed.map(({ towards, phase }) => {
    const relationship = relationshipAt(state, { from: power, towards }, phase);
    return relationship === null ? null : Math.sign(toSteps(relationship));
  });
  const count = (standing: number | null): number => standings.filter((each) => each === standing).length;
  const dropped = state.dropped.filter((message) => message.sender === power && isOwn(message));
  return {
    private: addressed.length,
    global: sent.length - addressed.length,
    toAllies: count(1),
    toEnemies: count(-1),
    toNeutral: count(0),
    toUnknown: count(null),
    rounds: roundsHeld(state, power, isOwn),
    characters: sent.reduce((sum, { text }) => sum + text.length, 0),
    unanswered: ignoredMessages(observe(state, power)).filter(isOwn).length,
    dropped: Object.fromEntries(
      DROP_REASONS.map((reason) => [reason, dropped.filter((message) => message.reason === reason).length]),
    ) as PressStatistics['dropped'],
    missing: state.missing.filter((reply) => reply.type === 'messages-missing' && reply.power === power && isOwn(reply)).length,
  };
}

/** With adaptive rounds a phase counts up to the last round in which anybody wrote: later ones, if there were any, were silent. */
function roundsHeld(state: GameState, power: Power, isOwn: (record: { readonly phase: string }) => boolean): number {
  const { settings, history, position, press } = state;
  if (settings === null) return 0;
  const lastRound = (messages: readonly PressMessage[]): number => Math.max(0, ...messages.map(({ round }) => round));
  const held = history
    .filter((record) => isOwn(record) && parsePhase(record.phase)?.type === 'M' && livingPowers(record.position).includes(power))
    .map((record) => (settings.adaptiveRounds ? lastRound(record.press) : settings.negotiationRounds));
  const underWay = livingPowers(position).includes(power) ? Math.max(state.roundsHeld, lastRound(press)) : 0;
  return held.reduce((sum, rounds) => sum + rounds, underWay);
}
