import { comparePhases, seatAt, SETUP_STEP } from '@entente/diplomacy-game/state';
import type { Power } from '@entente/diplomacy-rules';
import { linesOf } from '@entente/simulation-core/journal';
import type { ReportedGame } from './reported-game.js';

/**
 * Returns a function that tells whether a year of a game counts in means: every year counts once, in the game that played its end. Inherited
 * years count in the parent, or, where the parent is not among the games, in the first of its forks.
 */
export function countedYears(games: readonly ReportedGame[]): (game: ReportedGame, year: number) => boolean {
  const lineOf = linesOf(games);
  const lines = new Map<string, ReportedGame[]>();
  for (const game of games) lines.set(lineOf(game), [...(lines.get(lineOf(game)) ?? []), game]);
  return (game, year) => {
    if (isOwnYear(game, year)) return true;
    const line = lines.get(lineOf(game)) ?? [];
    return line[0] === game && !line.some((other) => isOwnYear(other, year));
  };
}

/** Centres change hands after the retreats of the Fall. */
const isOwnYear = (game: ReportedGame, year: number): boolean => isOwnPhase(game, `F${year}R`);

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
