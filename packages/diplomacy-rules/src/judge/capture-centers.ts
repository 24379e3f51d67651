import { EMPTY } from '../board/none.js';
import { findSpot } from '../map/map-index.js';
import type { MapIndex } from '../map/map-index.js';
import type { Capture } from '../values/outcome.js';
import type { Position } from '../values/position.js';
import type { ByPower } from '../values/power.js';
import type { Province } from '../values/unit.js';

/** Updates the owners of centres after Fall: a centre goes to the power whose unit stands in it, and otherwise keeps its owner. */
export function captureCenters<P extends string>(
  index: MapIndex<P>,
  { units, centers }: Pick<Position<P>, 'units' | 'centers'>,
): { readonly centers: ByPower<readonly Province[], P>; readonly captures: readonly Capture<P>[] } {
  let captures: Capture<P>[] | undefined;
  for (const power of index.powers) {
    const own = centers[power];
    for (const unit of units[power]) {
      const { province } = findSpot(index, unit)!;
      if (index.isCenter[province] !== 1) continue;
      const center = index.locations[province]!;
      if (own.includes(center)) continue;
      const from = index.powers.find((other) => centers[other].includes(center)) ?? null;
      captures ??= [];
      captures.push({ center, from, to: power });
    }
  }
  if (captures === undefined) return { centers, captures: EMPTY };
  const next = {} as Record<P, readonly Province[]>;
  for (const power of index.powers) next[power] = ownedAfter(centers[power], power, captures);
  return { centers: next, captures };
}

function ownedAfter<P extends string>(
  before: readonly Province[],
  power: P,
  captures: readonly Capture<P>[],
): readonly Province[] {
  if (!captures.some(({ from, to }) => from === power || to === power)) return before;
  const owned = before.filter((center) => !captures.some((capture) => capture.center === center));
  for (const { center, to } of captures) if (to === power) owned.push(center);
  return owned;
}
