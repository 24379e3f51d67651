import { InvalidFileError } from '../errors.js';
import type { SavedGame } from './saved-game.js';

/**
 * Reads a saved game from its text, or checks a parsed one. Returns the value itself, with every key in its place, so that `writeSavedGame`
 * writes it unchanged.
 * @throws {InvalidFileError} With the first wrong place in its message, as in `phases[3].orders.FRANCE[0]`.
 */
export function readSavedGame(json: unknown): SavedGame {
  const game = recordAt(typeof json === 'string' ? parse(json) : json, 'the game');
  textAt(game['id'], 'id');
  textAt(game['map'], 'map');
  if (game['rules'] !== undefined) textsAt(game['rules'], 'rules');
  listAt(game['phases'], 'phases').forEach((phase, i) => checkPhase(phase, `phases[${i}]`));
  return game as unknown as SavedGame;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new InvalidFileError(`The saved game is not JSON: ${(cause as Error).message}`, { place: 'the game', cause });
  }
}

function checkPhase(value: unknown, place: string): void {
  const phase = recordAt(value, place);
  textAt(phase['name'], `${place}.name`);
  checkState(phase['state'], `${place}.state`);
  byPowerAt(phase['orders'], `${place}.orders`, (orders, at) => {
    if (orders !== null) textsAt(orders, at);
  });
  if (phase['results'] !== undefined) byPowerAt(phase['results'], `${place}.results`, textsAt);
  if (phase['messages'] !== undefined) {
    listAt(phase['messages'], `${place}.messages`).forEach((message, i) => checkMessage(message, `${place}.messages[${i}]`));
  }
}

function checkState(value: unknown, place: string): void {
  const state = recordAt(value, place);
  byPowerAt(state['units'], `${place}.units`, textsAt);
  byPowerAt(state['centers'], `${place}.centers`, textsAt);
  const optional = (key: string, check: (value: unknown, at: string) => void) => {
    if (state[key] !== undefined) check(state[key], `${place}.${key}`);
  };
  optional('timestamp', numberAt);
  for (const key of ['zobrist_hash', 'note', 'name']) optional(key, textAt);
  for (const key of ['homes', 'influence']) optional(key, (lists, at) => byPowerAt(lists, at, textsAt));
  optional('retreats', (retreats, at) => byPowerAt(retreats, at, (units, of) => byPowerAt(units, of, textsAt)));
  optional('civil_disorder', (numbers, at) => byPowerAt(numbers, at, numberAt));
  optional('builds', (builds, at) =>
    byPowerAt(builds, at, (build, of) => {
      numberAt(recordAt(build, of)['count'], `${of}.count`);
      textsAt(recordAt(build, of)['homes'], `${of}.homes`);
    }),
  );
}

function checkMessage(value: unknown, place: string): void {
  const message = recordAt(value, place);
  for (const key of ['sender', 'recipient', 'phase', 'message']) textAt(message[key], `${place}.${key}`);
  numberAt(message['time_sent'], `${place}.time_sent`);
}

function byPowerAt(value: unknown, place: string, check: (value: unknown, at: string) => void): void {
  for (const [key, entry] of Object.entries(recordAt(value, place))) check(entry, `${place}.${key.slice(0, 40)}`);
}

function recordAt(value: unknown, place: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) fail(place, 'an object', value);
  return value as Readonly<Record<string, unknown>>;
}

function listAt(value: unknown, place: string): readonly unknown[] {
  if (!Array.isArray(value)) fail(place, 'a list', value);
  return value as readonly unknown[];
}

function textsAt(value: unknown, place: string): void {
  listAt(value, place).forEach((text, i) => textAt(text, `${place}[${i}]`));
}

function textAt(value: unknown, place: string): void {
  if (typeof value !== 'string') fail(place, 'a text', value);
}

function numberAt(value: unknown, place: string): void {
  if (typeof value !== 'number') fail(place, 'a number', value);
}

function fail(place: string, wanted: string, found: unknown): never {
  throw new InvalidFileError(`The saved game is wrong at ${place}: ${wanted} is needed there, not ${describe(found)}.`, {
    place,
  });
}

function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : typeof value === 'string' ? 'a text' : `a ${typeof value}`;
}
