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

/** Which unit of a board has which order of a movement phase. Lists are by unit. */
export interface OrderSheet {
  readonly board: Board;
  readonly index: MapIndex;
  /** The order as given; `null` for a unit that has none. */
  readonly orders: (Order | null)[];
  /** Why it is not allowed. */
  readonly illegalities: (Illegality | null)[];
  /** The order read; only where there is one. */
  readonly read: ReadOrder[];
  /** One more, for an order of which it is not known yet whom it reaches. */
  spareRead: ReadOrder;
}

/** A sheet for as many units as a map can hold; `resetOrderSheet` comes before its use. */
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

/** Takes all orders back. */
export function resetOrderSheet({ orders, illegalities }: OrderSheet): void {
  orders.fill(null);
  illegalities.fill(null);
}

/** Who gives an order, under which rulebook. */
export interface Giver {
  readonly power: number;
  readonly rulebook: Rulebook;
}

/**
 * Gives an order to the unit it is meant for, and notes why it is not allowed (`sheet.illegalities`). Returns why it reaches no unit: it
 * names none, or another power's, or one that has its order already.
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
