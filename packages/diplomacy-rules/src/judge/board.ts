import { InvalidPositionError } from '../errors.js';
import type { MapIndex, UnitSpot } from '../map/map-index.js';
import { FLEET, SEA } from '../map/map-index.js';
import type { ByPower } from '../values/power.js';
import type { Unit } from '../values/unit.js';

/** Nobody, nothing, nowhere. */
export const NONE = -1;

/** The units of a position in numbers: unit `i` stands on `spots[i]` and belongs to `powers[i]`. */
export interface Board<P extends string = string> {
  readonly index: MapIndex<P>;
  readonly count: number;
  readonly spots: readonly UnitSpot[];
  readonly powers: readonly number[];
  /** By province: the unit that stands there, or `NONE`. */
  readonly unitAt: Int16Array;
  /** By province at sea: whether a fleet is there that could convoy. */
  readonly fleetAtSea: Uint8Array;
  /** How many such fleets there are. */
  readonly fleetsAtSea: number;
}

/**
 * Numbers the units of a position, power by power in the order of the map.
 * @throws {InvalidPositionError} where a unit is not on the map or not alone.
 */
export function readBoard<P extends string>(index: MapIndex<P>, units: ByPower<readonly Unit[], P>): Board<P> {
  const spots: UnitSpot[] = [];
  const powers: number[] = [];
  const unitAt = new Int16Array(index.provinceCount).fill(NONE);
  const fleetAtSea = new Uint8Array(index.provinceCount);
  let fleetsAtSea = 0;
  for (let power = 0; power < index.powers.length; power += 1) {
    const own = units[index.powers[power] as P] as readonly Unit[] | undefined;
    if (own === undefined) continue;
    for (let at = 0; at < own.length; at += 1) {
      const spot = index.spotOfUnit.get(own[at] as Unit);
      if (spot === undefined) throw impossible(index, power, at, own, 'cannot stand there on this map.');
      if (unitAt[spot.province] !== NONE) throw impossible(index, power, at, own, 'is not alone in its province.');
      unitAt[spot.province] = spots.length;
      if (spot.type === FLEET && index.terrain[spot.province] === SEA) {
        fleetAtSea[spot.province] = 1;
        fleetsAtSea += 1;
      }
      spots.push(spot);
      powers.push(power);
    }
  }
  return { index, count: spots.length, spots, powers, unitAt, fleetAtSea, fleetsAtSea };
}

function impossible(index: MapIndex, power: number, at: number, own: readonly Unit[], problem: string): InvalidPositionError {
  const place = `units.${index.powers[power] as string}[${at}]`;
  return new InvalidPositionError(`${place}: ${String(own[at])} ${problem}`, { place });
}
