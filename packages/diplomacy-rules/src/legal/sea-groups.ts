import type { MapIndex } from '../map/map-index.js';
import { SEA } from '../map/map-index.js';

/** Divides provinces at sea into connected groups. The seas of a group are in map order. */
export function seaGroups(index: MapIndex, seas: readonly number[]): readonly (readonly number[])[] {
  const left = seas.slice();
  const groups: number[][] = [];
  for (let first = left.pop(); first !== undefined; first = left.pop()) {
    const group = [first];
    for (const member of group) {
      const around = index.seasAround[member]!;
      for (let i = left.length - 1; i >= 0; i -= 1) {
        const sea = left[i]!;
        if (!around.includes(sea)) continue;
        group.push(sea);
        left[i] = left[left.length - 1]!;
        left.pop();
      }
    }
    groups.push(group.sort((a, b) => a - b));
  }
  return groups;
}

const places = new WeakMap<MapIndex, readonly (readonly number[])[]>();

/** By province at sea: all bordering provinces, seas and coasts, each once and in map order. */
export function placesAroundSeas(index: MapIndex): readonly (readonly number[])[] {
  let around = places.get(index);
  if (around === undefined) {
    around = index.provinces.map((_, sea) => {
      if (index.terrain[sea] !== SEA) return [];
      return index.provinces.flatMap((_, place) => (index.seasAround[place]!.includes(sea) ? [place] : []));
    });
    places.set(index, around);
  }
  return around;
}
