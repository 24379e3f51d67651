import { comparePhases, seatAt, SETUP_STEP } from '@entente/diplomacy-game/state';
import type { Power } from '@entente/diplomacy-rules';
import type { ReportedGame } from './reported-game.js';

/** Returns whether a game played a phase itself. A fork played those since the fork; its parent played those before. */
export const isOwnPhase = ({ header: { forkedFrom } }: Pick<ReportedGame, 'header'>, phase: string): boolean =>
  forkedFrom === undefined || forkedFrom.step === SETUP_STEP || comparePhases(phase, forkedFrom.step) >= 0;

/** Returns the models that played a power in the phases that a game played itself, each once. */
export function ownModels(game: ReportedGame, power: Power): readonly string[] {
  const { tables } = game.state;
  const { forkedFrom } = game.header;
  const first = forkedFrom === undefined ? undefined : seatAt(game.state, power, forkedFrom.step)?.model;
  const since = tables.filter(({ phase }) => isOwnPhase(game, phase)).map(({ seats }) => seats[power].model);
  return [...new Set([...(first === undefined ? [] : [first]), ...since])];
}
