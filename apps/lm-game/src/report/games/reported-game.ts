import type { GameState } from '@entente/diplomacy-game';
import type { Power } from '@entente/diplomacy-rules';
import type { ReportedRun } from '@entente/run-console/session';

/** A game as reports take it: its name, its header, and what it came to. */
export type ReportedGame = ReportedRun<GameState>;

/** The model of a seat; `null` before the game has begun. */
export const modelOf = ({ seats }: Pick<GameState, 'seats'>, power: Power): string | null => seats?.[power].model ?? null;

/** Whether a power has goals and relationships on record: bots have none, and people keep theirs to themselves. */
export function hasMind(state: Pick<GameState, 'seats'>, power: Power): boolean {
  const model = modelOf(state, power);
  return model !== null && !/^(bot|human)(:|$)/.test(model);
}

/** `FRANCE` as people read it: `France`. */
export const nameOfPower = (power: Power): string => power.charAt(0) + power.slice(1).toLowerCase();
