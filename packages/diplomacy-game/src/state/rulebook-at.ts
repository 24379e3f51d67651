import type { RulebookChoice } from '@entente/diplomacy-rules';
import { comparePhases } from './compare-phases.js';
import type { GameState } from './game-state.js';

/** By which rulebook a phase was judged. After a fork that took another it is not the one that the game goes on by. */
export function rulebookAt({ tables }: Pick<GameState, 'tables'>, phase: string): RulebookChoice {
  return tables.findLast((table) => comparePhases(table.phase, phase) <= 0)?.rulebook ?? 'python-compatible';
}
