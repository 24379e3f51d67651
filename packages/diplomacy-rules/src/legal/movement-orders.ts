import type { Board } from '../judge/board.js';
import type { MapIndex, UnitSpot } from '../map/map-index.js';
import { ARMY } from '../map/map-index.js';
import type { LegalOrder } from '../values/order.js';
import type { ConvoyGroup } from './convoy-group.js';
import { convoyGroups } from './convoy-group.js';
import type { OrderTable } from './order-table.js';
import { orderTableOf } from './order-table.js';

/** An army that fleets could convoy. */
interface Passenger {
  readonly spot: UnitSpot;
  /** The groups of fleets that touch its coast. */
  readonly groups: readonly ConvoyGroup[];
  /** By province: 1 where it can be brought; its own province, too. */
  readonly destinations: Uint8Array;
}

/** The legal orders of units in a movement phase; what one of them can do depends on where all the others are. */
export class MovementOrders {
  readonly #board: Board;
  readonly #table: OrderTable;
  /** The units in map order, and the armies on coasts that fleets touch. */
  readonly #spots: readonly UnitSpot[];
  readonly #passengers: readonly Passenger[];
  /** By province at sea: the group of the fleet there. */
  readonly #groupAt: (ConvoyGroup | undefined)[] = [];

  constructor(board: Board) {
    this.#board = board;
    this.#table = orderTableOf(board.index);
    this.#spots = board.spots.toSorted((a, b) => a.province - b.province);
    const seas = this.#spots.filter(({ province }) => board.fleetAtSea[province] === 1).map(({ province }) => province);
    const groups = convoyGroups(board.index, seas);
    for (const group of groups) for (const sea of group.seas) this.#groupAt[sea] = group;
    this.#passengers = this.#spots.flatMap((spot) => passengerOn(board.index, spot, groups));
  }

  /** The orders of a unit, by its number on the board: hold, moves, moves by convoy, supports, convoys, each in map order. */
  ordersOf(unit: number): readonly LegalOrder[] {
    const spot = this.#board.spots[unit] as UnitSpot;
    const orders = this.#table.basics(spot).slice();
    if (spot.type === ARMY) this.#addConvoyedMoves(orders, spot);
    for (const target of this.#spots) append(orders, this.#table.supports(spot, target));
    const group = this.#groupAt[spot.province];
    for (const passenger of this.#passengers) this.#addConvoyedSupports(orders, spot, passenger, group);
    if (group !== undefined) {
      for (const passenger of this.#passengers) {
        if (passenger.groups.includes(group)) append(orders, group.convoys(spot, passenger.spot));
      }
    }
    return orders;
  }

  #addConvoyedMoves(orders: LegalOrder[], army: UnitSpot): void {
    const passenger = this.#passengers.find(({ spot }) => spot === army);
    if (passenger === undefined) return;
    const { groups, destinations } = passenger;
    if (groups.length === 1) append(orders, (groups[0] as ConvoyGroup).moves(army));
    else
      destinations.forEach((can, to) => {
        if (can === 1 && to !== army.province) orders.push(this.#table.convoyedMove(army, to));
      });
  }

  #addConvoyedSupports(orders: LegalOrder[], supporter: UnitSpot, passenger: Passenger, group: ConvoyGroup | undefined): void {
    const supports = this.#table.convoyedSupports(supporter, passenger.spot);
    if (supports.length === 0) return;
    const needsOthers = group !== undefined && passenger.groups.includes(group);
    // A fleet cannot convoy and support at once (DATC 6.D.31), so the army must get there without it.
    const destinations = needsOthers
      ? destinationsWithout(this.#board.index, passenger, group, supporter.province)
      : passenger.destinations;
    for (const { province, order } of supports) if (destinations[province] === 1) orders.push(order);
  }
}

function passengerOn(index: MapIndex, spot: UnitSpot, all: readonly ConvoyGroup[]): readonly Passenger[] {
  if (spot.type !== ARMY) return [];
  const groups = all.filter(({ touches }) => touches[spot.province] === 1);
  return groups.length === 0 ? [] : [{ spot, groups, destinations: destinationsOf(index, spot, groups) }];
}

function destinationsOf(index: MapIndex, spot: UnitSpot, groups: readonly ConvoyGroup[]): Uint8Array {
  const touching = groups.filter(({ touches }) => touches[spot.province] === 1);
  if (touching.length === 1) return (touching[0] as ConvoyGroup).touches;
  return Uint8Array.from(index.provinces, (_, province) => (touching.some(({ touches }) => touches[province] === 1) ? 1 : 0));
}

function destinationsWithout(index: MapIndex, { spot, groups }: Passenger, group: ConvoyGroup, sea: number): Uint8Array {
  const others = groups.filter((other) => other !== group);
  return destinationsOf(index, spot, [...others, ...group.without(sea)]);
}

function append(orders: LegalOrder[], more: readonly LegalOrder[]): void {
  for (const order of more) orders.push(order);
}
