import type { Adjudication } from '../values/adjudication.js';
import type { OrdersByPower } from '../values/order.js';
import { parsePhase } from '../values/phase.js';
import type { Position } from '../values/position.js';
import type { Power } from '../values/power.js';

/**
 * The types of a saved game: the JSON that `to_saved_game_format` of the `diplomacy` Python package writes and that research code, viewers
 * and AI_Diplomacy read. Names are as in the file. Keys that only some programs write are optional, and further keys are kept.
 */
export interface SavedGame {
  readonly id: string;
  /** `standard` for the classic board. */
  readonly map: string;
  /** As in `NO_PRESS` and `POWER_CHOICE`. */
  readonly rules?: readonly string[];
  /** In the sequence of play. The last one is the current phase. */
  readonly phases: readonly SavedPhase[];
  readonly [extra: string]: unknown;
}

/** One value for each power; eliminated ones are there too. */
export type SavedByPower<T> = Readonly<Record<string, T>>;

/** A phase: the board at its beginning, orders, results and messages. */
export interface SavedPhase {
  /** `S1901M`, or `FORMING` or `COMPLETED`. */
  readonly name: string;
  readonly state: SavedState;
  /** `null` for a power without a decision yet, in the last phase only. Waived builds and illegal orders are not written. */
  readonly orders: SavedByPower<readonly string[] | null>;
  /** By unit, coast included; `{}` in the last phase. `toPythonResults` explains the words. */
  readonly results?: Readonly<Record<string, readonly string[]>>;
  readonly messages?: readonly SavedMessage[];
  readonly [extra: string]: unknown;
}

/** The board at the beginning of a phase. */
export interface SavedState {
  /** When the phase began, in microseconds since 1970. */
  readonly timestamp?: number;
  /** See `zobristHash`. */
  readonly zobrist_hash?: string;
  /** Empty, or `Victory by: FRA, GER`. */
  readonly note?: string;
  /** The phase's name again. */
  readonly name?: string;
  /** `A PAR`, `F STP/SC`; a dislodged one as `*A PAR`. */
  readonly units: SavedByPower<readonly string[]>;
  /** Retreats of each dislodged unit. */
  readonly retreats?: SavedByPower<Readonly<Record<string, readonly string[]>>>;
  readonly centers: SavedByPower<readonly string[]>;
  /** Home centres of each power. */
  readonly homes?: SavedByPower<readonly string[]>;
  /** Provinces that each power visited last. */
  readonly influence?: SavedByPower<readonly string[]>;
  readonly civil_disorder?: SavedByPower<number>;
  readonly builds?: SavedByPower<SavedBuilds>;
  readonly [extra: string]: unknown;
}

/** How many units a power may build (`count` above 0, never more than free homes) or has to remove (below 0), and the free homes. */
export interface SavedBuilds {
  readonly count: number;
  readonly homes: readonly string[];
  readonly [extra: string]: unknown;
}

/** A message between powers. */
export interface SavedMessage {
  readonly sender: string;
  /** A power, or `GLOBAL`. */
  readonly recipient: string;
  /** In microseconds since 1970; never less than that of the message before, over the whole game. */
  readonly time_sent: number;
  /** The phase in which it was sent. */
  readonly phase: string;
  readonly message: string;
  readonly [extra: string]: unknown;
}

/** Returns a number that sorts phases: `FORMING` first, `COMPLETED` and unknown phases last. */
export function phaseTime(phase: string): number {
  if (phase === 'FORMING') return -Infinity;
  const parts = parsePhase(phase);
  if (parts === null) return Infinity;
  return parts.year * 8 + { S: 0, F: 2, W: 4 }[parts.season] + { M: 0, R: 1, A: 2 }[parts.type];
}

/** A played phase, or the current one. */
export interface PlayedPhase<P extends string = Power> {
  readonly position: Position<P>;
  /** Begin of the phase, in microseconds since 1970. */
  readonly timestampUs: number;
  readonly orders?: OrdersByPower<P> | undefined;
  /** Result of `adjudicate`; missing for the current phase. */
  readonly adjudication?: Adjudication<P> | undefined;
  readonly messages?: readonly SavedMessage[] | undefined;
  /** Further keys of the phase for other programs, such as `summary`. */
  readonly extra?: Readonly<Record<string, unknown>> | undefined;
}

/** Options of `writeSavedGame`. */
export interface WriteOptions {
  /** Number of spaces of indentation; 0 writes one line, as in files with one game for each line. @default 0 */
  readonly indent?: number | undefined;
}

/** Writes a saved game, with the keys in the sequence in which they were read. */
export const writeSavedGame = (game: SavedGame, { indent = 0 }: WriteOptions = {}): string => JSON.stringify(game, null, indent);
