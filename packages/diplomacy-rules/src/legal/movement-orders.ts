import type { Board } from '../board/board.js';
import { createBoard, readBoard } from '../board/board.js';
import { NONE } from '../board/none.js';
import type { MapIndex, UnitSpot } from '../map/map-index.js';
import { ARMY } from '../map/map-index.js';
import type { LegalOrder } from '../values/order.js';
import type { Position } from '../values/position.js';
import type { ConvoyGroup, Passenger } from './convoy-group.js';
import { convoyGroups } from './convoy-group.js';
import type { OrderTable, OrderableUnit, SupportRow } from './order-table.js';
import { orderTableOf } from './order-table.js';

/**
 * Lists the legal orders of units in a movement phase. `read` has to come first, because the orders of one unit depend on all the others.
 * One instance for each map is reused for every position, because allocating its lists takes longer than filling them.
 */
export class MovementOrders<P extends string = string> {
  readonly #table: OrderTable;
  readonly #board: Board<P>;
  /** Units in map order. */
  readonly #spots: UnitSpot[] = [];
  readonly #seas: number[] = [];
  /** Armies on coasts that fleets at sea touch. */
  readonly #passengers: Passenger[] = [];
  /** By province at sea: group of the fleet there. */
  readonly #groupAt: (ConvoyGroup | undefined)[] = [];
  /** Buffer for the orders of a unit, which are then copied to a list of the right length. */
  readonly #gathered: LegalOrder[] = [];
  #count = 0;

  constructor(index: MapIndex<P>) {
    this.#table = orderTableOf(index);
    this.#board = createBoard(index);
  }

  /** @throws {InvalidPositionError} If a unit is not on the map or not alone in its province. */
  read(units: Position<P>['units']): void {
    const { index, spots, unitAt, fleetAtSea } = readBoard(this.#board.index, units, this.#board);
    this.#spots.length = 0;
    this.#seas.length = 0;
    this.#passengers.length = 0;
    for (let province = 0; province < index.provinceCount; province += 1) {
      this.#groupAt[province] = undefined;
      const unit = unitAt[province]!;
      if (unit !== NONE) this.#spots.push(spots[unit]!);
      if (fleetAtSea[province] === 1) this.#seas.push(province);
    }
    if (this.#seas.length === 0) return;
    const groups = convoyGroups(index, this.#seas);
    for (const group of groups) for (const sea of group.seas) this.#groupAt[sea] = group;
    for (const spot of this.#spots) {
      const passenger = spot.type === ARMY ? passengerOn(spot, groups) : undefined;
      if (passenger !== undefined) this.#passengers.push(passenger);
    }
  }

  /** Returns the units of a power in the position read last, in the sequence of that position, with their legal orders. */
  unitsOf(power: P): readonly OrderableUnit[] {
    const { index, count, spots, powers } = this.#board;
    const number = index.powerNumbers.get(power);
    const units: OrderableUnit[] = [];
    for (let unit = 0; unit < count; unit += 1) {
      if (powers[unit] === number) units.push(this.#withOrders(spots[unit]!));
    }
    return units;
  }

  #withOrders(spot: UnitSpot): OrderableUnit {
    // Not one literal with three keys: V8 would allocate such objects as long-lived here, and not collect them.
    const orderable: Writable<OrderableUnit> = {};
    orderable.unit = spot.unit;
    orderable.location = this.#board.index.locations[spot.location]!;
    orderable.orders = this.#ordersOf(spot);
    return orderable as OrderableUnit;
  }

  /** Orders: hold, moves, moves by convoy, supports, convoys, each in map order. */
  #ordersOf(spot: UnitSpot): readonly LegalOrder[] {
    this.#count = 0;
    this.#addAll(this.#table.basics(spot));
    if (spot.type === ARMY) this.#addConvoyedMoves(spot);
    this.#addSupports(spot);
    const group = this.#groupAt[spot.province];
    this.#addConvoyedSupports(spot, group);
    if (group !== undefined) this.#addConvoys(spot, group);
    return this.#gathered.slice(0, this.#count);
  }

  #addConvoyedMoves(army: UnitSpot): void {
    for (const { spot, groups, reaches } of this.#passengers) {
      if (spot !== army) continue;
      if (groups.length === 1) return this.#addAll(groups[0]!.moves(army));
      for (let to = 0; to < this.#groupAt.length; to += 1) {
        if (to !== army.province && isReached(reaches, to)) this.#add(this.#table.convoyedMove(army, to));
      }
    }
  }

  #addSupports(supporter: UnitSpot): void {
    const { orders, starts } = this.#table.supports(supporter);
    for (const target of this.#spots) {
      const end = starts[target.index + 1]!;
      for (let i = starts[target.index]!; i < end; i += 1) this.#add(orders[i]!);
    }
  }

  #addConvoyedSupports(supporter: UnitSpot, group: ConvoyGroup | undefined): void {
    if (this.#passengers.length === 0) return;
    const row = this.#table.convoyedSupports(supporter);
    for (const passenger of this.#passengers) {
      const start = row.starts[passenger.spot.index]!;
      const end = row.starts[passenger.spot.index + 1]!;
      if (start === end) continue;
      const reaches = group === undefined ? passenger.reaches : reachesWithout(passenger, group, supporter.province);
      if (reaches.length === 1) this.#addReached(row, reaches[0]!, { start, end });
      else for (let i = start; i < end; i += 1) if (isReached(reaches, row.provinces[i]!)) this.#add(row.orders[i]!);
    }
  }

  /** The common case of a passenger with one group of fleets. */
  #addReached(row: SupportRow, reach: Uint8Array, { start, end }: { readonly start: number; readonly end: number }): void {
    for (let i = start; i < end; i += 1) {
      if (reach[row.provinces[i]!] === 1) this.#add(row.orders[i]!);
    }
  }

  #addConvoys(fleet: UnitSpot, group: ConvoyGroup): void {
    for (const { spot, groups } of this.#passengers) {
      if (groups.includes(group)) this.#addAll(group.convoys(fleet, spot));
    }
  }

  #addAll(orders: readonly LegalOrder[]): void {
    for (const order of orders) this.#add(order);
  }

  #add(order: LegalOrder): void {
    this.#gathered[this.#count] = order;
    this.#count += 1;
  }
}

type Writable<T> = { -readonly [K in keyof T]?: T[K] };

function passengerOn(spot: UnitSpot, all: readonly ConvoyGroup[]): Passenger | undefined {
  let first: ConvoyGroup | undefined;
  let several = false;
  for (const group of all) {
    if (group.touches[spot.province] !== 1) continue;
    several = several || first !== undefined;
    first ??= group;
  }
  if (!several) return first?.passenger(spot);
  const groups = all.filter(({ touches }) => touches[spot.province] === 1);
  return { spot, groups, reaches: groups.map(({ touches }) => touches) };
}

/** Reach of the army without this fleet, which cannot convoy and support at once (DATC 6.D.31). */
function reachesWithout({ spot, groups, reaches }: Passenger, group: ConvoyGroup, sea: number): readonly Uint8Array[] {
  const at = groups.indexOf(group);
  if (at < 0) return reaches;
  const rest = group.reachesWithout(sea, spot.province);
  return groups.length === 1 ? rest : [...rest, ...reaches.filter((_, i) => i !== at)];
}

function isReached(reaches: readonly Uint8Array[], province: number): boolean {
  for (const reach of reaches) if (reach[province] === 1) return true;
  return false;
}

const kept = new WeakMap<MapIndex<string>, MovementOrders>();

/** Returns the `MovementOrders` of a map, to read the next position. */
export function movementOrdersOf<P extends string>(index: MapIndex<P>): MovementOrders<P> {
  let orders = kept.get(index);
  if (orders === undefined) {
    orders = new MovementOrders<string>(index);
    kept.set(index, orders);
  }
  return orders as unknown as MovementOrders<P>;
}
