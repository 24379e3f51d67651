import { gameScores } from '@entente/diplomacy-game';
import { type Power, POWERS } from '@entente/diplomacy-rules';
import type { Measured } from '@entente/studies';
import { issuedOrders } from '../games/issued-orders.js';
import { successShare, tallyOrders } from '../games/order-tally.js';
import { isOwnPhase } from '../games/own-phases.js';
import { modelOf, type ReportedGame } from '../games/reported-game.js';

/** What a game says about one side of a comparison: one row a game, for seven seats of one game are not seven games. */
export interface GameRow {
  readonly run: string;
  readonly seed: string;
  readonly condition: string;
  /** Who plays the seats in question, by name; several with `+`. */
  readonly model: string;
  /** The seats in question, as `FRANCE` or `FRANCE+ITALY`, or `all` of them. */
  readonly seat: string;
  /** Means over these seats. `null` where the game is not over. */
  readonly score: Measured;
  readonly centers: Measured;
  /** Of the orders that these seats wrote, how many succeeded, 0 to 1; of a fork since the fork. */
  readonly orderSuccess: Measured;
}

/** What a comparison measures, in the order of its tables. */
export const MEASURES = {
  score: (row: GameRow) => row.score,
  centers: (row: GameRow) => row.centers,
  orderSuccess: (row: GameRow) => row.orderSuccess,
} as const;

/** A game's row for some of its seats. */
export function gameRow(game: ReportedGame, condition: string, seats: readonly Power[]): GameRow {
  const { runId, header, state } = game;
  const { settings, ended, position } = state;
  const isOver = ended !== null && settings !== null;
  const scores = isOver ? gameScores(state, settings.maxYear) : null;
  const meanOver = (value: (power: Power) => number): Measured =>
    isOver && seats.length > 0 ? seats.reduce((sum, power) => sum + value(power), 0) / seats.length : null;
  return {
    run: runId,
    seed: header.replicate > 0 ? `${header.seed}/${header.replicate}` : header.seed,
    condition,
    model: [...new Set(seats.map((power) => modelOf(state, power) ?? 'unknown'))].sort().join('+'),
    seat: seats.length === POWERS.length ? 'all' : seats.join('+'),
    score: meanOver((power) => scores?.[power] ?? 0),
    centers: meanOver((power) => position.centers[power].length),
    orderSuccess: isOver
      ? successShare(
          tallyOrders(issuedOrders(state).filter(({ power, phase }) => seats.includes(power) && isOwnPhase(game, phase))),
        )
      : null,
  };
}
