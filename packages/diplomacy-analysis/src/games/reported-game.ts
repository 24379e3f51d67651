import { type GameState, seatAt } from '@entente/diplomacy-game/state';
import type { Power } from '@entente/diplomacy-rules';
import type { ReportedRun } from '@entente/simulation-core/journal';

/** A game as reports read it: its name, its header and its state. */
export type ReportedGame = ReportedRun<GameState>;

/** Model of a seat, in a fork since the fork; `null` before the game has begun. */
export const modelOf = ({ seats }: Pick<GameState, 'seats'>, power: Power): string | null => seats?.[power].model ?? null;

/** Model that played a power in a phase; `null` before the game has begun. */
export const modelAt = (state: Pick<GameState, 'tables'>, power: Power, phase: string): string | null =>
  seatAt(state, power, phase)?.model ?? null;

/** Returns whether a power's goals and relationships are on record in a phase. Bots have none, and people keep theirs to themselves. */
export function hasMind(state: Pick<GameState, 'tables'>, power: Power, phase: string): boolean {
  const model = modelAt(state, power, phase);
  return model !== null && !/^(bot|human)(:|$)/.test(model);
}

/** `FRANCE` as people read it: `France`. */
export const nameOfPower = (power: Power): string => power.charAt(0) + power.slice(1).toLowerCase();
