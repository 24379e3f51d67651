import type { MapIndex, UnitSpot } from '../map/map-index.js';
import { SEA } from '../map/map-index.js';
import type { LegalOrder } from '../values/order.js';
import type { OrderTable } from './order-table.js';
import { orderTableOf } from './order-table.js';
import { placesAroundSeas, seaGroups } from './sea-groups.js';
import type { Usefulness } from './useful-fleets.js';
import { usefulFleets } from './useful-fleets.js';

/** An army that fleets could convoy. */
export interface Passenger {
  readonly spot: UnitSpot;
  /** Groups of fleets that touch its coast. */
  readonly groups: readonly ConvoyGroup[];
  /** Provinces they can convoy it to: 1 in one of these lists. Its own province is included. */
  readonly reaches: readonly Uint8Array[];
}

/**
 * Connected fleets at sea, which can convoy an army between any two coasts they touch. A group depends on the places of fleets only, so
 * groups and their orders are reused by many positions.
 */
export class ConvoyGroup {
  /** Provinces of its fleets. */
  readonly seas: readonly number[];
  /** By province: 1 on the coasts that it touches. */
  readonly touches: Uint8Array;
  readonly #coasts: readonly number[];
  readonly #index: MapIndex;
  readonly #table: OrderTable;
  readonly #usefulness: (Usefulness | undefined)[] = [];
  readonly #moves: (readonly LegalOrder[] | undefined)[] = [];
  readonly #convoys: (readonly LegalOrder[] | undefined)[][] = [];
  readonly #passengers: (Passenger | undefined)[] = [];
  readonly #reachesWithout: (readonly Uint8Array[] | undefined)[][] = [];

  constructor(index: MapIndex, seas: readonly number[]) {
    this.#index = index;
    this.#table = orderTableOf(index);
    this.seas = seas;
    this.touches = coastsOf(index, seas);
    this.#coasts = index.provinces.flatMap((_, province) => (this.touches[province] === 1 ? [province] : []));
  }

  /** Moves of an army on one of its coasts. */
  moves(army: UnitSpot): readonly LegalOrder[] {
    return (this.#moves[army.province] ??= this.#coasts
      .filter((to) => to !== army.province)
      .map((to) => this.#table.convoyedMove(army, to)));
  }

  /** Convoy orders of one of its fleets for an army on one of its coasts. */
  convoys(fleet: UnitSpot, army: UnitSpot): readonly LegalOrder[] {
    const row = (this.#convoys[fleet.province] ??= []);
    return (row[army.province] ??= this.#makeConvoys(fleet, army));
  }

  /** Passenger for an army on a coast that no other group touches. */
  passenger(spot: UnitSpot): Passenger {
    return (this.#passengers[spot.province] ??= { spot, groups: [this], reaches: [this.touches] });
  }

  /** Provinces an army on one of its coasts can be convoyed to without one of its fleets, as in `Passenger`. */
  reachesWithout(sea: number, from: number): readonly Uint8Array[] {
    const row = (this.#reachesWithout[sea] ??= []);
    return (row[from] ??= seaGroups(
      this.#index,
      this.seas.filter((other) => other !== sea),
    )
      .map((seas) => coastsOf(this.#index, seas))
      .filter((coasts) => coasts[from] === 1));
  }

  /** Whether one of its fleets is useful for a convoy between two coasts; see `usefulFleets`. */
  isUseful(sea: number, from: number, to: number): boolean {
    const usefulness = (this.#usefulness[from] ??= usefulFleets(this.#index, this.seas, from));
    return usefulness.get(sea)?.[to] === 1;
  }

  #makeConvoys(fleet: UnitSpot, army: UnitSpot): readonly LegalOrder[] {
    return this.#coasts
      .filter((to) => this.isUseful(fleet.province, army.province, to))
      .map((to) => this.#table.convoy(fleet, army, to));
  }
}

function coastsOf(index: MapIndex, seas: readonly number[]): Uint8Array {
  const coasts = new Uint8Array(index.provinceCount);
  const placesAround = placesAroundSeas(index);
  for (const sea of seas) for (const place of placesAround[sea]!) coasts[place] = index.terrain[place] === SEA ? 0 : 1;
  return coasts;
}

/** Maximum number of groups kept for each map. */
const KEPT_GROUPS = 2_000;

const keptGroups = new WeakMap<MapIndex, Map<string, ConvoyGroup>>();

/** Returns the groups of the fleets at sea of a position. */
export function convoyGroups(index: MapIndex, fleetsAtSea: readonly number[]): readonly ConvoyGroup[] {
  let kept = keptGroups.get(index);
  if (kept === undefined) {
    kept = new Map();
    keptGroups.set(index, kept);
  }
  const groups: ConvoyGroup[] = [];
  for (const seas of seaGroups(index, fleetsAtSea)) {
    const key = String.fromCharCode(...seas);
    let group = kept.get(key);
    if (group === undefined) {
      if (kept.size >= KEPT_GROUPS) kept.clear();
      group = new ConvoyGroup(index, seas);
      kept.set(key, group);
    }
    groups.push(group);
  }
  return groups;
}
