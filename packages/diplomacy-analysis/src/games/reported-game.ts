import { type GameState, seatAt } from '@entente/diplomacy-game';
import type { Power } from '@entente/diplomacy-rules';
import type { ReportedRun } from '@entente/simulation-core/journal';

/** A game as reports take it: its name, its header, and what it came to. */
export type ReportedGame = ReportedRun<GameState>;

/** The model of a seat, in a fork the one that has it since; `null` before the game has begun. */
export const modelOf = ({ seats }: Pick<GameState, 'seats'>, power: Power): string | null => seats?.[power].model ?? null;

/** The model that played a power in a phase; `null` before the game has begun. */
export const modelAt = (state: Pick<GameState, 'tables'>, power: Power, phase: string): string | null =>
  seatAt(state, power, phase)?.model ?? null;

/** Whether a power had goals and relationships on record in a phase: bots have none, and people keep theirs to themselves. */
export function hasMind(state: Pick<GameState, 'tables'>, power: Power, phase: string): boolean {
  const model = modelAt(state, power, phase);
  return model !== null && !/^(bot|human)(:|$)/.test(model);
}

/** `FRANCE` as people read it: `France`. */
export const nameOfPower = (power: Power): string => power.charAt(0) + power.slice(1).toLowerCase();
