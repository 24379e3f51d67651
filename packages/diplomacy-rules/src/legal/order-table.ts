import type { MapIndex, UnitSpot } from '../map/map-index.js';
import { ARMY, FLEET, INLAND, SEA } from '../map/map-index.js';
import type { LegalOrder, Order } from '../values/order.js';
import type { Location, Unit } from '../values/unit.js';

/** A support for a move that can only be made by convoy, and where it goes. */
export interface ConvoyedSupport {
  readonly province: number;
  readonly order: LegalOrder;
}

const NO_ORDERS: readonly LegalOrder[] = [];
const NO_SUPPORTS: readonly ConvoyedSupport[] = [];

/**
 * All orders that units of a map can ever be given, each made once, at the first use, frozen, and shared by all positions. A list of legal
 * orders is then no more than a selection.
 */
export class OrderTable {
  readonly #index: MapIndex;
  readonly #basics: (readonly LegalOrder[] | undefined)[] = [];
  readonly #supports: (readonly LegalOrder[] | undefined)[][];
  readonly #convoyedSupports: (readonly ConvoyedSupport[] | undefined)[][];
  readonly #convoyedMoves: (LegalOrder | undefined)[][];
  readonly #convoys = new Map<number, LegalOrder>();
  readonly #retreats: (LegalOrder | undefined)[][];
  readonly #disbands: (LegalOrder | undefined)[] = [];
  readonly #builds: (readonly LegalOrder[] | undefined)[] = [];

  constructor(index: MapIndex) {
    this.#index = index;
    this.#supports = index.spots.map(() => []);
    this.#convoyedSupports = index.spots.map(() => []);
    this.#convoyedMoves = index.spots.map(() => []);
    this.#retreats = index.spots.map(() => []);
  }

  /** To hold, and to go wherever the unit can go by itself. */
  basics(spot: UnitSpot): readonly LegalOrder[] {
    return (this.#basics[spot.index] ??= [
      legal({ kind: 'hold', unit: spot.unit }),
      ...(this.#index.neighbors[spot.type][spot.location] as readonly number[])
        .filter((to) => this.#index.provinceOf[to] !== spot.province)
        .map((to) => legal({ kind: 'move', unit: spot.unit, to: this.#name(to), viaConvoy: false })),
    ]);
  }

  /** What one unit can do for another: support its hold, and its moves by itself, whatever the coast and to a certain coast. */
  supports(supporter: UnitSpot, target: UnitSpot): readonly LegalOrder[] {
    const row = this.#supports[supporter.index] as (readonly LegalOrder[] | undefined)[];
    return (row[target.index] ??= this.#makeSupports(supporter, target));
  }

  /** What one unit can do for an army that goes by convoy to where it cannot walk, wherever that may be. */
  convoyedSupports(supporter: UnitSpot, army: UnitSpot): readonly ConvoyedSupport[] {
    const row = this.#convoyedSupports[supporter.index] as (readonly ConvoyedSupport[] | undefined)[];
    return (row[army.index] ??= this.#makeConvoyedSupports(supporter, army));
  }

  /** The army goes to a province `VIA` convoy. */
  convoyedMove(army: UnitSpot, to: number): LegalOrder {
    const row = this.#convoyedMoves[army.index] as (LegalOrder | undefined)[];
    return (row[to] ??= legal({ kind: 'move', unit: army.unit, to: this.#name(to), viaConvoy: true }));
  }

  /** The fleet carries the army to a province. */
  convoy(fleet: UnitSpot, army: UnitSpot, to: number): LegalOrder {
    const { spots, provinceCount } = this.#index;
    const key = (fleet.index * spots.length + army.index) * provinceCount + to;
    let order = this.#convoys.get(key);
    if (order === undefined) {
      order = legal({ kind: 'convoy', unit: fleet.unit, army: army.unit, to: this.#name(to) });
      this.#convoys.set(key, order);
    }
    return order;
  }

  /** The dislodged unit retreats to a location. */
  retreat(spot: UnitSpot, to: number): LegalOrder {
    const row = this.#retreats[spot.index] as (LegalOrder | undefined)[];
    return (row[to] ??= legal({ kind: 'retreat', unit: spot.unit, to: this.#name(to) }));
  }

  /** The unit leaves the board. */
  disband(spot: UnitSpot): LegalOrder {
    return (this.#disbands[spot.index] ??= legal({ kind: 'disband', unit: spot.unit }));
  }

  /** What can be done with a home centre where a build is due: an army, a fleet on each coast, or nothing. */
  builds(province: number): readonly LegalOrder[] {
    return (this.#builds[province] ??= this.#makeBuilds(province));
  }

  #makeSupports(supporter: UnitSpot, target: UnitSpot): readonly LegalOrder[] {
    if (supporter.province === target.province) return NO_ORDERS;
    const orders: LegalOrder[] = [];
    const { unit } = supporter;
    if (this.#reaches(supporter, target.province)) orders.push(legal({ kind: 'support-hold', unit, target: target.unit }));
    for (let to = 0; to < this.#index.provinceCount; to += 1) {
      if (to === target.province || to === supporter.province || !this.#reaches(target, to) || !this.#reaches(supporter, to))
        continue;
      const coasts = (this.#index.neighbors[target.type][target.location] as readonly number[]).filter(
        (location) => location !== to && this.#index.provinceOf[location] === to,
      );
      for (const place of [to, ...coasts]) {
        orders.push(legal({ kind: 'support-move', unit, target: target.unit, to: this.#name(place) }));
      }
    }
    return orders.length === 0 ? NO_ORDERS : orders;
  }

  #makeConvoyedSupports(supporter: UnitSpot, army: UnitSpot): readonly ConvoyedSupport[] {
    const { terrain, provinceCount } = this.#index;
    if (army.type !== ARMY || supporter.province === army.province) return NO_SUPPORTS;
    const supports: ConvoyedSupport[] = [];
    for (let to = 0; to < provinceCount; to += 1) {
      if (terrain[to] === SEA || terrain[to] === INLAND || to === army.province || to === supporter.province) continue;
      if (this.#reaches(army, to) || !this.#reaches(supporter, to)) continue;
      const order = legal({ kind: 'support-move', unit: supporter.unit, target: army.unit, to: this.#name(to) });
      supports.push({ province: to, order });
    }
    return supports.length === 0 ? NO_SUPPORTS : supports;
  }

  #makeBuilds(province: number): readonly LegalOrder[] {
    const spots = this.#index.spots.filter((spot) => spot.province === province);
    const units = [...spots.filter(({ type }) => type === ARMY), ...spots.filter(({ type }) => type === FLEET)];
    return [...units.map(({ unit }: { unit: Unit }) => legal({ kind: 'build', unit })), WAIVE];
  }

  #reaches(spot: UnitSpot, province: number): boolean {
    return this.#index.canReach[spot.type][spot.location * this.#index.provinceCount + province] === 1;
  }

  #name(location: number): Location {
    return this.#index.locations[location] as Location;
  }
}

/** Orders of the tables are legal by the way they are looked up. */
const legal = (order: Order): LegalOrder => Object.freeze(order) as LegalOrder;

const WAIVE = legal({ kind: 'waive' });

const tables = new WeakMap<MapIndex, OrderTable>();

/** The table of a map; made at the first use. */
export function orderTableOf(index: MapIndex): OrderTable {
  let table = tables.get(index);
  if (table === undefined) {
    table = new OrderTable(index);
    tables.set(index, table);
  }
  return table;
}
