import type { Power } from '@entente/diplomacy-rules';
import type { Board } from './read-board.js';

/** A function of a board and a power that is worked out once for each, while the board is in use: seven powers ask about the same one. */
export function onceABoard<T>(of: (board: Board, power: Power) => T): (board: Board, power: Power) => T {
  const kept = new WeakMap<Board, Map<Power, T>>();
  return (board, power) => {
    let byPower = kept.get(board);
    if (byPower === undefined) kept.set(board, (byPower = new Map<Power, T>()));
    if (!byPower.has(power)) byPower.set(power, of(board, power));
    return byPower.get(power) as T;
  };
}
