import type { MapIndex } from '../map/map-index.js';
import { SEA } from '../map/map-index.js';
import { placesAroundSeas } from './sea-groups.js';

/**
 * Maximum number of fleets tried in chains from one coast, before only the shortest chains count. The standard map with fleets in all seas
 * needs under 3,000.
 */
const STEP_LIMIT = 20_000;

/** By province at sea and province on land: 1 if the fleet is useful for a convoy to that land. */
export type Usefulness = ReadonlyMap<number, Uint8Array>;

/**
 * Finds the fleets of a connected group that are useful for convoys from a coast, by destination. A fleet is useful if it lies on a chain
 * of fleets between the coasts in which every fleet is needed. Maps with very many fleets at sea have too many chains to follow: there only
 * chains with the fewest fleets count.
 */
export function usefulFleets(index: MapIndex, seas: readonly number[], from: number): Usefulness {
  const found = new Map(seas.map((sea) => [sea, new Uint8Array(index.provinceCount)]));
  if (!followChains(index, found, from)) addShortestChains(index, found, from);
  return found;
}

/** Marks the fleets of every chain without a shortcut. Returns whether it tried all chains. */
function followChains(index: MapIndex, found: Usefulness, from: number): boolean {
  const placesAround = placesAroundSeas(index);
  const starts = index.seasAround[from]!;
  // Number of fleets of the chain that each place borders on. A sea on the first coast counts from the start, because a chain uses one of them only.
  const near = new Uint16Array(index.provinceCount);
  for (const start of starts) near[start] = 1;
  const chain: number[] = [];
  let steps = 0;
  const extend = (sea: number): void => {
    steps += 1;
    if (steps > STEP_LIMIT) return;
    const around = placesAround[sea]!;
    chain.push(sea);
    for (const place of around) near[place] = near[place]! + 1;
    for (const place of around) {
      if (near[place] !== 1) continue;
      if (index.terrain[place] !== SEA) for (const fleet of chain) (found.get(fleet) as Uint8Array)[place] = 1;
      else if (found.has(place)) extend(place);
    }
    for (const place of around) near[place] = near[place]! - 1;
    chain.pop();
  };
  for (const start of starts) if (found.has(start)) extend(start);
  for (const marks of found.values()) marks[from] = 0;
  return steps <= STEP_LIMIT;
}

function addShortestChains(index: MapIndex, found: Usefulness, from: number): void {
  const fromStart = fleetsFrom(index, found, from);
  for (let to = 0; to < index.provinceCount; to += 1) {
    if (to === from || index.terrain[to] === SEA) continue;
    const fromEnd = fleetsFrom(index, found, to);
    const lengths = [...found.keys()].map((sea) => (fromStart.get(sea) ?? Infinity) + (fromEnd.get(sea) ?? Infinity));
    const shortest = Math.min(...lengths);
    [...found.values()].forEach((marks, i) => {
      if (shortest < Infinity && lengths[i] === shortest) marks[to] = 1;
    });
  }
}

/** Returns the number of fleets needed from a coast to each of them. */
function fleetsFrom(index: MapIndex, found: Usefulness, coast: number): ReadonlyMap<number, number> {
  const lengths = new Map<number, number>();
  const visit = (seas: readonly number[], length: number) => {
    for (const sea of seas) if (found.has(sea) && !lengths.has(sea)) lengths.set(sea, length);
  };
  visit(index.seasAround[coast]!, 1);
  for (const [sea, length] of lengths) visit(index.seasAround[sea]!, length + 1);
  return lengths;
}
