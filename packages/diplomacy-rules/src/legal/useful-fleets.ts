import type { MapIndex } from '../map/map-index.js';
import { SEA } from '../map/map-index.js';
import { placesAroundSeas } from './sea-groups.js';

/** Of how many fleets chains are tried from one coast before only the shortest count. All seas of the standard map full need under 3,000. */
const STEP_LIMIT = 20_000;

/** By province at sea, by province on land: 1 where the fleet at sea is of use to an army that goes to the province on land. */
export type Usefulness = ReadonlyMap<number, Uint8Array>;

/**
 * Which fleets of a connected group are of use to an army that sets out from a coast, and for which destinations. A fleet is of use if it
 * lies on a chain of fleets from the one coast to the other of which none can be left out; one that does not has nothing to do with the
 * convoy. Maps with very many seas full of fleets have too many chains to follow: there, only those with the fewest fleets count.
 */
export function usefulFleets(index: MapIndex, seas: readonly number[], from: number): Usefulness {
  const found = new Map(seas.map((sea) => [sea, new Uint8Array(index.provinceCount)]));
  if (!followChains(index, found, from)) addShortestChains(index, found, from);
  return found;
}

/** Marks the fleets of every chain without a shortcut. Returns whether it got to the end of them. */
function followChains(index: MapIndex, found: Usefulness, from: number): boolean {
  const placesAround = placesAroundSeas(index);
  const starts = index.seasAround[from]!;
  // On how many fleets of the chain each place borders. A sea on the first coast counts from the start: a chain goes through one of them.
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

/** How many fleets it takes from a coast to each of them. */
function fleetsFrom(index: MapIndex, found: Usefulness, coast: number): ReadonlyMap<number, number> {
  const lengths = new Map<number, number>();
  const visit = (seas: readonly number[], length: number) => {
    for (const sea of seas) if (found.has(sea) && !lengths.has(sea)) lengths.set(sea, length);
  };
  visit(index.seasAround[coast]!, 1);
  for (const [sea, length] of lengths) visit(index.seasAround[sea]!, length + 1);
  return lengths;
}
