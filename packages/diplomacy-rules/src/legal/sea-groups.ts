import type { MapIndex } from '../map/map-index.js';
import { SEA } from '../map/map-index.js';

/** Parts provinces at sea into groups, within which one can sail from each to each. The groups, and the seas in them, are in map order. */
export function seaGroups(index: MapIndex, seas: readonly number[]): readonly (readonly number[])[] {
  const inNone = new Set(seas);
  const groups: number[][] = [];
  for (const sea of seas) {
    if (!inNone.delete(sea)) continue;
    const group = [sea];
    for (const member of group) {
      for (const next of index.seasAround[member] as readonly number[]) if (inNone.delete(next)) group.push(next);
    }
    groups.push(group.sort((a, b) => a - b));
  }
  return groups;
}

const places = new WeakMap<MapIndex, readonly (readonly number[])[]>();

/** By province at sea: all provinces on which it borders, seas and coasts, each once and in map order. */
export function placesAroundSeas(index: MapIndex): readonly (readonly number[])[] {
  let around = places.get(index);
  if (around === undefined) {
    around = index.provinces.map((_, sea) => {
      if (index.terrain[sea] !== SEA) return [];
      return index.provinces.flatMap((_, place) => ((index.seasAround[place] as readonly number[]).includes(sea) ? [place] : []));
    });
    places.set(index, around);
  }
  return around;
}
