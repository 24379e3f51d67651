import type { MapIndex } from '../map/map-index.js';
import { ARMY, findLocation, findSpot, FLEET } from '../map/map-index.js';
import type { Order } from '../values/order.js';
import type { Location, Unit } from '../values/unit.js';
import { locationOfUnit, provinceOf } from '../values/unit.js';
import { NONE } from './none.js';

/**
 * A movement order in the numbers of a map. Type and province are enough to identify the ordered and the supported unit: a province holds
 * one unit, and naming a wrong coast of it does no harm (DATC 4.B.5).
 */
export interface ReadOrder {
  order: Order;
  kind: Order['kind'];
  /** The ordered unit; its province is `NONE` for an order without a unit. */
  type: typeof ARMY | typeof FLEET;
  province: number;
  /**
   * Destination of the ordered, supported or convoyed unit, as location and as province. `NONE` if there is none, or if it is not on the
   * map.
   */
  to: number;
  toProvince: number;
  /** The supported unit, or the convoyed army. */
  targetType: typeof ARMY | typeof FLEET;
  targetProvince: number;
  viaConvoy: boolean;
}

/** Creates an empty `ReadOrder`, for `readOrder` to fill. */
export const createReadOrder = (): ReadOrder => ({
  order: { kind: 'waive' },
  kind: 'waive',
  type: ARMY,
  province: NONE,
  to: NONE,
  toProvince: NONE,
  targetType: ARMY,
  targetProvince: NONE,
  viaConvoy: false,
});

/**
 * Fills `read` from an order. Kinds of order differ in shape, so reading one is slow unless its kind is known. Reading orders once, here,
 * avoids that.
 */
export function readOrder(index: MapIndex, order: Order, read: ReadOrder): void {
  const { kind } = order;
  read.order = order;
  read.kind = kind;
  read.to = NONE;
  read.toProvince = NONE;
  read.targetProvince = NONE;
  read.viaConvoy = false;
  switch (kind) {
    case 'move':
      readUnit(index, order.unit, read);
      readDestination(index, order.to, read);
      read.viaConvoy = order.viaConvoy;
      return;
    case 'support-hold':
      readUnit(index, order.unit, read);
      readTarget(index, order.target, read);
      return;
    case 'support-move':
      readUnit(index, order.unit, read);
      readTarget(index, order.target, read);
      readDestination(index, order.to, read);
      return;
    case 'hold':
      readUnit(index, order.unit, read);
      return;
    case 'convoy':
      readUnit(index, order.unit, read);
      readTarget(index, order.army, read);
      readDestination(index, order.to, read);
      return;
    case 'waive':
      read.province = NONE;
      return;
    case 'retreat':
    case 'disband':
    case 'build':
      readUnit(index, order.unit, read);
      return;
    default:
      throw new TypeError(`There is no order of the kind ${String(kind satisfies never)}.`);
  }
}

function readUnit(index: MapIndex, unit: Unit, read: ReadOrder): void {
  read.type = typeNumberOf(unit);
  read.province = provinceNumberOf(index, unit);
}

function readDestination(index: MapIndex, to: Location, read: ReadOrder): void {
  const number = findLocation(index, to);
  if (number === undefined) return;
  read.to = number;
  read.toProvince = index.provinceOf[number]!;
}

function readTarget(index: MapIndex, target: Unit, read: ReadOrder): void {
  read.targetType = typeNumberOf(target);
  read.targetProvince = provinceNumberOf(index, target);
}

const LETTER_F = 'F'.charCodeAt(0);

/** Type of a unit, from the first letter of its name. */
const typeNumberOf = (unit: Unit): typeof ARMY | typeof FLEET => (unit.charCodeAt(0) === LETTER_F ? FLEET : ARMY);

/** Number of the province in a unit's name, or `NONE`. */
export function provinceNumberOf(index: MapIndex, unit: Unit): number {
  const spot = findSpot(index, unit);
  return spot === undefined ? (findLocation(index, provinceOf(locationOfUnit(unit))) ?? NONE) : spot.province;
}
