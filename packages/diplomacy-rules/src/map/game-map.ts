import { InvalidMapError } from '../errors.js';
import type { Phase } from '../values/phase.js';
import { parsePhase } from '../values/phase.js';
import type { Power } from '../values/power.js';
import type { Location, Province, Unit } from '../values/unit.js';
import { locationOfUnit, provinceOf, typeOfUnit } from '../values/unit.js';

/** Terrain of a province: armies stand inland, fleets at sea, both on a coast. Only fleets at sea convoy. */
export const TERRAINS = ['inland', 'coast', 'sea'] as const;

/** `inland`, `coast` or `sea`. */
export type Terrain = (typeof TERRAINS)[number];

/** One of several coasts of a province. */
export interface CoastData {
  /** Id after the slash: `NC`. */
  readonly id: string;
  /** `north coast`. */
  readonly name: string;
  /** Other ids in use for it. */
  readonly aliases?: readonly string[];
}

/** A province, as a row of a map's table. */
export interface ProvinceData {
  readonly id: Province;
  readonly name: string;
  readonly terrain: Terrain;
  /** Whether it is a supply centre. */
  readonly center?: boolean;
  /** Other names, in any letter case, without those of coasts. */
  readonly aliases?: readonly string[];
  /** Only if there are several. */
  readonly coasts?: readonly CoastData[];
}

/** A power, as a row of a map's table. */
export interface PowerData<P extends string = Power> {
  readonly id: P;
  readonly name: string;
  /** Adjective: `French`, as in `S FRENCH A PAR`. */
  readonly adjective: string;
  /** Home supply centres, in which it builds. */
  readonly homes: readonly Province[];
  /** First units. A power also begins with its home centres. */
  readonly units: readonly Unit[];
}

/** A board: powers, provinces and borders. `standardMap` is the classic one. */
export interface GameMap<P extends string = Power> {
  readonly name: string;
  readonly startPhase: Phase;
  /** Number of centres that wins, if no other power owns as many. */
  readonly victoryCenters: number;
  /** In the sequence of every list. */
  readonly powers: readonly PowerData<P>[];
  readonly provinces: readonly ProvinceData[];
  /** Neighbours of each province for armies. Symmetric. Provinces without any are left out. */
  readonly armyBorders: Readonly<Record<Province, readonly Province[]>>;
  /** Neighbours of each location for fleets. Symmetric. A province with several coasts has an entry for each coast, and none itself. */
  readonly fleetBorders: Readonly<Record<Location, readonly Location[]>>;
  /** Places on the board that can never be entered. Drawings show them. */
  readonly impassable?: readonly { readonly id: string; readonly name: string }[];
}

/**
 * Checks a map's tables and returns them. Every border must be there in both directions and fit the terrain.
 * @throws {InvalidMapError} With the wrong row in its message.
 */
export function defineMap<P extends string>(map: GameMap<P>): GameMap<P> {
  const fail = (place: string, problem: string): never => {
    throw new InvalidMapError(`Map ${map.name}, ${place}: ${problem}`, { place });
  };
  const parts = parsePhase(map.startPhase);
  if (parts?.type !== 'M') fail('startPhase', `${map.startPhase} is not a movement phase such as S1901M.`);
  const provinces = new Map<string, ProvinceData>();
  const fleetLocations = new Set<string>();
  for (const province of map.provinces) {
    const place = `provinces ${province.id}`;
    if (!/^[A-Z][A-Z0-9]*$/.test(province.id)) fail(place, 'an id is made of capital letters and digits.');
    if (provinces.has(province.id)) fail(place, 'is listed twice.');
    provinces.set(province.id, province);
    if (province.coasts === undefined) fleetLocations.add(province.id);
    else for (const coast of province.coasts) fleetLocations.add(`${province.id}/${coast.id}`);
    if (province.coasts !== undefined && province.terrain !== 'coast') fail(place, 'has coasts, so its terrain must be coast.');
  }
  const terrainOf = (location: Location) => provinces.get(provinceOf(location))?.terrain;
  const checkBorders = (name: 'armyBorders' | 'fleetBorders', stands: (location: Location) => boolean) => {
    for (const [from, tos] of Object.entries(map[name])) {
      if (!stands(from)) fail(`${name} ${from}`, 'no such unit can stand there.');
      for (const to of tos) {
        if (!stands(to)) fail(`${name} ${from}`, `no such unit can stand in ${to}.`);
        if (to === from) fail(`${name} ${from}`, 'borders on itself.');
        if (map[name][to]?.includes(from) !== true) fail(`${name} ${to}`, `lacks ${from}, which has it.`);
      }
    }
  };
  checkBorders(
    'armyBorders',
    (location) => terrainOf(location) !== undefined && terrainOf(location) !== 'sea' && !location.includes('/'),
  );
  checkBorders('fleetBorders', (location) => fleetLocations.has(location) && terrainOf(location) !== 'inland');
  const powers = new Set<string>();
  const taken = new Set<string>();
  for (const power of map.powers) {
    const place = `powers ${power.id}`;
    if (powers.has(power.id)) fail(place, 'is listed twice.');
    powers.add(power.id);
    for (const home of power.homes) {
      if (provinces.get(home)?.center !== true) fail(place, `its home ${home} is not a supply centre.`);
    }
    for (const unit of power.units) {
      const location = locationOfUnit(unit);
      const province = provinceOf(location);
      const borders = typeOfUnit(unit) === 'A' ? map.armyBorders : map.fleetBorders;
      if (borders[location] === undefined) fail(place, `${unit} cannot stand there.`);
      if (taken.has(province)) fail(place, `${unit} is not alone in ${province}.`);
      taken.add(province);
    }
  }
  return map;
}
