import { InvalidFileError, InvalidPositionError } from '../errors.js';
import type { ParsedOrders } from '../notation/parse-orders.js';
import { parseOrders } from '../notation/parse-orders.js';
import { readRecordedGame } from '../saved-game/recorded-game.js';
import { checkPosition } from '../values/check-position.js';
import type { Position } from '../values/position.js';
import type { Power } from '../values/power.js';
import { POWERS } from '../values/power.js';
import { readValues } from '../node/read-values.js';

/** A position with orders, from a file. */
export interface Situation extends ParsedOrders {
  readonly position: Position;
}

/**
 * Reads a position with orders from a file: `{ phase, units, centers?, retreats?, orders? }` with orders as text by power, and `name`
 * allowed instead of `phase`; or a phase of a saved game.
 * @throws {InvalidFileError} With the file and the wrong place in its message.
 */
export async function readSituation(file: string): Promise<Situation> {
  for await (const { value, problem } of readValues(file)) {
    if (problem !== undefined) throw new InvalidFileError(`${file}: ${problem}`, { place: file });
    const fail = (place: string, message: string): never => {
      throw new InvalidFileError(`${file}: ${place}: ${message}`, { place });
    };
    if (!isRecord(value)) return fail('the file', 'an object with units and orders is needed.');
    if ('phases' in value) return fail('phases', 'this is a whole game; take one phase out of it, or use verify.');
    const position = readPosition(value, file) ?? fail('name', 'the phase FORMING has no position.');
    return { position, ...parseOrders(position, readTexts(value['orders'], fail)) };
  }
  throw new InvalidFileError(`${file}: the file is empty.`, { place: file });
}

function readPosition(value: Readonly<Record<string, unknown>>, file: string): Position | null | undefined {
  const { state, name, phase = name } = value;
  const inner = isRecord(value['position']) ? value['position'] : value;
  const { units, centers = {}, retreats, result } = inner;
  try {
    // A phase of a saved game is read as a game of one phase.
    if (state !== undefined) return readRecordedGame<Power>({ id: '', phases: [value], map: 'standard' }).phases[0]?.position;
    return checkPosition({ phase: inner['phase'] ?? phase, units, centers, retreats, result });
  } catch (cause) {
    if (!(cause instanceof InvalidPositionError || cause instanceof InvalidFileError)) throw cause;
    throw new InvalidFileError(`${file}: ${cause.message}`, { place: cause.place, cause });
  }
}

function readTexts(value: unknown, fail: (place: string, message: string) => never): Readonly<Record<string, readonly string[]>> {
  if (value === undefined) return {};
  if (!isRecord(value)) return fail('orders', 'an object with a list of orders for each power is needed.');
  const texts: Record<string, readonly string[]> = {};
  for (const [power, list] of Object.entries(value)) {
    if (!(POWERS as readonly string[]).includes(power)) {
      fail(`orders.${power.slice(0, 40)}`, `no power has this name; there are ${POWERS.join(', ')}.`);
    }
    if (list === null) continue;
    if (!Array.isArray(list) || !list.every((text) => typeof text === 'string')) {
      fail(`orders.${power}`, 'a list of orders, each a text, is needed.');
    }
    texts[power] = list;
  }
  return texts;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
