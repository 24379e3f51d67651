import type { Position } from '../values/position.js';
import type { Power } from '../values/power.js';

/**
 * Ends a game as a draw between some powers, by agreement or because time is up. The board stays as it is; units that were about to retreat
 * are gone.
 */
export function drawGame<P extends string = Power>(position: Position<P>, powers: readonly P[]): Position<P> {
  const nobody = Object.keys(position.retreats).map((power) => [power, {}]);
  const retreats = Object.fromEntries(nobody) as Position<P>['retreats'];
  return { ...position, phase: 'COMPLETED', retreats, result: { kind: 'draw', powers } };
}
