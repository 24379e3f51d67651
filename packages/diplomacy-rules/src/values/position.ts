import type { GameMap } from '../map/game-map.js';
import { standardMap } from '../map/standard-map.js';
import type { Phase } from './phase.js';
import type { ByPower, Power } from './power.js';
import type { Location, Province, Unit } from './unit.js';

/** Result of a game. */
export type GameResult<P extends string = Power> =
  { readonly kind: 'solo'; readonly winner: P } | { readonly kind: 'draw'; readonly powers: readonly P[] };

/**
 * A game at the beginning of a phase, with everything that the rules need. Plain data that survives a JSON round trip. Positions with the
 * same content have the same `positionHash`, whatever the sequence of units and powers.
 */
export interface Position<P extends string = Power> {
  readonly phase: Phase;
  /** Units on the board, without dislodged ones. */
  readonly units: ByPower<readonly Unit[], P>;
  /** The supply centres each power owns. Ownership changes after Fall only. */
  readonly centers: ByPower<readonly Province[], P>;
  /**
   * Dislodged units in a retreat phase, with the places each may retreat to: at least one, because a unit without any is removed at once.
   */
  readonly retreats: ByPower<Readonly<Record<Unit, readonly Location[]>>, P>;
  /** Result of the game; present once the phase is `COMPLETED`. */
  readonly result?: GameResult<P>;
}

/** Returns the position in which a game on a map begins: every power with its first units and its home centres. Deeply frozen. */
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
