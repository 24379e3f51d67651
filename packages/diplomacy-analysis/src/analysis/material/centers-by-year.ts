import type { GameState } from '@entente/diplomacy-game';
import { type ByPower, parsePhase, POWERS } from '@entente/diplomacy-rules';

/** How many centres each power owned when a year was over, or as far as it was played. */
export interface YearOfCenters {
  readonly year: number;
  readonly centers: ByPower<number>;
}

/** Year by year, from the first that was played. */
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
