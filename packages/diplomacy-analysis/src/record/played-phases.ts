import { callBase, type PhaseRecord, type PressMessage, readOrders, resultOfGame, rulebookAt } from '@entente/diplomacy-game';
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
      // What a fork took over was judged by the rules of its parent.
      ...(!isSameRulebook(rulebook, ofGame) && { extra: { rulebook } }),
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

/** Whether the rules of the board know nothing of the end that `playedPhases` has last. */
export const isDrawCalled = ({ state }: Pick<GameRecord, 'state'>): boolean =>
  state.position.result === undefined && state.ended !== null && resultOfGame(state)?.kind === 'draw';

/** A phase that nobody has begun stands where the last one ended. */
function phaseBegan({ begunAt, endedAt, state, header }: GameRecord, phase: PhaseRecord['phase']): number {
  const before = state.history.at(-1)?.phase ?? '';
  return toUs(begunAt.get(phase) ?? endedAt.get(before) ?? begunAt.get(before) ?? header.at);
}

/** Gives messages their times: whole microseconds, each later than the one before over the whole game. */
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
