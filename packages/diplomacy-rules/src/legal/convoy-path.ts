import { NONE } from '../board/none.js';
import { SEA } from '../map/map-index.js';
import type { MapIndex } from '../map/map-index.js';

/** Which provinces at sea hold a fleet that may carry: by province, 1 or 0. */
export type Fleets = readonly number[] | Uint8Array;

/** Whether fleets lie all the way between two coasts, leaving out one province (`without`, or `NONE`). */
export function isConnectedBySea(index: MapIndex, fleets: Fleets, from: number, to: number, without: number = NONE): boolean {
  const lastSeas = index.seasAround[to]!;
  const reached: number[] = [];
  const visit = (sea: number): boolean => {
    if (fleets[sea] !== 1 || sea === without || reached.includes(sea)) return false;
    reached.push(sea);
    return lastSeas.includes(sea);
  };
  for (const sea of index.seasAround[from]!) if (visit(sea)) return true;
  // The list grows while it is gone through.
  for (const sea of reached) {
    for (const next of index.seasAround[sea]!) if (visit(next)) return true;
  }
  return false;
}

/** Whether a province is a coast from which, or to which, an army can be convoyed at all. */
export const hasSea = (index: MapIndex, province: number): boolean =>
  index.terrain[province] !== SEA && index.seasAround[province]!.length > 0;
