import { linesOf } from '@entente/simulation-core/journal';
import { isOwnPhase } from './own-phases.js';
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
