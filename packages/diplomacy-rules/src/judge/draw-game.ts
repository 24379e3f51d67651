import type { Position } from '../values/position.js';
import type { Power } from '../values/power.js';

/** Ends a game as a draw between some powers, by agreement or because time is up. The board stays as it is. */
export function drawGame<P extends string = Power>(position: Position<P>, powers: readonly P[]): Position<P> {
  return { ...position, phase: 'COMPLETED', result: { kind: 'draw', powers } };
}
