import type { Board } from '../board/board.js';
import { createBoard } from '../board/board.js';
import { NONE } from '../board/none.js';
import type { ReadOrder } from '../board/read-order.js';
import { createReadOrder, readOrder } from '../board/read-order.js';
import type { MapIndex } from '../map/map-index.js';
import type { Illegality } from '../values/illegality.js';
import type { Order } from '../values/order.js';
import type { Rulebook } from '../values/rulebook.js';
import { movementIllegality } from './movement-illegality.js';

/** Orders of the units of a board in a movement phase. Lists are indexed by unit. */
export interface OrderSheet {
  readonly board: Board;
  readonly index: MapIndex;
  /** Order as given; `null` for a unit without one. */
  readonly orders: (Order | null)[];
  /** Why the order is illegal; `null` if it is legal. */
  readonly illegalities: (Illegality | null)[];
  /** Order as read. Meaningless for a unit without one. */
  readonly read: ReadOrder[];
  /** Spare, for an order whose unit is not known yet. */
  spareRead: ReadOrder;
}

/** Creates a sheet for as many units as a map can hold. Has to be reset before its use. */
export function createOrderSheet(index: MapIndex): OrderSheet {
  const { provinceCount } = index;
  return {
    board: createBoard(index),
    index,
    orders: new Array<Order | null>(provinceCount).fill(null),
    illegalities: new Array<Illegality | null>(provinceCount).fill(null),
    read: Array.from({ length: provinceCount }, createReadOrder),
    spareRead: createReadOrder(),
  };
}

/** Removes all orders. */
export function resetOrderSheet({ orders, illegalities }: OrderSheet): void {
  orders.fill(null);
  illegalities.fill(null);
}

/** Power that gives an order, and rulebook. */
export interface Giver {
  readonly power: number;
  readonly rulebook: Rulebook;
}

/**
 * Gives an order to its unit and records why it is illegal, if it is. Returns `null`, or why the order is rejected: it names no unit, a
 * foreign unit, or one that already has an order.
 */
export function takeOrder(sheet: OrderSheet, order: Order, { power, rulebook }: Giver): Illegality | null {
  const { board, index } = sheet;
  const read = sheet.spareRead;
  readOrder(index, order, read);
  if (read.kind === 'waive' || read.kind === 'build') return { kind: 'wrong-phase', order };
  if (read.province === NONE) return { kind: 'unknown-location', order };
  const unit = board.unitAt[read.province]!;
  if (unit === NONE) return { kind: 'no-such-unit', order };
  const spot = board.spots[unit]!;
  if (spot.type !== read.type) return { kind: 'no-such-unit', order, unit: spot.unit };
  const owner = board.powers[unit]!;
  if (owner !== power) return { kind: 'foreign-unit', order, power: index.powers[owner]! };
  if (sheet.orders[unit] !== null) return { kind: 'second-order', order };
  sheet.spareRead = sheet.read[unit]!;
  sheet.read[unit] = read;
  sheet.orders[unit] = order;
  sheet.illegalities[unit] = movementIllegality(board, unit, read, rulebook);
  return null;
}
