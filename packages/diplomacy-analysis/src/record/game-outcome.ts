import { type GameEnded, type GameState, resultOfGame } from '@entente/diplomacy-game/state';
import type { Power } from '@entente/diplomacy-rules';

/** Outcome of a game, as its files tell it. */
export interface GameOutcome {
  /** `null` where the game is not over: it was stopped, or goes on. */
  readonly ending: GameEnded['ending'] | null;
  /** The winner of a solo, or the powers that share a draw; empty where a last year or phase ended the game. */
  readonly winners: readonly Power[];
  /** The last phase that was played. */
  readonly after: string | null;
}

/** Returns the outcome of a game; the one source for all files. */
export function gameOutcome(state: Pick<GameState, 'ended' | 'position' | 'history'>): GameOutcome {
  const result = state.ended === null ? null : resultOfGame(state);
  return {
    ending: state.ended?.ending ?? null,
    winners: result === null ? [] : result.kind === 'solo' ? [result.winner] : result.powers,
    after: state.history.at(-1)?.phase ?? null,
  };
}

/** Formats an ending: `solo: FRANCE`, `draw: FRANCE, TURKEY`, `max-year`. */
export function endingInWords({ ending, result }: Pick<GameEnded, 'ending' | 'result'>): string {
  if (result === undefined) return ending;
  return `${ending}: ${result.kind === 'solo' ? result.winner : result.powers.join(', ')}`;
}
