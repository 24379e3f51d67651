/** Average course of one year of a game. */
export interface UsualYear {
  /** Powers that have not been eliminated. */
  readonly alive: number;
  /** How often a movement phase is followed by retreats, and how many powers then have some, over all movement phases. */
  readonly retreatPhases: number;
  readonly retreatingPowers: number;
  /** The same for the adjustments in Winter. */
  readonly adjustmentPhases: number;
  readonly adjustingPowers: number;
}

const year = (alive: number, [retreatPhases, retreatingPowers]: Pair, [adjustmentPhases, adjustingPowers]: Pair): UsualYear => ({
  alive,
  retreatPhases,
  retreatingPowers,
  adjustmentPhases,
  adjustingPowers,
});

type Pair = readonly [phases: number, powers: number];

/**
 * Sixteen games of the offline model to 1908 and sixty of seven greedy bots to 1912, which are much alike; from 1901 on, the last one stands
 * for all later years.
 */
const USUAL_YEARS: readonly [UsualYear, ...UsualYear[]] = [
  year(7, [0, 0], [1, 6.6]),
  year(7, [0.45, 0.55], [1, 3.6]),
  year(7, [0.7, 1], [1, 3.7]),
  year(7, [0.55, 0.8], [0.95, 3.4]),
  year(7, [0.65, 0.9], [0.95, 3.2]),
  year(6.9, [0.65, 0.9], [1, 3.5]),
  year(6.8, [0.6, 0.8], [0.95, 3.4]),
  year(6.6, [0.65, 0.9], [1, 3.1]),
  year(6.4, [0.6, 0.8], [1, 3.2]),
  year(6.2, [0.6, 0.7], [0.95, 2.9]),
  year(6.1, [0.6, 0.8], [0.95, 2.6]),
  year(6, [0.6, 0.8], [0.9, 2.3]),
];

/** @param index 0 for 1901 */
export function usualYear(index: number): UsualYear {
  return USUAL_YEARS[Math.min(index, USUAL_YEARS.length - 1)] ?? USUAL_YEARS[0];
}
