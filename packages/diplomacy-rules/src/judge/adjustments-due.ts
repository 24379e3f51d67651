import type { MapIndex } from '../map/map-index.js';
import type { Position } from '../values/position.js';
import type { Province } from '../values/unit.js';
import { provinceOfUnit } from '../values/unit.js';

/** What a power has to adjust in Winter. */
export interface AdjustmentsDue {
  /** Units it may build (at most one a site), or if negative, has to remove. */
  readonly count: number;
  /** Its home centres that it owns and where nobody stands. */
  readonly sites: readonly Province[];
}

/** How many units a power may build or has to remove, and where it can build. */
export function adjustmentsDue<P extends string>(
  index: MapIndex<P>,
  position: Pick<Position<P>, 'units' | 'centers'>,
  power: P,
): AdjustmentsDue {
  const centers = position.centers[power];
  const balance = centers.length - position.units[power].length;
  if (balance <= 0) return { count: balance, sites: [] };
  const number = index.powerNumbers.get(power) as number;
  const homes = (index.map.powers[number] as { homes: readonly Province[] }).homes;
  const occupied = new Set(index.powers.flatMap((other) => position.units[other].map(provinceOfUnit)));
  const sites = homes.filter((home) => centers.includes(home) && !occupied.has(home));
  return { count: Math.min(balance, sites.length), sites };
}
