import type { ByPower, GameResult, Power } from '@entente/diplomacy-rules';
import { parsePhase, POWERS } from '@entente/diplomacy-rules';
import type { GameState } from './game-state.js';
import { forEveryPower } from './game-state.js';

/** Year from which `gameScores` counts. */
const BEFORE_THE_FIRST_YEAR = 1900;

/**
 * The score of AI_Diplomacy's statistics (`_compute_game_scores` in its analysis/statistical_game_analysis.py). With Y the last possible
 * year counted from 1900, a solo in year w has Y + (Y − w) + 18, a survivor Y + centres, and an eliminated power its `yearOfElimination`
 * counted likewise. Survivors of somebody else's solo, and those who share a draw, score as at the end of the last year.
 * @param maxYear the last year the game could have had
 */
export function gameScores(state: GameState, maxYear: number): ByPower<number> {
  const span = maxYear - BEFORE_THE_FIRST_YEAR;
  const { centers } = state.position;
  const result = resultOfGame(state);
  const lastYear = lastYearOf(state) ?? BEFORE_THE_FIRST_YEAR;
  return forEveryPower((power) => {
    if (result?.kind === 'solo' && result.winner === power) return span + (span - (lastYear - BEFORE_THE_FIRST_YEAR)) + 18;
    const eliminated = yearOfElimination(state, power);
    return eliminated === null ? span + centers[power].length : eliminated - BEFORE_THE_FIRST_YEAR;
  });
}

/** Shares of 1 in proportion to the squares of centres; a solo winner gets all. */
export function sumOfSquares(state: GameState): ByPower<number> {
  const { centers } = state.position;
  const result = resultOfGame(state);
  if (result?.kind === 'solo') return forEveryPower((power) => (power === result.winner ? 1 : 0));
  const total = POWERS.reduce((sum, power) => sum + centers[power].length ** 2, 0);
  return forEveryPower((power) => (total === 0 ? 0 : centers[power].length ** 2 / total));
}

/** Equal shares of 1 among the powers of a draw, or the survivors; a solo winner gets all. */
export function drawSize(state: GameState): ByPower<number> {
  const result = resultOfGame(state);
  const alive = POWERS.filter((power) => yearOfElimination(state, power) === null);
  const sharers: readonly Power[] = result?.kind === 'solo' ? [result.winner] : result?.kind === 'draw' ? result.powers : alive;
  return forEveryPower((power) => (sharers.includes(power) ? 1 / sharers.length : 0));
}

/** Returns the solo or draw that ended the game; `null` while it goes on, and if a last year or phase ended it. */
export const resultOfGame = ({ position, ended }: Pick<GameState, 'position' | 'ended'>): GameResult | null =>
  position.result ?? ended?.result ?? null;

/**
 * Returns the year of the first phase that a power began without a centre; `null` while it has one. Its units stay on the board until
 * Winter removes them, or to the end if a solo or the last phase ends the game before; the power is eliminated all the same. The end of the
 * game is in the year of the last phase played.
 */
export function yearOfElimination(state: Pick<GameState, 'history' | 'position'>, power: Power): number | null {
  const { history, position } = state;
  const phases = [...history, { phase: position.phase, position }];
  const first = phases.find(({ position: { centers } }) => centers[power].length === 0);
  return first === undefined ? null : (parsePhase(first.phase)?.year ?? lastYearOf(state));
}

/** The year of the last phase that was played. */
function lastYearOf({ history }: Pick<GameState, 'history'>): number | null {
  return history.reduce<number | null>((year, { phase }) => parsePhase(phase)?.year ?? year, null);
}
