import { NONE } from '../board/none.js';
import { SEA } from '../map/map-index.js';
import type { MapIndex } from '../map/map-index.js';

/** Fleets that may convoy: by province, 1 or 0. */
export type Fleets = readonly number[] | Uint8Array;

/** Whether fleets connect two coasts, ignoring the fleet in the province `without` (or `NONE`). */
export function isConnectedBySea(index: MapIndex, fleets: Fleets, from: number, to: number, without: number = NONE): boolean {
  const lastSeas = index.seasAround[to]!;
  const reached: number[] = [];
  const visit = (sea: number): boolean => {
    if (fleets[sea] !== 1 || sea === without || reached.includes(sea)) return false;
    reached.push(sea);
    return lastSeas.includes(sea);
  };
  for (const sea of index.seasAround[from]!) if (visit(sea)) return true;
  // The list grows during the loop.
  for (const sea of reached) {
    for (const next of index.seasAround[sea]!) if (visit(next)) return true;
  }
  return false;
}

/** Whether a province is a coast that borders on a sea, so that armies can be convoyed from and to it. */
export const hasSea = (index: MapIndex, province: number): boolean =>
  index.terrain[province] !== SEA && index.seasAround[province]!.length > 0;
