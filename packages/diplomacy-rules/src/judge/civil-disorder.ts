import type { MapIndex } from '../map/map-index.js';
import { ARMY, FLEET } from '../map/map-index.js';
import type { Position } from '../values/position.js';
import type { Province, Unit } from '../values/unit.js';
import { locationOfUnit, provinceOf, provinceOfUnit, typeOfUnit } from '../values/unit.js';
import type { Rulebook } from '../values/rulebook.js';

/** A unit chosen for removal, and its distance from the nearest centre in moves, or `Infinity` if there is no way. */
export interface Removal {
  readonly unit: Unit;
  readonly distance: number;
}

/**
 * Chooses units to remove for a power that ordered too few removals: those farthest from its centres first, fleets before armies, then by
 * the names of their provinces (DATC 4.D.8).
 */
export function chooseRemovals<P extends string>(
  index: MapIndex<P>,
  position: Position<P>,
  {
    power,
    candidates,
    count,
    rulebook,
  }: { readonly power: P; readonly candidates: readonly Unit[]; readonly count: number; readonly rulebook: Rulebook },
): readonly Removal[] {
  if (count <= 0) return [];
  const homes = index.map.powers[index.powerNumbers.get(power)!]?.homes ?? [];
  const isByHome = rulebook.civilDisorder === 'homeDistance';
  const targets = isByHome ? homes : position.centers[power];
  const nameOf = (unit: Unit) => index.provinces[index.locationNumbers.get(provinceOfUnit(unit))!]?.name ?? '';
  return candidates
    .map((unit) => ({ unit, distance: distanceTo(index, unit, { targets, sailsOnly: isByHome && typeOfUnit(unit) === 'F' }) }))
    .sort((a, b) => {
      if (a.distance !== b.distance) return b.distance - a.distance;
      if (typeOfUnit(a.unit) !== typeOfUnit(b.unit)) return typeOfUnit(a.unit) === 'F' ? -1 : 1;
      return nameOf(a.unit) < nameOf(b.unit) ? -1 : 1;
    })
    .slice(0, count);
}

/** Returns the number of moves from a unit to the nearest of some provinces, over land and sea, or by sea only. */
function distanceTo(
  index: MapIndex,
  unit: Unit,
  { targets, sailsOnly }: { readonly targets: readonly Province[]; readonly sailsOnly: boolean },
): number {
  const wanted = new Set(targets);
  const start = index.locationNumbers.get(locationOfUnit(unit))!;
  const seen = new Set<number>(sailsOnly ? [start] : coastsOf(index, index.provinceOf[start]!));
  let frontier = [...seen];
  for (let distance = 0; frontier.length > 0; distance += 1) {
    if (frontier.some((location) => wanted.has(provinceOf(index.locations[location]!)))) return distance;
    const next: number[] = [];
    for (const location of frontier) {
      const neighbors = sailsOnly
        ? index.neighbors[FLEET][location]
        : [...(index.neighbors[ARMY][location] ?? []), ...(index.neighbors[FLEET][location] ?? [])];
      for (const neighbor of neighbors ?? []) {
        for (const reached of sailsOnly ? [neighbor] : coastsOf(index, index.provinceOf[neighbor]!)) {
          if (seen.has(reached)) continue;
          seen.add(reached);
          next.push(reached);
        }
      }
    }
    frontier = next;
  }
  return Infinity;
}

/** Returns all locations of a province. Over land and sea its coasts are one place. */
function coastsOf(index: MapIndex, province: number): readonly number[] {
  const coasts = index.provinces[province]?.coasts ?? [];
  const id = index.locations[province]!;
  return [province, ...coasts.map((coast) => index.locationNumbers.get(`${id}/${coast.id}`)!)];
}
