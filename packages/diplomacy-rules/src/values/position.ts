import type { GameMap } from '../map/game-map.js';
import { standardMap } from '../map/standard-map.js';
import type { Phase } from './phase.js';
import type { ByPower, Power } from './power.js';
import type { Location, Province, Unit } from './unit.js';

/** How a game ended. */
export type GameResult<P extends string = Power> =
  { readonly kind: 'solo'; readonly winner: P } | { readonly kind: 'draw'; readonly powers: readonly P[] };

/**
 * All that the rules need to know of a game at the beginning of a phase. Plain data: it survives a JSON round trip, nothing in it
 * changes, and two positions with the same content have the same `positionHash`, in whatever order units and powers are listed.
 */
export interface Position<P extends string = Power> {
  readonly phase: Phase;
  /** The units on the board, dislodged ones aside. */
  readonly units: ByPower<readonly Unit[], P>;
  /** The supply centres each power owns. Ownership changes after Fall only. */
  readonly centers: ByPower<readonly Province[], P>;
  /** In a retreat phase the dislodged units and where each may go: at least to one place, as a unit that cannot retreat is gone at once. */
  readonly retreats: ByPower<Readonly<Record<Unit, readonly Location[]>>, P>;
  /** How the game ended; there once the phase is `COMPLETED`. */
  readonly result?: GameResult<P>;
}

/** The position in which a game on this map begins: every power with its first units and its home centres. Frozen all the way down. */
export function startingPosition<P extends string = Power>(map: GameMap<P> = standardMap as unknown as GameMap<P>): Position<P> {
  const byPower = <T extends object>(value: (power: GameMap<P>['powers'][number]) => T) =>
    Object.freeze(Object.fromEntries(map.powers.map((power) => [power.id, Object.freeze(value(power))]))) as ByPower<T, P>;
  return Object.freeze({
    phase: map.startPhase,
    units: byPower(({ units }) => [...units]),
    centers: byPower(({ homes }) => [...homes]),
    retreats: byPower(() => ({})),
  });
}
