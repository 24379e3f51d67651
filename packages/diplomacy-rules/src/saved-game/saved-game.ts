import type { Adjudication } from '../values/adjudication.js';
import type { OrdersByPower } from '../values/order.js';
import { parsePhase } from '../values/phase.js';
import type { Position } from '../values/position.js';
import type { Power } from '../values/power.js';

/**
 * The types of a saved game: the JSON that `to_saved_game_format` of the `diplomacy` Python package writes and that research code, viewers
 * and AI_Diplomacy read. Names are as in the file. What only some programs write is optional, and keys that are not here are kept.
 */
export interface SavedGame {
  readonly id: string;
  /** `standard` for the classic board. */
  readonly map: string;
  /** As in `NO_PRESS` and `POWER_CHOICE`. */
  readonly rules?: readonly string[];
  /** In the order of play. The last one is the phase that the game is in. */
  readonly phases: readonly SavedPhase[];
  readonly [extra: string]: unknown;
}

/** One value for each power; eliminated ones are there too. */
export type SavedByPower<T> = Readonly<Record<string, T>>;

/** A phase: how it began, what was ordered, what came of it, what was said. */
export interface SavedPhase {
  /** `S1901M`, or `FORMING` or `COMPLETED`. */
  readonly name: string;
  readonly state: SavedState;
  /** `null` for a power that has not decided yet; only in the last phase. Waived builds and illegal orders are not written. */
  readonly orders: SavedByPower<readonly string[] | null>;
  /** By unit, coast included; `{}` in the last phase. What the words mean is with `toPythonResults`. */
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
  /** Where each dislodged unit may go. */
  readonly retreats?: SavedByPower<Readonly<Record<string, readonly string[]>>>;
  readonly centers: SavedByPower<readonly string[]>;
  /** Where the powers may build. */
  readonly homes?: SavedByPower<readonly string[]>;
  /** The provinces whose last visitor a power was. */
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

/** A number by which phases can be put in order: `FORMING` comes before all, `COMPLETED` and what is no phase after all. */
export function phaseTime(phase: string): number {
  if (phase === 'FORMING') return -Infinity;
  const parts = parsePhase(phase);
  if (parts === null) return Infinity;
  return parts.year * 8 + { S: 0, F: 2, W: 4 }[parts.season] + { M: 0, R: 1, A: 2 }[parts.type];
}

/** A phase that was played, or is being played. */
export interface PlayedPhase<P extends string = Power> {
  readonly position: Position<P>;
  /** When the phase began, in microseconds since 1970. The package has no clock of its own. */
  readonly timestampUs: number;
  readonly orders?: OrdersByPower<P> | undefined;
  /** What `adjudicate` made of the orders; left out in the phase the game is in. */
  readonly adjudication?: Adjudication<P> | undefined;
  readonly messages?: readonly SavedMessage[] | undefined;
  /** Further keys of the phase that some program wants to find, as `summary`. */
  readonly extra?: Readonly<Record<string, unknown>> | undefined;
}

/** What `writeSavedGame` may be told. */
export interface WriteOptions {
  /** Spaces by which inner lines are indented; 0 for all on one line, as a file with a game a line needs it. @default 0 */
  readonly indent?: number | undefined;
}

/** The text of a saved game. What `readSavedGame` read is written with every key where it was. */
export const writeSavedGame = (game: SavedGame, { indent = 0 }: WriteOptions = {}): string => JSON.stringify(game, null, indent);
