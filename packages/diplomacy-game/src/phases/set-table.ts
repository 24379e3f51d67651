import { startingPosition } from '@entente/diplomacy-rules';
import type { GameTable } from '../game-table.js';
import type { GameBegun } from '../state/index.js';

/** The first fact of a game: how it is played, by whom, and from which position. */
export const setTable = ({ settings, seats }: GameTable): GameBegun => ({
  type: 'game-begun',
  settings,
  seats,
  position: startingPosition(),
});
