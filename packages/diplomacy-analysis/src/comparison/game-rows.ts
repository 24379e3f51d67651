import { gameScores } from '@entente/diplomacy-game/state';
import { type Power, POWERS } from '@entente/diplomacy-rules';
import type { Measured } from '@entente/studies';
import { issuedOrders } from '../games/issued-orders.js';
import { successShare, tallyOrders } from '../games/order-tally.js';
import { isOwnPhase } from '../games/own-phases.js';
import { modelOf, type ReportedGame } from '../games/reported-game.js';

/** Measures of a game for one side of a comparison. There is one row for each game, since seven seats of one game are not seven games. */
export interface GameRow {
  readonly run: string;
  readonly seed: string;
  readonly condition: string;
  /** Models of the seats in question; several are joined with `+`. */
  readonly model: string;
  /** The seats in question, as `FRANCE` or `FRANCE+ITALY`, or `all` of them. */
  readonly seat: string;
  /** Means over these seats. `null` where the game is not over. */
  readonly score: Measured;
  readonly centers: Measured;
  /** Share of successful orders among those that these seats wrote, 0 to 1; in a fork since the fork. */
  readonly orderSuccess: Measured;
}

/** Measures of a comparison, in the order of its tables. */
export const MEASURES = {
  score: (row: GameRow) => row.score,
  centers: (row: GameRow) => row.centers,
  orderSuccess: (row: GameRow) => row.orderSuccess,
} as const;

/** Builds a game's row for some of its seats. */
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
