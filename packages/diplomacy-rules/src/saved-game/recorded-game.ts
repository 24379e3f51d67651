import { InvalidFileError, InvalidPositionError } from '../errors.js';
import type { RulebookChoice } from '../values/rulebook-choice.js';
import { parseRulebook } from '../values/rulebook-choice.js';
import type { RulebookName } from '../values/rulebooks.js';
import type { MapOptions } from '../rules-options.js';
import { mapIndexOf } from '../rules-options.js';
import { checkPosition } from '../values/check-position.js';
import type { Position } from '../values/position.js';
import { provinceOf } from '../values/unit.js';
import { endingOf } from './ending-of.js';
import { readLeniently } from './read-leniently.js';
import type { SavedByPower, SavedPhase } from './saved-game.js';
import { positionOfSavedState } from './position-of-saved-state.js';

/** The parts of a recorded game, of either form, that matter to the rules. */
export interface RecordedGame<P extends string> {
  readonly id: string;
  readonly phases: readonly RecordedPhase<P>[];
  /**
   * Rulebook of the game, unless flags of a phase change it: the one under `rulebook` (default `python-compatible` for a saved game of the
   * Python package, otherwise `2023`).
   */
  readonly rulebook: RulebookChoice;
  /** Notes on ignored parts, one sentence each. */
  readonly notes: readonly string[];
}

/** A recorded phase. */
export interface RecordedPhase<P extends string> {
  readonly name: string;
  /** `null` for `FORMING`, which has no position. */
  readonly position: Position<P> | null;
  readonly orders: SavedByPower<readonly string[]>;
  /** Results by unit, in the words of the Python package. Missing if not recorded. */
  readonly results?: Readonly<Record<string, readonly string[]>> | undefined;
  /** The Python package's hash of the position. */
  readonly hash?: string | undefined;
  /** Home centres in which the powers may build, if the file has them. */
  readonly homes?: SavedByPower<readonly string[]> | undefined;
  /** Dislodged units whose retreats are not recorded. They have no places in `position`. */
  readonly untold: ReadonlySet<string>;
  /** Remarks by a collector of games; see `rulebookOfFlags`. */
  readonly flags: readonly string[];
  /** Rulebook of the phase, if not that of the game: a fork may continue by other rules. */
  readonly rulebook?: RulebookChoice | undefined;
}

/**
 * Reads a game of one of two forms: a saved game of the Python package, whose phases have a `state`, or a record whose phases have `name`,
 * `units`, `centers`, `orders` and perhaps `retreats`, `results` and `flags` themselves.
 * @throws {InvalidFileError} With the first wrong place in its message.
 */
export function readRecordedGame<P extends string>(value: unknown, options: MapOptions<P> = {}): RecordedGame<P> {
  const { id, map, phases, rulebook } = recordAt(value, 'the game');
  if (typeof id !== 'string') fail('id', 'a text is needed there');
  if (options.map !== undefined && typeof map === 'string' && map !== options.map.name) {
    fail('map', `the game was played on ${map}, not on ${options.map.name}`);
  }
  if (!Array.isArray(phases)) fail('phases', 'a list is needed there');
  const list = phases as readonly unknown[];
  if (list.length === 0) fail('phases', 'a game has at least the phase that it is in');
  const isSaved = list.some((phase) => typeof phase === 'object' && phase !== null && 'state' in phase);
  if (!isSaved) {
    return {
      id,
      phases: list.map((phase, i) => readPlainPhase(phase, `phases[${i}]`, options)),
      rulebook: rulebookNamed(rulebook, '2023'),
      notes: [],
    };
  }
  const { game, notes } = readLeniently(value);
  const read = game.phases.map((phase, i) => toRecordedPhase(phase, `phases[${i}]`, options));
  return { id, phases: read, rulebook: rulebookNamed(rulebook, 'python-compatible'), notes };
}

function rulebookNamed(value: unknown, otherwise: RulebookName, place = 'rulebook'): RulebookChoice {
  if (value === undefined) return otherwise;
  const { choice, problem } = parseRulebook(value);
  return problem === undefined ? choice : fail(place, problem);
}

const rulebookOfPhase = (value: unknown, place: string): { readonly rulebook?: RulebookChoice } =>
  value === undefined ? {} : { rulebook: rulebookNamed(value, '2023', `${place}.rulebook`) };

function toRecordedPhase<P extends string>(phase: SavedPhase, place: string, options: MapOptions<P>): RecordedPhase<P> {
  const { state, orders, results = {} } = phase;
  return {
    name: phase.name,
    position:
      phase.name === 'FORMING'
        ? null
        : placed(`${place}.state`, () => positionOfSavedState({ ...state, name: phase.name }, options)),
    orders: ordersOf(orders, `${place}.orders`, options),
    results: Object.keys(results).length > 0 ? results : undefined,
    hash: state.zobrist_hash,
    homes: state.homes,
    ...rulebookOfPhase(phase['rulebook'], place),
    untold: new Set(state.retreats === undefined ? dislodgedOf(Object.values(state.units).flat()) : []),
    flags: textsOf(phase['flags'], `${place}.flags`),
  };
}

function readPlainPhase<P extends string>(value: unknown, place: string, options: MapOptions<P>): RecordedPhase<P> {
  const phase = recordAt(value, place);
  const { name, units, centers, retreats, orders, results, result } = phase;
  if (typeof name !== 'string') fail(`${place}.name`, 'a text is needed there');
  return {
    name,
    position: placed(place, () =>
      checkPosition(
        {
          phase: name,
          units,
          centers,
          retreats: freeRetreats(units, retreats),
          result: name === 'COMPLETED' ? (result ?? guessedEnding(units, centers, options)) : result,
        },
        options,
      ),
    ),
    orders: ordersOf(name === 'COMPLETED' ? {} : recordAt(orders, `${place}.orders`), `${place}.orders`, options),
    results: results === undefined || results === null ? undefined : listsOf(results, `${place}.results`),
    ...rulebookOfPhase(phase['rulebook'], place),
    untold: new Set(nullKeysOf(retreats)),
    flags: textsOf(phase['flags'], `${place}.flags`),
  };
}

/** Guesses nothing for a position of the wrong shape, which is reported right after. */
function guessedEnding<P extends string>(units: unknown, centers: unknown, options: MapOptions<P>): unknown {
  const isByPower = (lists: unknown): lists is SavedByPower<readonly unknown[]> =>
    isRecord(lists) && Object.values(lists).every((list) => Array.isArray(list));
  return isByPower(units) && isByPower(centers) ? endingOf(mapIndexOf(options), { units, centers }) : undefined;
}

/** Reads the orders by power. `null` counts as no orders. */
function ordersOf<P extends string>(value: object, place: string, options: MapOptions<P>): SavedByPower<readonly string[]> {
  const { powerNumbers } = mapIndexOf(options);
  const entries = Object.entries(value).map(([power, texts]: [string, unknown]) => {
    if (!powerNumbers.has(power)) fail(`${place}.${power.slice(0, 40)}`, 'no power of the map has this name');
    return [power, textsOf(texts ?? [], `${place}.${power}`)] as const;
  });
  return Object.fromEntries(entries);
}

const dislodgedOf = (units: readonly string[]) => units.filter((unit) => unit.startsWith('*')).map((unit) => unit.slice(1));

/** Lists the units with `null` instead of a list. */
const nullKeysOf = (retreats: unknown): readonly string[] =>
  Object.values(isRecord(retreats) ? retreats : {}).flatMap((lists) =>
    Object.entries(isRecord(lists) ? lists : {}).flatMap(([unit, list]) => (list === null ? [unit] : [])),
  );

/** Removes occupied places, which some programs leave, from lists of retreats. Values of another shape are checked later. */
function freeRetreats(units: unknown, retreats: unknown): unknown {
  if (!isRecord(retreats) || !isRecord(units)) return retreats;
  const occupied = new Set(
    Object.values(units)
      .flat()
      .map((unit) => (typeof unit === 'string' ? provinceOf(unit.slice(2)) : '')),
  );
  const isFree = (location: unknown) => typeof location !== 'string' || !occupied.has(provinceOf(location));
  return mapValues(retreats, (lists) =>
    isRecord(lists) ? mapValues(lists, (list) => (Array.isArray(list) ? list.filter(isFree) : (list ?? []))) : lists,
  );
}

/** Prefixes the place of an error in a position with its place in the file. */
function placed<T>(place: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (!(cause instanceof InvalidPositionError)) throw cause;
    const whole = `${place}.${cause.place}`;
    throw new InvalidFileError(`The game is wrong at ${whole}: ${cause.message}`, { place: whole, cause });
  }
}

function listsOf(value: unknown, place: string): Readonly<Record<string, readonly string[]>> {
  const record = recordAt(value, place);
  for (const [key, list] of Object.entries(record)) textsOf(list, `${place}.${key.slice(0, 40)}`);
  return record as Readonly<Record<string, readonly string[]>>;
}

function textsOf(value: unknown, place: string): readonly string[] {
  if (value === undefined) return [];
  if (!Array.isArray(value) || !value.every((text) => typeof text === 'string')) fail(place, 'a list of texts is needed there');
  return value;
}

function recordAt(value: unknown, place: string): Readonly<Record<string, unknown>> {
  if (!isRecord(value)) fail(place, 'an object is needed there');
  return value;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const mapValues = (record: Readonly<Record<string, unknown>>, map: (value: unknown) => unknown) =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));

function fail(place: string, problem: string): never {
  throw new InvalidFileError(`The game is wrong at ${place}: ${problem}.`, { place });
}
