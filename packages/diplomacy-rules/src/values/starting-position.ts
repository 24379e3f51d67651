import type { GameMap } from '../map/game-map.js';
import { standardMap } from '../map/standard-map.js';
import type { Position } from './position.js';
import type { ByPower, Power } from './power.js';

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
