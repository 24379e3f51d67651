import { type GameEnded, type GameState, resultOfGame } from '@entente/diplomacy-game';
import type { Power } from '@entente/diplomacy-rules';

/** How a game came out, as its files tell. */
export interface GameOutcome {
  /** `null` where the game is not over: it was stopped, or goes on. */
  readonly ending: GameEnded['ending'] | null;
  /** The winner of a solo, or those who share a draw; nobody where a last year or phase ended the game. */
  readonly winners: readonly Power[];
  /** The last phase that was played. */
  readonly after: string | null;
}

/** The one source of what files say of a game's end. */
export function gameOutcome(state: Pick<GameState, 'ended' | 'position' | 'history'>): GameOutcome {
  const result = state.ended === null ? null : resultOfGame(state);
  return {
    ending: state.ended?.ending ?? null,
    winners: result === null ? [] : result.kind === 'solo' ? [result.winner] : result.powers,
    after: state.history.at(-1)?.phase ?? null,
  };
}

/** An ending in words: `solo: FRANCE`, `draw: FRANCE, TURKEY`, `max-year`. */
export function endingInWords({ ending, result }: Pick<GameEnded, 'ending' | 'result'>): string {
  if (result === undefined) return ending;
  return `${ending}: ${result.kind === 'solo' ? result.winner : result.powers.join(', ')}`;
}
