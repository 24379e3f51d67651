import type { MapIndex } from '../../map/map-index.js';
import type { Illegality } from '../../values/illegality.js';
import type { Order } from '../../values/order.js';
import type { Board } from '../board.js';
import { NONE } from '../board.js';

/** What a unit does in this phase. Whoever has no order, or an illegal one, holds. */
export const HOLD = 0;
export const MOVE = 1;
export const SUPPORT = 2;
export const CONVOY = 3;

/** What is known of a decision. */
export const OPEN = 0;
export const YES = 1;
export const NO = 2;
export type Decision = typeof OPEN | typeof YES | typeof NO;

/**
 * The orders of a movement phase in numbers, and what is known so far of the three decisions about each unit (DATC chapter 5):
 * does its move succeed, does its support count, does its convoy route stand. Indexed by unit unless it says otherwise; lists are
 * threaded: `firstX` holds a unit or `NONE`, `nextX` the one after it.
 */
export interface Battle {
  readonly board: Board;
  readonly index: MapIndex;
  readonly count: number;
  /** By unit: its province. */
  readonly province: Int16Array;
  /** By unit: its power. */
  readonly power: Int16Array;
  readonly action: Uint8Array;
  /** A move's destination, as province and as location; the province a support is directed at; `NONE` otherwise. */
  readonly into: Int16Array;
  readonly landing: Int16Array;
  /** 1 for a move that goes by convoy. */
  readonly byConvoy: Uint8Array;
  /** Of a support: the supported unit. Of a convoy: the army. `NONE` where that unit was ordered otherwise. */
  readonly target: Int16Array;
  /** By province: the moves into it. */
  readonly firstAttack: Int16Array;
  readonly nextAttack: Int16Array;
  /** By unit: the supports that match what it does. */
  readonly firstSupport: Int16Array;
  readonly nextSupport: Int16Array;
  /** By army: the fleets that are ordered to carry it. */
  readonly firstFleet: Int16Array;
  readonly nextFleet: Int16Array;
  readonly moves: Uint8Array;
  readonly supports: Uint8Array;
  readonly routes: Uint8Array;
  /** 1 for fleets whose convoys fail by the paradox rule. */
  readonly silenced: Uint8Array;
  /** 1 for moves that were found to be part of a circle. */
  readonly circular: Uint8Array;
  /** The order as given, and why it is not allowed. */
  readonly orders: (Order | null)[];
  readonly illegalities: (Illegality | null)[];
}

/** A battle in which everybody holds. */
export function createBattle(board: Board): Battle {
  const { count, index } = board;
  const none = (length: number) => new Int16Array(length).fill(NONE);
  const province = new Int16Array(count);
  for (let unit = 0; unit < count; unit += 1) province[unit] = (board.spots[unit] as { province: number }).province;
  return {
    board,
    index,
    count,
    province,
    power: Int16Array.from(board.powers),
    action: new Uint8Array(count),
    into: none(count),
    landing: none(count),
    byConvoy: new Uint8Array(count),
    target: none(count),
    firstAttack: none(index.provinceCount),
    nextAttack: none(count),
    firstSupport: none(count),
    nextSupport: none(count),
    firstFleet: none(count),
    nextFleet: none(count),
    moves: new Uint8Array(count),
    supports: new Uint8Array(count),
    routes: new Uint8Array(count),
    silenced: new Uint8Array(count),
    circular: new Uint8Array(count),
    orders: new Array<Order | null>(count).fill(null),
    illegalities: new Array<Illegality | null>(count).fill(null),
  };
}
