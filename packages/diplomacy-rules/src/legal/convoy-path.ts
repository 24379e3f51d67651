import { SEA } from '../map/map-index.js';
import type { MapIndex } from '../map/map-index.js';

/** Which provinces at sea hold a fleet that may carry: by province, 1 or 0. */
export type Fleets = readonly number[] | Uint8Array;

/** Whether fleets lie all the way between two coasts, leaving out one province (`without`, or -1). */
export function isConnectedBySea(index: MapIndex, fleets: Fleets, from: number, to: number, without = -1): boolean {
  const goal = index.seasAround[to] as readonly number[];
  const reached: number[] = [];
  const visit = (sea: number): boolean => {
    if (fleets[sea] !== 1 || sea === without || reached.includes(sea)) return false;
    reached.push(sea);
    return goal.includes(sea);
  };
  for (const sea of index.seasAround[from] as readonly number[]) if (visit(sea)) return true;
  // The list grows while it is gone through.
  for (const sea of reached) {
    for (const next of index.seasAround[sea] as readonly number[]) if (visit(next)) return true;
  }
  return false;
}

/** How many steps `isOnShortcutFreePath` takes before it stops looking; ordinary boards need a few dozen. */
const STEP_LIMIT = 200_000;

/**
 * Whether a fleet can be of use to a convoy: whether it lies on a chain of fleets between two coasts of which none could be left out. A
 * fleet that is not on such a chain has nothing to do with the convoy, and an order to convoy is illegal.
 */
export function isOnShortcutFreePath(
  index: MapIndex,
  fleets: Fleets,
  { from, to, through }: { from: number; to: number; through: number },
): boolean {
  const atStart = index.seasAround[from] as readonly number[];
  const atEnd = index.seasAround[to] as readonly number[];
  if (fleets[through] !== 1) return false;
  if (atStart.includes(through) && atEnd.includes(through)) return true;
  // `blocked` counts for each sea how many fleets of the chain, the last one aside, it borders on or is.
  const blocked = new Uint16Array(index.provinceCount);
  let steps = 0;
  const extend = (sea: number, passed: boolean): boolean => {
    steps += 1;
    if (steps > STEP_LIMIT) return false;
    const passes = passed || sea === through;
    if (atEnd.includes(sea)) return passes;
    const neighbors = index.seasAround[sea] as readonly number[];
    for (const next of neighbors) {
      if (fleets[next] !== 1 || blocked[next] !== 0 || atStart.includes(next)) continue;
      mark(sea, neighbors, 1);
      const found = extend(next, passes);
      mark(sea, neighbors, -1);
      if (found) return true;
    }
    return false;
  };
  const mark = (sea: number, neighbors: readonly number[], by: 1 | -1) => {
    blocked[sea] = (blocked[sea] as number) + by;
    for (const next of neighbors) blocked[next] = (blocked[next] as number) + by;
  };
  for (const sea of atStart) if (fleets[sea] === 1 && extend(sea, false)) return true;
  return false;
}

/** Whether a province is a coast from which, or to which, an army can be convoyed at all. */
export const hasSea = (index: MapIndex, province: number): boolean =>
  index.terrain[province] !== SEA && (index.seasAround[province] as readonly number[]).length > 0;
