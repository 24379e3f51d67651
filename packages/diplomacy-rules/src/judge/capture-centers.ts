import { findSpot } from '../map/map-index.js';
import type { MapIndex, UnitSpot } from '../map/map-index.js';
import type { Capture } from '../values/outcome.js';
import type { Position } from '../values/position.js';
import type { ByPower } from '../values/power.js';
import type { Province } from '../values/unit.js';

/** Who owns what after Fall: a centre belongs to whoever stands in it, and otherwise to whom it belonged. */
export function captureCenters<P extends string>(
  index: MapIndex<P>,
  { units, centers }: Pick<Position<P>, 'units' | 'centers'>,
): { readonly centers: ByPower<readonly Province[], P>; readonly captures: readonly Capture<P>[] } {
  const captures: Capture<P>[] = [];
  for (const power of index.powers) {
    const own = centers[power];
    for (const unit of units[power]) {
      const { province } = findSpot(index, unit) as UnitSpot;
      if (index.isCenter[province] !== 1) continue;
      const center = index.locations[province] as Province;
      if (own.includes(center)) continue;
      const from = index.powers.find((other) => centers[other].includes(center)) ?? null;
      captures.push({ center, from, to: power });
    }
  }
  if (captures.length === 0) return { centers, captures };
  const next = {} as Record<P, readonly Province[]>;
  for (const power of index.powers) {
    const kept = centers[power].filter((center) => !captures.some((capture) => capture.center === center));
    next[power] = [...kept, ...captures.filter(({ to }) => to === power).map(({ center }) => center)];
  }
  return { centers: next, captures };
}
