import type { MapIndex } from '../map/map-index.js';
import { ARMY, FLEET } from '../map/map-index.js';

/** Stands for no way: more moves than any map needs. */
export const NEVER = 255;

/** By type of unit and `location * provinceCount + province`: number of moves, ignoring units in the way. */
export type TravelTimes = readonly [Uint8Array, Uint8Array];

const kept = new WeakMap<MapIndex, TravelTimes>();

/** Returns the number of moves between any two places of a map. */
export function travelTimes(index: MapIndex): TravelTimes {
  let times = kept.get(index);
  if (times === undefined) {
    times = [timesOf(index, ARMY), timesOf(index, FLEET)];
    kept.set(index, times);
  }
  return times;
}

function timesOf(index: MapIndex, type: typeof ARMY | typeof FLEET): Uint8Array {
  const { locationCount, provinceCount } = index;
  const times = new Uint8Array(locationCount * provinceCount).fill(NEVER);
  for (let from = 0; from < locationCount; from += 1) {
    const reached = new Map([[from, 0]]);
    for (const [location, time] of reached) {
      const cell = from * provinceCount + index.provinceOf[location]!;
      times[cell] = Math.min(times[cell]!, time);
      for (const next of index.neighbors[type][location]!) {
        if (!reached.has(next) && time + 1 < NEVER) reached.set(next, time + 1);
      }
    }
  }
  return times;
}
