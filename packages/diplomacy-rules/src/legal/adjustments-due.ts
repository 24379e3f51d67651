import type { MapIndex } from '../map/map-index.js';
import type { MapOptions } from '../rules-options.js';
import { mapIndexOf } from '../rules-options.js';
import type { Position } from '../values/position.js';
import type { Power } from '../values/power.js';
import type { Province } from '../values/unit.js';
import { standsIn } from '../values/unit.js';

/** Builds or removals of a power in Winter. */
export interface AdjustmentsDue {
  /** Number of units it may build (at most one in each site), or if negative, has to remove. */
  readonly count: number;
  /** Its owned, unoccupied home centres. */
  readonly sites: readonly Province[];
}

/** Returns the number of units that a power may build or has to remove, and the places where it can build. */
export const adjustmentsDue = <P extends string = Power>(
  position: Pick<Position<P>, 'units' | 'centers'>,
  power: P,
  options: MapOptions<P> = {},
): AdjustmentsDue => countAdjustments(mapIndexOf(options), position, power);

/** `adjustmentsDue` on the index of a map. */
export function countAdjustments<P extends string>(
  index: MapIndex<P>,
  position: Pick<Position<P>, 'units' | 'centers'>,
  power: P,
): AdjustmentsDue {
  const centers = position.centers[power];
  const balance = centers.length - position.units[power].length;
  if (balance <= 0) return { count: balance, sites: [] };
  const sites = freeSites(index, position, power);
  return { count: Math.min(balance, sites.length), sites };
}

/** Whether any power has something to build or to remove. */
export function someAdjustmentDue<P extends string>(
  index: MapIndex<P>,
  position: Pick<Position<P>, 'units' | 'centers'>,
): boolean {
  for (const power of index.powers) {
    const balance = position.centers[power].length - position.units[power].length;
    if (balance < 0 || (balance > 0 && freeSites(index, position, power).length > 0)) return true;
  }
  return false;
}

function freeSites<P extends string>(
  index: MapIndex<P>,
  { units, centers }: Pick<Position<P>, 'units' | 'centers'>,
  power: P,
): readonly Province[] {
  const { homes } = index.map.powers[index.powerNumbers.get(power)!]!;
  const owned = centers[power];
  return homes.filter(
    (home) => owned.includes(home) && !index.powers.some((other) => units[other].some((unit) => standsIn(unit, home))),
  );
}
