import type { MapIndex, UnitSpot } from '../map/map-index.js';
import { ARMY, FLEET, INLAND, SEA } from '../map/map-index.js';
import type { LegalOrder, Order } from '../values/order.js';
import type { Location, Unit } from '../values/unit.js';

/** A unit that can be ordered in this phase, or a home centre where a unit can be built, with its legal orders. */
export interface OrderableUnit {
  /** Absent for a home centre where a unit can be built. */
  readonly unit?: Unit;
  /** Location of the unit, or province of the build. */
  readonly location: Location;
  /** Never empty. Orders are frozen, and equal orders are the same object. */
  readonly orders: readonly LegalOrder[];
}

/** All orders of one unit for others: those for the unit on spot `i` are from `starts[i]` to `starts[i + 1]`. */
export interface SupportRow {
  readonly orders: readonly LegalOrder[];
  readonly starts: Uint16Array;
  /** Province that each order is about. */
  readonly provinces: readonly number[];
}

/**
 * All orders possible on a map, each created at its first use, frozen and shared by all positions, so that a list of legal orders is a mere
 * selection.
 */
export class OrderTable {
  readonly #index: MapIndex;
  readonly #basics: (readonly LegalOrder[] | undefined)[] = [];
  readonly #supports: (SupportRow | undefined)[] = [];
  readonly #convoyedSupports: (SupportRow | undefined)[] = [];
  readonly #convoyedMoves: (LegalOrder | undefined)[][];
  readonly #convoys = new Map<number, LegalOrder>();
  readonly #retreats: (LegalOrder | undefined)[][];
  readonly #disbands: (LegalOrder | undefined)[] = [];
  readonly #builds: (readonly LegalOrder[] | undefined)[] = [];

  constructor(index: MapIndex) {
    this.#index = index;
    this.#convoyedMoves = index.spots.map(() => []);
    this.#retreats = index.spots.map(() => []);
  }

  /** Hold, and moves without convoy. */
  basics(spot: UnitSpot): readonly LegalOrder[] {
    return (this.#basics[spot.index] ??= [
      legal({ kind: 'hold', unit: spot.unit }),
      ...this.#index.neighbors[spot.type]
        [spot.location]!.filter((to) => this.#index.provinceOf[to] !== spot.province)
        .map((to) => legal({ kind: 'move', unit: spot.unit, to: this.#name(to), viaConvoy: false })),
    ]);
  }

  /** Supports of holds and of moves without convoy, without a coast and with one. */
  supports(supporter: UnitSpot): SupportRow {
    return (this.#supports[supporter.index] ??= this.#makeRow(supporter, (...about) => this.#supportsOf(supporter, ...about)));
  }

  /** Supports of convoyed moves to provinces the army cannot walk to. */
  convoyedSupports(supporter: UnitSpot): SupportRow {
    return (this.#convoyedSupports[supporter.index] ??= this.#makeRow(supporter, (...about) =>
      this.#convoyedSupportsOf(supporter, ...about),
    ));
  }

  /** Move of an army to a province `VIA` convoy. */
  convoyedMove(army: UnitSpot, to: number): LegalOrder {
    const row = this.#convoyedMoves[army.index]!;
    return (row[to] ??= legal({ kind: 'move', unit: army.unit, to: this.#name(to), viaConvoy: true }));
  }

  /** Convoy of an army to a province by a fleet. */
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

  /** Retreat of a dislodged unit to a location. */
  retreat(spot: UnitSpot, to: number): LegalOrder {
    const row = this.#retreats[spot.index]!;
    return (row[to] ??= legal({ kind: 'retreat', unit: spot.unit, to: this.#name(to) }));
  }

  /** Disbandment of a unit. */
  disband(spot: UnitSpot): LegalOrder {
    return (this.#disbands[spot.index] ??= legal({ kind: 'disband', unit: spot.unit }));
  }

  /** Builds in a home centre: an army, a fleet on each coast, or a waive. */
  builds(province: number): readonly LegalOrder[] {
    return (this.#builds[province] ??= [ARMY, FLEET]
      .flatMap((type) => this.#index.spots.filter((spot) => spot.province === province && spot.type === type))
      .map(({ unit }) => legal({ kind: 'build', unit }))
      .concat(WAIVE));
  }

  #makeRow(
    supporter: UnitSpot,
    ordersFor: (target: UnitSpot, reached: readonly number[]) => readonly SupportOrder[],
  ): SupportRow {
    const { spots } = this.#index;
    const starts = new Uint16Array(spots.length + 1);
    const made: SupportOrder[] = [];
    const reached = this.#reachedBy(supporter);
    for (const target of spots) {
      if (target.province !== supporter.province) made.push(...ordersFor(target, reached));
      starts[target.index + 1] = made.length;
    }
    return { orders: made.map(({ order }) => legal(order)), starts, provinces: made.map(({ province }) => province) };
  }

  #supportsOf({ unit }: UnitSpot, target: UnitSpot, reached: readonly number[]): readonly SupportOrder[] {
    const orders: SupportOrder[] = [];
    if (reached.includes(target.province)) {
      orders.push({ province: target.province, order: { kind: 'support-hold', unit, target: target.unit } });
    }
    for (const province of reached) {
      if (!this.#reaches(target, province)) continue;
      for (const to of [province, ...this.#coastsWithin(target, province)]) {
        orders.push({ province, order: { kind: 'support-move', unit, target: target.unit, to: this.#name(to) } });
      }
    }
    return orders;
  }

  #convoyedSupportsOf({ unit }: UnitSpot, army: UnitSpot, reached: readonly number[]): readonly SupportOrder[] {
    if (army.type !== ARMY) return [];
    const { terrain } = this.#index;
    const shores = reached.filter((province) => terrain[province] !== SEA && terrain[province] !== INLAND);
    return shores
      .filter((province) => province !== army.province && !this.#reaches(army, province))
      .map((province) => ({ province, order: { kind: 'support-move', unit, target: army.unit, to: this.#name(province) } }));
  }

  /** Provinces a unit can go to without convoy, in map order, without its own. */
  #reachedBy(spot: UnitSpot): readonly number[] {
    const provinces = new Set(this.#index.neighbors[spot.type][spot.location]!.map((to) => this.#index.provinceOf[to]!));
    provinces.delete(spot.province);
    return [...provinces].sort((a, b) => a - b);
  }

  /** Coasts of a province with several that a unit can go to. */
  #coastsWithin({ type, location }: UnitSpot, province: number): readonly number[] {
    const tos = this.#index.neighbors[type][location]!;
    return tos.filter((to) => to !== province && this.#index.provinceOf[to] === province);
  }

  /** Whether a unit can go to a province, other than its own, without convoy. */
  #reaches({ type, location, province: own }: UnitSpot, province: number): boolean {
    return province !== own && this.#index.canReach[type][location * this.#index.provinceCount + province] === 1;
  }

  #name(location: number): Location {
    return this.#index.locations[location]!;
  }
}

interface SupportOrder {
  readonly province: number;
  readonly order: Order;
}

/** Orders of a table are legal because of the way they are looked up. */
const legal = (order: Order): LegalOrder => Object.freeze(order) as LegalOrder;

const WAIVE = legal({ kind: 'waive' });

const tables = new WeakMap<MapIndex, OrderTable>();

/** Returns the table of a map, created at its first use. */
export function orderTableOf(index: MapIndex): OrderTable {
  let table = tables.get(index);
  if (table === undefined) {
    table = new OrderTable(index);
    tables.set(index, table);
  }
  return table;
}
