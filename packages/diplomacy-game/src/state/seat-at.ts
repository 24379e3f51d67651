import type { Power } from '@entente/diplomacy-rules';
import { comparePhases } from './compare-phases.js';
import type { Seat } from './game-facts.js';
import type { GameState } from './game-state.js';

/** Who played a power in a phase; `null` before the game has begun. After a fork that seated others it is not who plays it now. */
export function seatAt({ tables }: Pick<GameState, 'tables'>, power: Power, phase: string): Seat | null {
  return tables.findLast((table) => comparePhases(table.phase, phase) <= 0)?.seats[power] ?? null;
}
