import { forEveryPower, type GameState } from '@entente/diplomacy-game/state';
import { type ByPower, parsePhase, type Position, POWERS } from '@entente/diplomacy-rules';

/** Number of centres of each power at the end of a year. */
export interface YearOfCenters {
  readonly year: number;
  readonly centers: ByPower<number>;
}

/** Counts centres after each Fall, oldest year first, from the year before play began on. A year under way is left out. */
export function centersByYear({ history, position }: GameState): readonly YearOfCenters[] {
  const first = history[0];
  const firstYear = parsePhase(first?.phase ?? position.phase)?.year;
  if (firstYear === undefined) return [];
  const years = new Map<number, ByPower<number>>([[firstYear - 1, countCenters(first?.position ?? position)]]);
  history.forEach((record, at) => {
    const phase = parsePhase(record.phase);
    const after = history[at + 1]?.position ?? position;
    // Centres change hands with the last phase of Fall, before Winter, another year, or the end of the game.
    if (phase?.season === 'F' && parsePhase(after.phase)?.season !== 'F') years.set(phase.year, countCenters(after));
  });
  return [...years].map(([year, centers]) => ({ year, centers }));
}

const countCenters = ({ centers }: Position): ByPower<number> => forEveryPower((power) => centers[power].length);

/** Counts centres of each year that was played, also of the last one if it is under way: then as they are now. */
export function centersSoFar({ history, position }: Pick<GameState, 'history' | 'position'>): readonly YearOfCenters[] {
  const years = new Map<number, ByPower<number>>();
  history.forEach(({ phase }, at) => {
    const year = parsePhase(phase)?.year;
    if (year !== undefined) years.set(year, countCenters(history[at + 1]?.position ?? position));
  });
  return [...years].map(([year, centers]) => ({ year, centers }));
}

/** Maximum number of centres of any power in these years. */
export const mostCenters = (years: readonly YearOfCenters[]): number =>
  Math.max(0, ...years.flatMap(({ centers }) => POWERS.map((power) => centers[power])));
