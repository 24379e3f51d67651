import type { SavedGame } from './saved-game.js';
import { readSavedGame } from './read-saved-game.js';

/** The parts of a saved game that matter to the rules, with notes on the ignored ones. */
export interface LenientReading {
  readonly game: SavedGame;
  /** Sentences; empty if everything was read. */
  readonly notes: readonly string[];
}

/**
 * Reads a saved game for its board, orders and results. Ignores and counts messages of another shape. Ignores results and rules that are
 * `null`, and orders in the last phase, which some programs write. Guesses nothing else.
 * @throws {InvalidFileError} With the first wrong place in its message.
 */
export function readLeniently(value: unknown): LenientReading {
  if (!isRecord(value) || !Array.isArray(value['phases'])) return { game: readSavedGame(value), notes: [] };
  let unread = 0;
  let lost = 0;
  const phases = value['phases'].map((phase: unknown, i, all) => {
    if (!isRecord(phase)) return phase;
    // The current phase of a game has no orders yet.
    const isLast = i === all.length - 1;
    const kept = isLast ? { orders: {}, ...without(phase, ['results', 'orders']) } : without(phase, ['results']);
    const { messages } = phase;
    if (messages === undefined) return kept;
    if (!Array.isArray(messages)) {
      if (messages !== null) unread += 1;
      return { ...kept, messages: [] };
    }
    const read = messages.filter(isMessage);
    lost += messages.length - read.length;
    return { ...kept, messages: read };
  });
  return {
    game: readSavedGame({ ...without(value, ['rules']), phases }),
    notes: [
      ...(unread === 0 ? [] : [`Messages that are no list are read as none, in ${countOf(unread, 'phase')}.`]),
      ...(lost === 0 ? [] : [`Messages of another shape are passed over: ${lost}.`]),
    ],
  };
}

const isMessage = (message: unknown): boolean =>
  isRecord(message) &&
  ['sender', 'recipient', 'phase', 'message'].every((key) => typeof message[key] === 'string') &&
  typeof message['time_sent'] === 'number';

/** Copies a record without those of some keys that have `null`. */
const without = (record: Readonly<Record<string, unknown>>, keys: readonly string[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(record).filter(([key, entry]) => entry !== null || !keys.includes(key)));

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const countOf = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
