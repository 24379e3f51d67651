import type { MapIndex } from '../map/map-index.js';
import type { Capture } from '../values/outcome.js';
import type { Position } from '../values/position.js';
import type { ByPower } from '../values/power.js';
import type { Province } from '../values/unit.js';
import { provinceOfUnit } from '../values/unit.js';

/** Who owns what after Fall: a centre belongs to whoever stands in it, and otherwise to whom it belonged. */
export function captureCenters<P extends string>(
  index: MapIndex<P>,
  { units, centers }: Pick<Position<P>, 'units' | 'centers'>,
): { readonly centers: ByPower<readonly Province[], P>; readonly captures: readonly Capture<P>[] } {
  const owner = new Map<Province, P>();
  for (const power of index.powers) for (const center of centers[power]) owner.set(center, power);
  const captures: Capture<P>[] = [];
  for (const power of index.powers) {
    for (const unit of units[power]) {
      const province = provinceOfUnit(unit);
      if (index.isCenter[index.locationNumbers.get(province) as number] !== 1) continue;
      const from = owner.get(province) ?? null;
      if (from !== power) captures.push({ center: province, from, to: power });
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
