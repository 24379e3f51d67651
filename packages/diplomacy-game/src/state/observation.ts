import type { Position, Power } from '@entente/diplomacy-rules';
import type { AgentState } from './agent-state.js';
import type { GameState, PhaseRecord } from './game-state.js';
import type { PressMessage } from './press-message.js';
import { isReadBy } from './press-message.js';

/**
 * What one power sees of a game: the board and what became of orders, as everybody does; press that it wrote or that was meant for it; and
 * what it keeps to itself. Prompts are written from this and from nothing else.
 */
export interface Observation {
  readonly power: Power;
  readonly position: Position;
  /** Of the phase that is being played. */
  readonly press: readonly PressMessage[];
  /** How many rounds of messages there are in a movement phase, and how many were held. */
  readonly negotiationRounds: number;
  readonly roundsHeld: number;
  /** The last year that is played. */
  readonly maxYear: number;
  /** After how many years without a centre changing hands the game is a draw, where it can be. */
  readonly drawAfterYears?: number;
  /** Phases that were played, oldest first, with the press that this power could read. */
  readonly history: readonly PhaseRecord[];
  readonly self: AgentState;
}

/** What a power sees of a game. */
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
    ...(settings?.drawAfterYears !== undefined && { drawAfterYears: settings.drawAfterYears }),
    history: history.map((record) => ({ ...record, press: readable(record.press) })),
    self: agents[power],
  };
}

/**
 * Private messages to a power that it has not answered since, oldest first: whoever wrote them is waiting. A later message to the same power
 * counts as an answer; messages of one round do not answer each other.
 */
export function unansweredMessages({ power, press, history }: Observation): readonly PressMessage[] {
  return withoutReply([...history.flatMap((record) => record.press), ...press], (message) => message.recipient === power);
}

/** Private messages of a power that were not answered by whom they were meant for, oldest first: it is being ignored. */
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
