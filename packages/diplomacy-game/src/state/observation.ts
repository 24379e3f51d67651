import type { Position, Power } from '@entente/diplomacy-rules';
import type { AgentState } from './agent-state.js';
import type { GameState, PhaseRecord } from './game-state.js';
import type { PressMessage } from './press-message.js';
import { isReadBy } from './press-message.js';

/**
 * One power's view of a game: the board and results of orders, which everybody sees; messages that the power wrote or received; and its
 * private state. Prompts are written from this and nothing else.
 */
export interface Observation {
  readonly power: Power;
  readonly position: Position;
  /** Of the current phase. */
  readonly press: readonly PressMessage[];
  /** Number of rounds of messages in a movement phase, and number of rounds already held. */
  readonly negotiationRounds: number;
  readonly roundsHeld: number;
  /** The last year that is played. */
  readonly maxYear: number;
  /** Number of years without a change of centres after which the game is a draw; absent if it has no such rule. */
  readonly drawAfterYears?: number | undefined;
  /** Phases that were played, oldest first, with the press that this power could read. */
  readonly history: readonly PhaseRecord[];
  readonly self: AgentState;
}

/** Returns a power's view of a game. */
export function observe(state: GameState, power: Power): Observation {
  const { settings, position, press, roundsHeld, history, agents } = state;
  const readable = (messages: readonly PressMessage[]) => messages.filter((message) => isReadBy(message, power));
  return {
    power,
    position,
    press: readable(press),
    negotiationRounds: settings?.negotiationRounds ?? 0,
    roundsHeld,
    maxYear: settings?.maxYear ?? Infinity,
    drawAfterYears: settings?.drawAfterYears,
    history: history.map((record) => ({ ...record, press: readable(record.press) })),
    self: agents[power],
  };
}

/**
 * Private messages to a power that it has not answered since, oldest first. A later message to the same power counts as an answer; messages
 * of one round do not answer each other.
 */
export function unansweredMessages({ power, press, history }: Observation): readonly PressMessage[] {
  return withoutReply([...history.flatMap((record) => record.press), ...press], (message) => message.recipient === power);
}

/** Private messages of a power that their recipients have not answered, oldest first. */
export function ignoredMessages({ power, press, history }: Observation): readonly PressMessage[] {
  return withoutReply(
    [...history.flatMap((record) => record.press), ...press],
    ({ sender, recipient }) => sender === power && recipient !== 'GLOBAL',
  );
}

function withoutReply(all: readonly PressMessage[], isAbout: (message: PressMessage) => boolean): readonly PressMessage[] {
  return all.filter((message, at) => {
    if (!isAbout(message)) return false;
    const isReply = (later: PressMessage) =>
      later.sender === message.recipient &&
      later.recipient === message.sender &&
      (later.phase !== message.phase || later.round > message.round);
    return !all.slice(at + 1).some(isReply);
  });
}
