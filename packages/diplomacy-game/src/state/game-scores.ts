import type { ByPower, Power } from '@entente/diplomacy-rules';
import { parsePhase, POWERS } from '@entente/diplomacy-rules';
import type { GameState } from './game-state.js';
import { forEveryPower } from './game-state.js';

/** Years are counted from here in `gameScores`. */
const BEFORE_THE_FIRST_YEAR = 1900;

/**
 * The score that the field's benchmark uses, one definition: with Y the last year of play counted from 1900, whoever wins alone in year w has
 * Y + (Y − w) + 18, whoever lives on Y + centres, whoever was eliminated the year in which that happened, counted likewise.
 * @param maxYear the last year the game could have had
 */
export function gameScores(state: GameState, maxYear: number): ByPower<number> {
  const span = maxYear - BEFORE_THE_FIRST_YEAR;
  const { result, centers } = state.position;
  const lastYear =
    state.history.reduce((year, { phase }) => parsePhase(phase)?.year ?? year, BEFORE_THE_FIRST_YEAR) - BEFORE_THE_FIRST_YEAR;
  return forEveryPower((power) => {
    if (result?.kind === 'solo' && result.winner === power) return span + (span - lastYear) + 18;
    const eliminated = yearOfElimination(state, power);
    return eliminated === null ? span + centers[power].length : eliminated - BEFORE_THE_FIRST_YEAR;
  });
}

/** Shares of 1 in proportion to the squares of centres; all of it to whoever wins alone. */
export function sumOfSquares({ position }: GameState): ByPower<number> {
  const { result, centers } = position;
  if (result?.kind === 'solo') return forEveryPower((power) => (power === result.winner ? 1 : 0));
  const total = POWERS.reduce((sum, power) => sum + centers[power].length ** 2, 0);
  return forEveryPower((power) => (total === 0 ? 0 : centers[power].length ** 2 / total));
}

/** Shares of 1 alike among those who drew, or who are left; all of it to whoever wins alone. */
export function drawSize({ position }: GameState): ByPower<number> {
  const { result } = position;
  const alive = POWERS.filter((power) => position.centers[power].length + position.units[power].length > 0);
  const sharers: readonly Power[] = result?.kind === 'solo' ? [result.winner] : result?.kind === 'draw' ? result.powers : alive;
  return forEveryPower((power) => (sharers.includes(power) ? 1 / sharers.length : 0));
}

/** The year after whose play a power had neither units nor centres; `null` while it is alive. */
export function yearOfElimination({ history, position }: GameState, power: Power): number | null {
  const isGone = (at: GameState['position']) =>
    at.units[power].length + at.centers[power].length + Object.keys(at.retreats[power]).length === 0;
  if (!isGone(position)) return null;
  const last = history.findLast((record) => !isGone(record.position));
  return last === undefined ? null : (parsePhase(last.phase)?.year ?? null);
}
