import { comparePhases, seatAt, SETUP_STEP } from '@entente/diplomacy-game';
import type { Power } from '@entente/diplomacy-rules';
import type { ReportedGame } from './reported-game.js';

/** Whether a game played a phase itself: all of them, and of a fork those since the fork, for those before were played in its parent. */
export const isOwnPhase = ({ header: { forkedFrom } }: Pick<ReportedGame, 'header'>, phase: string): boolean =>
  forkedFrom === undefined || forkedFrom.step === SETUP_STEP || comparePhases(phase, forkedFrom.step) >= 0;

/** Who has played a power in the phases that a game played itself, by name, each once; in a fork those who sit there since. */
export function ownModels(game: ReportedGame, power: Power): readonly string[] {
  const { tables } = game.state;
  const { forkedFrom } = game.header;
  const first = forkedFrom === undefined ? undefined : seatAt(game.state, power, forkedFrom.step)?.model;
  const since = tables.filter(({ phase }) => isOwnPhase(game, phase)).map(({ seats }) => seats[power].model);
  return [...new Set([...(first === undefined ? [] : [first]), ...since])];
}
