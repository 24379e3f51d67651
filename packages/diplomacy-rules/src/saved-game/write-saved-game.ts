import type { SavedGame } from './saved-game.js';

/** What `writeSavedGame` may be told. */
export interface WriteOptions {
  /** Spaces by which inner lines are indented; 0 for all on one line, as a file with a game a line needs it. @default 0 */
  readonly indent?: number | undefined;
}

/** The text of a saved game. What `readSavedGame` read is written with every key where it was. */
export const writeSavedGame = (game: SavedGame, { indent = 0 }: WriteOptions = {}): string => JSON.stringify(game, null, indent);
