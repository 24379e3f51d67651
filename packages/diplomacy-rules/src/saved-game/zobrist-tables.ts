import type { MapIndex } from '../map/map-index.js';
import type { Location } from '../values/unit.js';
import { MersenneTwister } from './mersenne-twister.js';

/** The 63-bit numbers of one row of a table, in two halves: location `i` has `high[i] * 2^32 + low[i]`. */
export interface ZobristRow {
  readonly high: Uint32Array;
  readonly low: Uint32Array;
}

/** The numbers that the `diplomacy` Python package draws for a map: rows by unit type (army, fleet) or by power, columns by location. */
export interface ZobristTables {
  /** The columns: provinces and coasts by alphabet. */
  readonly columns: ReadonlyMap<Location, number>;
  /** The rows of the tables that have one for each power: powers by alphabet. */
  readonly rows: ReadonlyMap<string, number>;
  readonly unitType: readonly ZobristRow[];
  readonly units: readonly ZobristRow[];
  readonly dislodgedType: readonly ZobristRow[];
  readonly dislodgedUnits: readonly ZobristRow[];
  readonly centers: readonly ZobristRow[];
  readonly homes: readonly ZobristRow[];
}

const tablesOfMaps = new WeakMap<MapIndex, ZobristTables>();

/** The tables of a map, drawn at the first use: the package seeds its generator with the map's locations and supply centres. */
export function zobristTables(board: MapIndex): ZobristTables {
  let tables = tablesOfMaps.get(board);
  if (tables === undefined) {
    tables = drawTables(board);
    tablesOfMaps.set(board, tables);
  }
  return tables;
}

function drawTables(board: MapIndex): ZobristTables {
  const locations = [...board.locations].sort();
  const powers = [...board.powers].sort();
  const twister = new MersenneTwister(seedOf(board));
  const draw = (count: number) => Array.from({ length: count }, () => drawRow(twister, locations.length));
  return {
    columns: numbered(locations),
    rows: numbered(powers),
    // The sequence of draws determines the numbers.
    unitType: draw(2),
    units: draw(powers.length),
    dislodgedType: draw(2),
    dislodgedUnits: draw(powers.length),
    centers: draw(powers.length),
    homes: draw(powers.length),
  };
}

const numbered = (names: readonly string[]): ReadonlyMap<string, number> => new Map(names.map((name, number) => [name, number]));

/** 12345, the number of locations, and the letters of all centres weighted with powers of seven, modulo 2^32. */
function seedOf(board: MapIndex): number {
  const centers = board.provinces.filter(({ center }) => center === true).map(({ id }) => id);
  const letters = centers.sort().join('-');
  let seed = 12345 + board.locationCount;
  let weight = 1;
  for (let i = 0; i < letters.length; i++) {
    seed = (seed + Math.imul(letters.charCodeAt(i), weight)) >>> 0;
    weight = Math.imul(weight, 7);
  }
  return seed;
}

function drawRow(twister: MersenneTwister, length: number): ZobristRow {
  const high = new Uint32Array(length);
  const low = new Uint32Array(length);
  for (let i = 0; i < length; i++) {
    // Python's randint(1, 2^63 - 1): 63 bits, drawn again in the one case of 2^63 - 1, plus one.
    do {
      low[i] = twister.next();
      high[i] = twister.next() >>> 1;
    } while (low[i] === 0xffffffff && high[i] === 0x7fffffff);
    low[i] = low[i]! + 1;
    if (low[i] === 0) high[i] = high[i]! + 1;
  }
  return { high, low };
}
