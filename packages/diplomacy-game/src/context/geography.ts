import type { GameMap, Location, Province, ProvinceData, Unit } from '@entente/diplomacy-rules';
import { locationOfUnit, provinceOf, typeOfUnit } from '@entente/diplomacy-rules';

/** Places that a unit can reach, each with the step before it on a shortest way. The first step is the unit's own place. */
export interface Step {
  readonly location: Location;
  readonly moves: number;
  readonly before?: Step;
}

/** Facts that follow from a map alone. They are computed once for each map and used by every description. */
export interface Geography {
  readonly map: GameMap<string>;
  readonly provinces: ReadonlyMap<Province, ProvinceData>;
  /** Index of each province and coast in the map's order, in which everything is listed. */
  readonly ranks: ReadonlyMap<Location, number>;
  /** By province: all provinces that border on it, for armies or fleets, in map order. */
  readonly bordering: ReadonlyMap<Province, readonly Province[]>;
  /** By unit: its `journeysOf`, filled on demand. */
  readonly journeys: Map<Unit, ReadonlyMap<Province, Step>>;
}

const kept = new WeakMap<GameMap<string>, Geography>();

/** Returns the geography of a map. */
export function geographyOf(map: GameMap<string>): Geography {
  let geography = kept.get(map);
  if (geography === undefined) {
    geography = makeGeography(map);
    kept.set(map, geography);
  }
  return geography;
}

function makeGeography(map: GameMap<string>): Geography {
  const ranks = new Map<Location, number>();
  for (const { id, coasts = [] } of map.provinces) {
    for (const location of [id, ...coasts.map((coast) => `${id}/${coast.id}`)]) ranks.set(location, ranks.size);
  }
  const borders = new Map(map.provinces.map(({ id }) => [id, new Set<Province>()]));
  for (const [from, tos] of [...Object.entries(map.armyBorders), ...Object.entries(map.fleetBorders)]) {
    for (const to of tos) borders.get(provinceOf(from))?.add(provinceOf(to));
  }
  return {
    map,
    ranks,
    provinces: new Map(map.provinces.map((province) => [province.id, province])),
    bordering: new Map([...borders].map(([id, others]) => [id, [...others].sort((a, b) => rankOf(ranks, a) - rankOf(ranks, b))])),
    journeys: new Map(),
  };
}

const rankOf = (ranks: ReadonlyMap<Location, number>, location: Location): number => ranks.get(location) ?? ranks.size;

/** Sorts items by location, in map order. */
export const inMapOrder = <T>({ ranks }: Geography, things: readonly T[], locationOf: (thing: T) => Location): readonly T[] =>
  [...things].sort((a, b) => rankOf(ranks, locationOf(a)) - rankOf(ranks, locationOf(b)));

/** Returns the places that a unit can reach in one move without a convoy, in map order. */
export function neighborsOf(geography: Geography, unit: Unit): readonly Location[] {
  const { armyBorders, fleetBorders } = geography.map;
  const borders = typeOfUnit(unit) === 'A' ? armyBorders : fleetBorders;
  return inMapOrder(geography, borders[locationOfUnit(unit)] ?? [], (location) => location);
}

/** Returns, by province, a shortest way of a unit by its own moves, as if the board were empty. Nearer provinces come first. */
export function journeysOf(geography: Geography, unit: Unit): ReadonlyMap<Province, Step> {
  let journeys = geography.journeys.get(unit);
  if (journeys === undefined) {
    journeys = makeJourneys(geography, unit);
    geography.journeys.set(unit, journeys);
  }
  return journeys;
}

function makeJourneys(geography: Geography, unit: Unit): ReadonlyMap<Province, Step> {
  const start: Step = { location: locationOfUnit(unit), moves: 0 };
  const journeys = new Map([[provinceOf(start.location), start]]);
  const seen = new Set([start.location]);
  const queue = [start];
  for (const before of queue) {
    for (const location of neighborsOf(geography, `${typeOfUnit(unit)} ${before.location}`)) {
      if (seen.has(location)) continue;
      seen.add(location);
      const step: Step = { location, moves: before.moves + 1, before };
      queue.push(step);
      if (!journeys.has(provinceOf(location))) journeys.set(provinceOf(location), step);
    }
  }
  return journeys;
}

/** Formats the stops of a journey: ` by GAL, UKR`; empty for a single move. */
export function wayTo(end: Step): string {
  const between: Location[] = [];
  for (let step = end.before; step?.before !== undefined; step = step.before) between.unshift(step.location);
  return between.length === 0 ? '' : ` by ${between.join(', ')}`;
}
