import type { GameMap, PowerData, ProvinceData } from './game-map.js';
import type { Location, Unit } from '../values/unit.js';
import { locationOfUnit, provinceOf, typeOfUnit } from '../values/unit.js';

/** Returns the full name of a place: `Burgundy`, `Spain (north coast)`. Returns an unknown name as it is. */
export function locationName(map: GameMap<string>, location: Location): string {
  const id = provinceOf(location);
  const province: ProvinceData | undefined = map.provinces.find((candidate) => candidate.id === id);
  if (province === undefined) return location;
  if (id === location) return province.name;
  const coast = province.coasts?.find((candidate) => `${id}/${candidate.id}` === location);
  return coast === undefined ? location : `${province.name} (${coast.name})`;
}

/** Returns the full name of a unit: `Army Paris`, `Fleet St Petersburg (south coast)`. */
export const unitName = (map: GameMap<string>, unit: Unit): string =>
  `${typeOfUnit(unit) === 'A' ? 'Army' : 'Fleet'} ${locationName(map, locationOfUnit(unit))}`;

/** Returns the name of a power in ordinary spelling: `France`. */
export function powerName(map: GameMap<string>, power: string): string {
  const found: PowerData<string> | undefined = map.powers.find(({ id }) => id === power);
  return found?.name ?? power;
}

/** Joins several things in a sentence: `a`, `a and b`, `a, b and c`. */
export const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)!}`;
