import {
  callBase,
  type PhaseRecord,
  type PressMessage,
  readOrders,
  resultOfGame,
  rulebookAt,
} from '@entente/diplomacy-game/state';
import {
  adjudicate,
  drawGame,
  formatRulebook,
  type PlayedPhase,
  type RulebookChoice,
  type SavedMessage,
  toRulebook,
} from '@entente/diplomacy-rules';
import type { GameRecord } from './game-record.js';

const US_PER_MS = 1000;

/**
 * The phases of a game as the rules save them, the one that it is in last; a draw that was called while a phase had begun has that phase without
 * orders and the end of the game behind it, as the Python package writes one. Each is judged again from its position and orders; all times
 * come from the journal: a phase has that at which its step began, a message that at which its round was answered.
 */
export function playedPhases(record: GameRecord): readonly PlayedPhase[] {
  const { state, spec } = record;
  const ofGame = state.settings?.rulebook ?? spec.settings.rulebook;
  const post = new PostOffice(record);
  const played = state.history.map((phase): PlayedPhase => {
    const orders = readOrders(phase);
    const rulebook = rulebookAt(state, phase.phase);
    return {
      position: phase.position,
      timestampUs: phaseBegan(record, phase.phase),
      orders,
      adjudication: adjudicate(phase.position, orders, { rulebook: toRulebook(rulebook) }),
      messages: post.stamp(phase.press),
      // Inherited phases were adjudicated by the rules of the parent.
      extra: isSameRulebook(rulebook, ofGame) ? undefined : { rulebook },
    };
  });
  const current: PlayedPhase = {
    position: state.position,
    timestampUs: phaseBegan(record, state.position.phase),
    messages: post.stamp(state.press),
  };
  const result = resultOfGame(state);
  if (!isDrawCalled(record) || result?.kind !== 'draw') return [...played, current];
  return [...played, current, { position: drawGame(state.position, result.powers), timestampUs: current.timestampUs }];
}

const isSameRulebook = (one: RulebookChoice, other: RulebookChoice): boolean => formatRulebook(one) === formatRulebook(other);

/** Returns whether the game was ended by an agreement or limit that the rules of the board do not know. */
export const isDrawCalled = ({ state }: Pick<GameRecord, 'state'>): boolean =>
  state.position.result === undefined && state.ended !== null && resultOfGame(state)?.kind === 'draw';

/** A phase that has not begun starts when the last one ended. */
function phaseBegan({ begunAt, endedAt, state, header }: GameRecord, phase: PhaseRecord['phase']): number {
  const before = state.history.at(-1)?.phase ?? '';
  return toUs(begunAt.get(phase) ?? endedAt.get(before) ?? begunAt.get(before) ?? header.at);
}

/** Gives messages their times: whole microseconds that increase over the whole game. */
class PostOffice {
  readonly #record: GameRecord;
  #last = 0;

  constructor(record: GameRecord) {
    this.#record = record;
  }

  stamp(press: readonly PressMessage[]): readonly SavedMessage[] {
    return press.map(({ phase, round, sender, recipient, text }) => {
      const answered = this.#record.outcomes.answeredAt.get(callBase.message({ phase, round, power: sender }));
      const written = answered === undefined ? phaseBegan(this.#record, phase) : toUs(answered);
      this.#last = Math.max(this.#last + 1, written);
      return { sender, recipient, time_sent: this.#last, phase, message: text };
    });
  }
}

const toUs = (ms: number): number => Math.round(ms * US_PER_MS);
