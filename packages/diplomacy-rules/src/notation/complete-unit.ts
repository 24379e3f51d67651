import type { GameMap } from '../map/game-map.js';
import { parsePhase } from '../values/phase.js';
import type { Position } from '../values/position.js';
import type { Location, Province, Unit, UnitType } from '../values/unit.js';
import { locationOfUnit, provinceOf, provinceOfUnit, typeOfUnit } from '../values/unit.js';
import type { Complaint } from './complaint.js';
import type { PlaceItem, WrittenUnit } from './items.js';
import type { PlaceNames } from './place-names.js';

/** Map and position that complete an order. */
export interface Surroundings {
  readonly map: GameMap<string>;
  readonly names: PlaceNames;
  readonly position: Position<string> | undefined;
}

/** Clues about a unit from the rest of its order. */
interface Hints {
  readonly to?: PlaceItem | undefined;
  readonly viaConvoy?: boolean | undefined;
  /** Likely type, if neither text nor board decide. */
  readonly type?: UnitType | undefined;
}

/**
 * Completes the ordered unit: returns the unit that stands there, whatever coast was written. If none stands there, or one of the other
 * type, returns the unit as written, for the rules to judge.
 */
export function completeOrderedUnit(written: WrittenUnit, around: Surroundings, hints: Hints = {}): Unit | Complaint {
  const { position } = around;
  const standing = unitIn(written.place.province, position, position !== undefined && parsePhase(position.phase)?.type === 'R');
  if (standing !== undefined && fits(standing, written)) return standing;
  const type = written.type ?? typeByText(written.place, hints, around) ?? hints.type;
  if (type === undefined) return typeMissing(written.place);
  if (type === 'F' && position === undefined) return fleetAt(written.place, around, hints.to);
  return writtenUnit(type, written.place);
}

/**
 * Completes the supported or convoyed unit: returns the unit that stands there, or the unit as written, without a coast if none was
 * written.
 */
export function completeOtherUnit(written: WrittenUnit, around: Surroundings, to?: PlaceItem): Unit | Complaint {
  const standing = unitIn(written.place.province, around.position, false);
  if (standing !== undefined && fits(standing, written)) return standing;
  const type = written.type ?? typeByText(written.place, to === undefined ? {} : { to }, around);
  return type === undefined ? typeMissing(written.place) : writtenUnit(type, written.place);
}

/** Completes a unit to build: the board does not decide its type, and its coast must be written (DATC 4.B.7). */
export function completeNewUnit(written: WrittenUnit, around: Surroundings): Unit | Complaint {
  const type = written.type ?? typeByText(written.place, {}, around);
  if (type === undefined) return typeMissing(written.place);
  return type === 'F' ? fleetAt(written.place, around) : writtenUnit(type, written.place);
}

/**
 * Completes a destination. Armies take no coast. A fleet takes the written coast, or the only one it can reach. If it can reach none, the
 * province alone is enough for the rules to forbid the move.
 */
export function completeDestination(unit: Unit, to: PlaceItem, { map, names }: Surroundings): Location | Complaint {
  if (typeOfUnit(unit) === 'A') return to.province;
  const coasts = locationsIn(to.province, names);
  if (to.coast !== undefined || coasts.length < 2) return writtenLocation(to);
  const from = locationOfUnit(unit);
  const froms = map.fleetBorders[from] === undefined ? locationsIn(provinceOf(from), names) : [from];
  const reached = coasts.filter((coast) => froms.some((place) => map.fleetBorders[place]?.includes(coast) === true));
  const [only = to.province, ...others] = reached;
  return others.length === 0 ? only : { kind: 'coast-missing', places: reached, start: to.start, end: to.end };
}

/** Returns `STP/SC`, or `STP` if no coast was written. */
export const writtenLocation = ({ province, coast }: PlaceItem): Location =>
  coast === undefined ? province : `${province}/${coast}`;

const writtenUnit = (type: UnitType, place: PlaceItem): Unit =>
  type === 'A' ? `A ${place.province}` : `F ${writtenLocation(place)}`;

const fits = (unit: Unit, { type }: WrittenUnit): boolean => type === undefined || type === typeOfUnit(unit);

function unitIn(province: Province, position: Position<string> | undefined, isRetreat: boolean): Unit | undefined {
  if (position === undefined) return undefined;
  const isThere = (unit: Unit) => provinceOfUnit(unit) === province;
  if (isRetreat) {
    for (const units of Object.values(position.retreats)) {
      const dislodged = (Object.keys(units) as Unit[]).find(isThere);
      if (dislodged !== undefined) return dislodged;
    }
  }
  for (const units of Object.values(position.units)) {
    const standing = units.find(isThere);
    if (standing !== undefined) return standing;
  }
  return undefined;
}

/** Returns the only type that can be in this place, or go to its destination. */
function typeByText(place: PlaceItem, { to, viaConvoy }: Hints, { names }: Surroundings): UnitType | undefined {
  for (const { province, coast } of to === undefined ? [place] : [place, to]) {
    const terrain = names.provinces.get(province)?.terrain;
    if (terrain === 'inland') return 'A';
    if (terrain === 'sea' || coast !== undefined) return 'F';
  }
  return viaConvoy === true ? 'A' : undefined;
}

const typeMissing = ({ province, start, end }: PlaceItem): Complaint => ({
  kind: 'unit-type-missing',
  places: [province],
  start,
  end,
});

/**
 * Completes a fleet in a place. If the place has several coasts and none was written, takes the only one from which it can reach its
 * destination.
 */
function fleetAt(place: PlaceItem, { map, names }: Surroundings, to?: PlaceItem): Unit | Complaint {
  const coasts = locationsIn(place.province, names);
  if (place.coast !== undefined || coasts.length < 2) return writtenUnit('F', place);
  const isTarget = (location: Location) =>
    to !== undefined && (to.coast === undefined ? provinceOf(location) === to.province : location === writtenLocation(to));
  const fitting = coasts.filter((coast) => map.fleetBorders[coast]?.some(isTarget) === true);
  const [only, ...others] = fitting;
  if (only !== undefined && others.length === 0) return `F ${only}`;
  const { start, end } = place;
  return { kind: 'coast-missing', places: only === undefined ? coasts : fitting, start, end };
}

/** Lists the locations of a fleet in a province. */
const locationsIn = (province: Province, names: PlaceNames): readonly Location[] =>
  names.provinces.get(province)?.coasts?.map(({ id }) => `${province}/${id}`) ?? [province];
