import type { MapIndex } from '../map/map-index.js';
import type { GameResult } from '../values/position.js';
import type { SavedByPower } from './saved-game.js';

/**
 * Infers the result of a game whose record lacks it: a win for the power with enough centres and more than any other, otherwise a draw of
 * all powers with units left.
 */
export function endingOf<P extends string>(
  board: MapIndex<P>,
  { units, centers }: { readonly units: SavedByPower<readonly unknown[]>; readonly centers: SavedByPower<readonly unknown[]> },
): GameResult<P> {
  const countOf = (power: P) => centers[power]?.length ?? 0;
  const [first, second] = [...board.powers].sort((a, b) => countOf(b) - countOf(a));
  if (
    first !== undefined &&
    countOf(first) >= board.map.victoryCenters &&
    (second === undefined || countOf(second) < countOf(first))
  )
    return { kind: 'solo', winner: first };
  return { kind: 'draw', powers: board.powers.filter((power) => (units[power] ?? []).length > 0) };
}
