import type { GameState } from '@entente/diplomacy-game/state';
import { type ByPower, parsePhase, POWERS } from '@entente/diplomacy-rules';

/** Number of centres of each power at the end of a year, or at the last phase of a year under way. */
export interface YearOfCenters {
  readonly year: number;
  readonly centers: ByPower<number>;
}

/** Counts centres year by year, from the first year that was played. */
export function centersByYear({ history, position }: Pick<GameState, 'history' | 'position'>): readonly YearOfCenters[] {
  const years = new Map<number, ByPower<number>>();
  history.forEach(({ phase }, at) => {
    const year = parsePhase(phase)?.year;
    const after = history[at + 1]?.position ?? position;
    if (year !== undefined) {
      years.set(year, Object.fromEntries(POWERS.map((power) => [power, after.centers[power].length])) as ByPower<number>);
    }
  });
  return [...years].map(([year, centers]) => ({ year, centers }));
}
