import { NONE } from '../board/none.js';
import type { GameMap, ProvinceData } from './game-map.js';
import type { Location, Province, Unit, UnitType } from '../values/unit.js';
import { provinceOf } from '../values/unit.js';

/** Terrain as a number, as in `MapIndex.terrain`. */
export const INLAND = 0;
export const COAST = 1;
export const SEA = 2;

/** Unit types as numbers, as in `UnitSpot.type`. */
export const ARMY = 0;
export const FLEET = 1;

/** A type of unit in a place. Every possible combination has one spot, shared by all positions. */
export interface UnitSpot {
  /** Dense number of this spot. */
  readonly index: number;
  readonly unit: Unit;
  readonly type: typeof ARMY | typeof FLEET;
  readonly location: number;
  readonly province: number;
  /** Whether it is a fleet at sea, which can convoy. */
  readonly convoys: boolean;
}

/**
 * A map as numbers, created once for each map. Locations begin with provinces (location `i` is province `i` for `i < provinceCount`), and
 * coasts follow. All code that has to be fast works on these numbers.
 */
export interface MapIndex<P extends string = string> {
  readonly map: GameMap<P>;
  readonly powers: readonly P[];
  readonly powerNumbers: ReadonlyMap<string, number>;
  readonly provinceCount: number;
  readonly locationCount: number;
  readonly locations: readonly Location[];
  readonly locationNumbers: ReadonlyMap<Location, number>;
  readonly provinces: readonly ProvinceData[];
  readonly terrain: Uint8Array;
  readonly provinceOf: Uint16Array;
  readonly isCenter: Uint8Array;
  /** By province: number of the power whose home it is, or `NONE`. */
  readonly homeOf: Int8Array;
  /** By type and location: locations a unit can go to. */
  readonly neighbors: readonly [readonly (readonly number[])[], readonly (readonly number[])[]];
  /** By type, `location * locationCount + location`: 1 if a unit can go from the first to the second. */
  readonly canGo: readonly [Uint8Array, Uint8Array];
  /** By type, `location * provinceCount + province`: 1 if a unit can go to any coast of the province. */
  readonly canReach: readonly [Uint8Array, Uint8Array];
  /** By province: bordering provinces at sea. */
  readonly seasAround: readonly (readonly number[])[];
  readonly spots: readonly UnitSpot[];
  readonly spotOfUnit: ReadonlyMap<Unit, UnitSpot>;
  /** By key of a name of three capital letters (`shortKey`): number of the location, or `NONE`. */
  readonly shortNames: Int16Array;
  /** By type and location: spot, or `undefined` if such a unit cannot stand there. */
  readonly spotAt: readonly [readonly (UnitSpot | undefined)[], readonly (UnitSpot | undefined)[]];
}

const LETTER_A = 'A'.charCodeAt(0);
const LETTERS = 26;

/**
 * Returns a key for the three capital letters of a text from `start` to its end, or `NONE` for anything else. Looking up a province by this
 * key is several times as fast as hashing its name, which would dominate the time of an adjudication.
 */
export function shortKey(text: string, start: number): number {
  if (text.length !== start + 3) return NONE;
  const first = text.charCodeAt(start) - LETTER_A;
  const second = text.charCodeAt(start + 1) - LETTER_A;
  const third = text.charCodeAt(start + 2) - LETTER_A;
  if (first < 0 || first >= LETTERS || second < 0 || second >= LETTERS || third < 0 || third >= LETTERS) return NONE;
  return (first * LETTERS + second) * LETTERS + third;
}

function shortNamesOf(locations: readonly Location[]): Int16Array {
  const numbers = new Int16Array(LETTERS ** 3).fill(NONE);
  locations.forEach((location, number) => {
    const key = shortKey(location, 0);
    if (key !== NONE) numbers[key] = number;
  });
  return numbers;
}

/** Returns the number of a location by its name, or `undefined`. */
export function findLocation(index: MapIndex, name: Location): number | undefined {
  const key = shortKey(name, 0);
  if (key === NONE) return index.locationNumbers.get(name);
  const number = index.shortNames[key]!;
  return number < 0 ? undefined : number;
}

const SPACE = ' '.charCodeAt(0);
const LETTER_F = 'F'.charCodeAt(0);

/** Returns the spot of a unit by its name, or `undefined` if there is no such unit on this map. */
export function findSpot(index: MapIndex, unit: Unit): UnitSpot | undefined {
  const key = shortKey(unit, 2);
  const letter = unit.charCodeAt(0);
  if (key === NONE || unit.charCodeAt(1) !== SPACE || (letter !== LETTER_A && letter !== LETTER_F))
    return index.spotOfUnit.get(unit);
  const number = index.shortNames[key]!;
  return number < 0 ? undefined : index.spotAt[letter === LETTER_A ? ARMY : FLEET][number];
}

const indexes = new WeakMap<GameMap<string>, MapIndex>();

/** Returns the index of a map, created at its first use. */
export function indexMap<P extends string>(map: GameMap<P>): MapIndex<P> {
  let index = indexes.get(map);
  if (index === undefined) {
    index = makeIndex(map);
    indexes.set(map, index);
  }
  return index as MapIndex<P>;
}

function makeIndex<P extends string>(map: GameMap<P>): MapIndex<P> {
  const provinceCount = map.provinces.length;
  const coasts = map.provinces.flatMap(({ id, coasts: own = [] }) => own.map((coast) => `${id}/${coast.id}`));
  const locations = [...map.provinces.map(({ id }) => id), ...coasts];
  const locationCount = locations.length;
  const locationNumbers = new Map(locations.map((location, number) => [location, number]));
  const numberOf = (location: Location) => locationNumbers.get(location)!;
  const powers = map.powers.map(({ id }) => id);

  const homeOf = new Int8Array(provinceCount).fill(NONE);
  map.powers.forEach(({ homes }, power) => {
    for (const home of homes) homeOf[numberOf(home)] = power;
  });

  const provinceNumberOf = Uint16Array.from(locations, (location) => numberOf(provinceOf(location)));
  const neighbors = [map.armyBorders, map.fleetBorders].map((borders) =>
    locations.map((location) => (borders[location] ?? []).map(numberOf).sort((a, b) => a - b)),
  ) as [number[][], number[][]];
  const canGo: [Uint8Array, Uint8Array] = [new Uint8Array(locationCount ** 2), new Uint8Array(locationCount ** 2)];
  const canReach: [Uint8Array, Uint8Array] = [
    new Uint8Array(locationCount * provinceCount),
    new Uint8Array(locationCount * provinceCount),
  ];
  for (const type of [ARMY, FLEET] as const) {
    neighbors[type].forEach((tos, from) => {
      for (const to of tos) {
        canGo[type][from * locationCount + to] = 1;
        canReach[type][from * provinceCount + provinceNumberOf[to]!] = 1;
      }
    });
  }

  const terrain = Uint8Array.from(map.provinces, (province) => ({ inland: INLAND, coast: COAST, sea: SEA })[province.terrain]);
  const seasAround = map.provinces.map((_, province) => {
    const seas = new Set<number>();
    neighbors[FLEET].forEach((tos, from) => {
      if (provinceNumberOf[from] === province) for (const to of tos) if (terrain[to] === SEA) seas.add(to);
    });
    return [...seas].sort((a, b) => a - b);
  });

  const spots: UnitSpot[] = [];
  const spotAt: [(UnitSpot | undefined)[], (UnitSpot | undefined)[]] = [[], []];
  const letters: readonly UnitType[] = ['A', 'F'];
  for (const type of [ARMY, FLEET] as const) {
    locations.forEach((location, number) => {
      const stands = canStand(map, type, location);
      const unit: Unit = `${letters[type]!} ${location}`;
      const province = provinceNumberOf[number]!;
      const convoys = type === FLEET && terrain[province] === SEA;
      const spot = stands ? Object.freeze({ index: spots.length, unit, type, location: number, province, convoys }) : undefined;
      spotAt[type][number] = spot;
      if (spot !== undefined) spots.push(spot);
    });
  }

  return {
    map,
    powers,
    powerNumbers: new Map(powers.map((power, number) => [power, number])),
    provinceCount,
    locationCount,
    locations,
    locationNumbers,
    provinces: map.provinces,
    terrain,
    provinceOf: provinceNumberOf,
    isCenter: Uint8Array.from(map.provinces, ({ center }) => (center === true ? 1 : 0)),
    homeOf,
    neighbors,
    canGo,
    canReach,
    seasAround,
    spots,
    spotOfUnit: new Map(spots.map((spot) => [spot.unit, spot])),
    spotAt,
    shortNames: shortNamesOf(locations),
  };
}

function canStand(map: GameMap<string>, type: typeof ARMY | typeof FLEET, location: Location): boolean {
  const province = map.provinces.find(({ id }) => id === provinceOf(location))!;
  const isCoast = location.includes('/');
  if (type === ARMY) return province.terrain !== 'sea' && !isCoast;
  return province.terrain !== 'inland' && isCoast === (province.coasts !== undefined);
}

/** Returns the number of a province that is known to be on the map. */
export const provinceNumber = (index: MapIndex, province: Province): number => index.locationNumbers.get(province)!;
