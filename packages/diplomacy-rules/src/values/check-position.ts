import { InvalidPositionError } from '../errors.js';
import type { MapIndex } from '../map/map-index.js';
import { ARMY, FLEET, INLAND, SEA } from '../map/map-index.js';
import type { MapOptions } from '../rules-options.js';
import { mapIndexOf } from '../rules-options.js';
import { parsePhase } from './phase.js';
import type { Phase } from './phase.js';
import type { GameResult, Position } from './position.js';
import type { ByPower, Power } from './power.js';
import type { Location, Province, Unit } from './unit.js';
import { provinceOf } from './unit.js';

/**
 * Reads a position from elsewhere: a file, a model, a network. Checks everything the engine relies on and returns a position of known keys
 * only. A missing power has nothing; `retreats` may be missing if no unit is dislodged.
 * @throws {InvalidPositionError} With the first wrong place in its message, as in `units.FRANCE[2]`.
 */
export function checkPosition<P extends string = Power>(value: unknown, options: MapOptions<P> = {}): Position<P> {
  const board = mapIndexOf(options);
  const position = recordAt(value, 'position');
  const phase = checkPhase(position['phase']);
  const taken = new Map<Province, string>();
  const units = checkByPower(board, 'units', position['units'], (list, place) => checkUnits(board, list, place, taken));
  const owned = new Map<Province, string>();
  const centers = checkByPower(board, 'centers', position['centers'], (list, place) => checkCenters(board, list, place, owned));
  const dislodged = new Map<Province, string>();
  const retreats = checkByPower(board, 'retreats', position['retreats'] ?? {}, (record, place) =>
    checkRetreats(board, record, place, { dislodged, taken, allowed: parsePhase(phase)?.type === 'R' }),
  );
  const checked = { phase, units, centers, retreats };
  if (phase === 'COMPLETED') return { ...checked, result: checkResult(board, position['result']) };
  if (position['result'] !== undefined) fail('result', `the game is not over: the phase is ${phase}`);
  return checked;
}

function checkPhase(value: unknown): Phase {
  if (typeof value !== 'string' || (value !== 'COMPLETED' && parsePhase(value) === null)) {
    fail('phase', `${quote(value)} is not a phase such as S1901M, F1901R, W1901A or COMPLETED`);
  }
  return value as Phase;
}

function checkByPower<T, P extends string>(
  board: MapIndex<P>,
  name: string,
  value: unknown,
  check: (value: unknown, place: string) => T,
): ByPower<T, P> {
  const record = recordAt(value, name);
  for (const power of Object.keys(record)) {
    if (!board.powerNumbers.has(power)) fail(`${name}.${shorten(power)}`, `no power of the map ${board.map.name} has this name`);
  }
  const entries = board.powers.map((power) => {
    const own = Object.hasOwn(record, power) ? record[power] : undefined;
    return [power, check(own ?? (name === 'retreats' ? {} : []), `${name}.${power}`)];
  });
  return Object.fromEntries(entries) as ByPower<T, P>;
}

function checkUnits(board: MapIndex, value: unknown, place: string, taken: Map<Province, string>): readonly Unit[] {
  return listAt(board, value, place).map((entry, i) => checkUnit(board, entry, `${place}[${i}]`, taken));
}

function checkUnit(board: MapIndex, value: unknown, place: string, taken: Map<Province, string>): Unit {
  if (typeof value !== 'string' || !/^[AF] ./.test(value)) fail(place, `${quote(value)} is not a unit such as A PAR or F STP/SC`);
  const unit = value as Unit;
  if (!board.spotOfUnit.has(unit)) fail(place, `${quote(unit)} cannot be: ${whyNoSpot(board, unit)}`);
  const province = provinceOf(unit.slice(2));
  const other = taken.get(province);
  if (other !== undefined) fail(place, `${unit} is not alone in ${province}: ${other} names a unit there too`);
  taken.set(province, place);
  return unit;
}

function whyNoSpot(board: MapIndex, unit: Unit): string {
  const location = unit.slice(2);
  const province = provinceOf(location);
  const number = board.locationNumbers.get(province);
  if (number === undefined) return `the map ${board.map.name} has no province ${shorten(province)}`;
  const type = unit.startsWith('A') ? ARMY : FLEET;
  const coasts = (board.provinces[number]?.coasts ?? []).map(({ id }) => `${province}/${id}`);
  if (type === ARMY && board.terrain[number] === SEA) return 'an army cannot stand at sea';
  if (type === FLEET && board.terrain[number] === INLAND) return `${province} lies inland, where a fleet cannot be`;
  if (type === ARMY) return 'an army stands in the whole province, not on a coast';
  if (location === province) return `a fleet there is on one of the coasts ${coasts.join(', ')}`;
  return coasts.length === 0 ? `${province} has one coast, which has no name` : `${province} has the coasts ${coasts.join(', ')}`;
}

function checkCenters(board: MapIndex, value: unknown, place: string, owned: Map<Province, string>): readonly Province[] {
  return listAt(board, value, place).map((entry, i) => {
    const at = `${place}[${i}]`;
    const number = typeof entry === 'string' ? board.locationNumbers.get(entry) : undefined;
    if (number === undefined || board.isCenter[number] !== 1) fail(at, `${quote(entry)} is not a supply centre of the map`);
    const center = entry as Province;
    const other = owned.get(center);
    if (other !== undefined) fail(at, `${center} has an owner already: ${other}`);
    owned.set(center, at);
    return center;
  });
}

interface RetreatContext {
  readonly dislodged: Map<Province, string>;
  readonly taken: ReadonlyMap<Province, string>;
  /** Whether units can be dislodged in this phase at all. */
  readonly allowed: boolean;
}

function checkRetreats(
  board: MapIndex,
  value: unknown,
  place: string,
  { dislodged, taken, allowed }: RetreatContext,
): Readonly<Record<Unit, readonly Location[]>> {
  const entries = Object.entries(recordAt(value, place)).map(([key, locations]): [Unit, readonly Location[]] => {
    const at = `${place}["${shorten(key)}"]`;
    if (!allowed) fail(at, 'units are dislodged in a retreat phase only');
    const unit = checkUnit(board, key, at, dislodged);
    const seen = new Set<Location>();
    const checked = listAt(board, locations, at).map((entry, i) => {
      checkRetreat(board, unit, entry, `${at}[${i}]`, taken);
      if (seen.has(entry as Location)) fail(`${at}[${i}]`, `${entry as Location} is listed twice`);
      seen.add(entry as Location);
      return entry as Location;
    });
    return [unit, checked];
  });
  return Object.fromEntries(entries);
}

function checkRetreat(board: MapIndex, unit: Unit, value: unknown, place: string, taken: ReadonlyMap<Province, string>): void {
  const spot = board.spotOfUnit.get(unit);
  const to = typeof value === 'string' ? board.locationNumbers.get(value) : undefined;
  if (spot === undefined || to === undefined) fail(place, `the map ${board.map.name} has no location ${quote(value)}`);
  else if (board.canGo[spot.type][spot.location * board.locationCount + to] !== 1)
    fail(place, `${unit} cannot go to ${quote(value)}`);
  const occupant = taken.get(provinceOf(value as Location));
  if (occupant !== undefined) fail(place, `${unit} cannot retreat to ${quote(value)}, where ${occupant} names a unit`);
}

function checkResult<P extends string>(board: MapIndex<P>, value: unknown): GameResult<P> {
  const result = recordAt(value, 'result');
  const powerAt = (power: unknown, place: string): P => {
    if (typeof power !== 'string' || !board.powerNumbers.has(power)) fail(place, `${quote(power)} is not a power of the map`);
    return power as P;
  };
  if (result['kind'] === 'solo') return { kind: 'solo', winner: powerAt(result['winner'], 'result.winner') };
  if (result['kind'] !== 'draw') fail('result.kind', `${quote(result['kind'])} is neither solo nor draw`);
  const powers = listAt(board, result['powers'], 'result.powers').map((power, i) => powerAt(power, `result.powers[${i}]`));
  powers.forEach((power, i) => {
    if (powers.indexOf(power) < i) fail(`result.powers[${i}]`, `${power} is listed twice`);
  });
  return { kind: 'draw', powers };
}

function recordAt(value: unknown, place: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) fail(place, `${quote(value)} is not an object`);
  return value as Readonly<Record<string, unknown>>;
}

/** No list of a position is longer than the number of locations. A longer one is refused at once. */
function listAt(board: MapIndex, value: unknown, place: string): readonly unknown[] {
  if (!Array.isArray(value)) fail(place, `${quote(value)} is not a list`);
  const list = value as readonly unknown[];
  if (list.length > board.locationCount) fail(place, `${list.length} entries are more than the map ${board.map.name} has places`);
  return Array.from(list);
}

function fail(place: string, problem: string): never {
  throw new InvalidPositionError(`The position is wrong at ${place}: ${problem}.`, { place });
}

/** Describes a value briefly enough for a message. */
function quote(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'string') return `"${shorten(value)}"`;
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'an object';
  return typeof value === 'number' || typeof value === 'boolean' || value === null ? String(value) : `a ${typeof value}`;
}

const shorten = (text: string): string => (text.length > 40 ? `${text.slice(0, 40).replace(/[\ud800-\udbff]$/, '')}…` : text);
