import { InvalidPositionError } from '../errors.js';
import type { MapIndex, UnitSpot } from '../map/map-index.js';
import { findSpot } from '../map/map-index.js';
import type { ByPower } from '../values/power.js';
import type { Unit } from '../values/unit.js';
import { NONE } from './none.js';

/** The units of a position as numbers: unit `i` stands on `spots[i]`, in `provinces[i]`, and belongs to `powers[i]`. */
export interface Board<P extends string = string> {
  readonly index: MapIndex<P>;
  /** Number of units. Entries of the lists beyond it are meaningless. */
  count: number;
  readonly spots: UnitSpot[];
  readonly powers: Int16Array;
  readonly provinces: Int16Array;
  /** By province: the unit that stands there, or `NONE`. */
  readonly unitAt: Int16Array;
  /** By province: 1 if a fleet stands there at sea, where it can convoy. */
  readonly fleetAtSea: Uint8Array;
  /** Number of these fleets. */
  fleetsAtSea: number;
}

/** Creates a board without units, for `readBoard` to fill. */
export const createBoard = <P extends string>(index: MapIndex<P>): Board<P> => ({
  index,
  count: 0,
  spots: [],
  powers: new Int16Array(index.provinceCount),
  provinces: new Int16Array(index.provinceCount),
  unitAt: new Int16Array(index.provinceCount).fill(NONE),
  fleetAtSea: new Uint8Array(index.provinceCount),
  fleetsAtSea: 0,
});

/**
 * Numbers the units of a position, power by power in the order of the map. Reuses `board` if one is given: allocating its lists costs more
 * than filling them.
 * @throws {InvalidPositionError} If a unit is not on the map or not alone in its province.
 */
export function readBoard<P extends string>(
  index: MapIndex<P>,
  units: ByPower<readonly Unit[], P>,
  board: Board<P> = createBoard(index),
): Board<P> {
  const { spots, powers, provinces, unitAt, fleetAtSea } = board;
  unitAt.fill(NONE);
  fleetAtSea.fill(0);
  let count = 0;
  let fleetsAtSea = 0;
  for (let power = 0; power < index.powers.length; power += 1) {
    const own = units[index.powers[power]!] as readonly Unit[] | undefined;
    if (own === undefined) continue;
    for (let at = 0; at < own.length; at += 1) {
      const spot = findSpot(index, own[at]!);
      if (spot === undefined) throw impossible(index, power, at, own, 'cannot stand there on this map.');
      const { province } = spot;
      if (unitAt[province] !== NONE) throw impossible(index, power, at, own, 'is not alone in its province.');
      unitAt[province] = count;
      if (spot.convoys) {
        fleetAtSea[province] = 1;
        fleetsAtSea += 1;
      }
      spots[count] = spot;
      powers[count] = power;
      provinces[count] = province;
      count += 1;
    }
  }
  board.count = count;
  board.fleetsAtSea = fleetsAtSea;
  return board;
}

function impossible(index: MapIndex, power: number, at: number, own: readonly Unit[], problem: string): InvalidPositionError {
  const place = `units.${index.powers[power]!}[${at}]`;
  return new InvalidPositionError(`${place}: ${String(own[at])} ${problem}`, { place });
}
