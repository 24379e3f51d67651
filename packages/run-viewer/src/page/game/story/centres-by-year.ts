import { parsePhase, POWERS, type Power } from '@entente/diplomacy-rules';
import type { Series } from '../../charts/series';
import type { StoryPhase } from './game-story';
import { powerInWords } from './phase-words';

/** Centres of each power at the end of every year, and before the first. */
export function centresByYear(phases: readonly Pick<StoryPhase, 'name' | 'position'>[]): readonly Series[] {
  const counts = new Map<number, (power: Power) => number>();
  let year: number | undefined;
  for (const { name, position } of phases) {
    const count = (power: Power): number => position.centers[power].length;
    const phase = parsePhase(name);
    if (phase === null) {
      if (year !== undefined) counts.set(year, count);
      continue;
    }
    // A position stands before its phase, so the first one of a year shows how the year before ended.
    if (phase.year !== year) counts.set(phase.year - 1, count);
    if (phase.season === 'W') counts.set(phase.year, count);
    year = phase.year;
  }
  return POWERS.map((power) => ({
    name: powerInWords(power),
    color: `--${power.toLowerCase()}`,
    points: [...counts].sort(([one], [other]) => one - other).map(([x, count]) => ({ x, y: count(power) })),
  }));
}
