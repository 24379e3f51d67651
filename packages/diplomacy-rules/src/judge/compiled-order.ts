import type { Order, OrderKind } from '../values/order.js';
import type { Location, Unit } from '../values/unit.js';
import { locationOfUnit, provinceOf } from '../values/unit.js';
import { ARMY, FLEET } from '../map/map-index.js';
import type { MapIndex } from '../map/map-index.js';

/** A place that the order names is not on the map. */
export const UNKNOWN = -1;

/** A unit as an order names it. Its coast is not kept: a province holds one unit, and a wrong coast of it does not void an order (DATC 4.B.5). */
export interface NamedUnit {
  readonly type: typeof ARMY | typeof FLEET;
  /** Number of the province, or `UNKNOWN`. */
  readonly province: number;
}

/** An order in the numbers of a map. */
export interface CompiledOrder {
  readonly order: Order;
  readonly kind: OrderKind;
  readonly type: typeof ARMY | typeof FLEET;
  /** Of the ordered unit: the location as named, or `UNKNOWN`. */
  readonly location: number;
  readonly province: number;
  /** Where it goes, where the supported unit or the convoyed army goes; `UNKNOWN` for none, and for a place that is not on the map. */
  readonly to: number;
  readonly toProvince: number;
  /** The supported unit, or the convoyed army. */
  readonly targetType: typeof ARMY | typeof FLEET;
  readonly targetProvince: number;
  readonly viaConvoy: boolean;
}

const compiledOf = new WeakMap<MapIndex, WeakMap<Order, CompiledOrder>>();

/** The orders already compiled for a map. */
export function compiledOrders(index: MapIndex): WeakMap<Order, CompiledOrder> {
  let orders = compiledOf.get(index);
  if (orders === undefined) {
    orders = new WeakMap();
    compiledOf.set(index, orders);
  }
  return orders;
}

/** Turns an order into numbers. An order that is frozen, as those of the parser and of `legalOrders` are, is turned once. */
export function compileOrder(index: MapIndex, order: Order, known: WeakMap<Order, CompiledOrder>): CompiledOrder {
  const found = known.get(order);
  if (found !== undefined) return found;
  const compiled = compile(index, order);
  if (Object.isFrozen(order)) known.set(order, compiled);
  return compiled;
}

function compile(index: MapIndex, order: Order): CompiledOrder {
  const unit = order.kind === 'waive' ? undefined : order.unit;
  const target =
    order.kind === 'support-hold' || order.kind === 'support-move'
      ? order.target
      : order.kind === 'convoy'
        ? order.army
        : undefined;
  const to = 'to' in order ? locationNumber(index, order.to) : UNKNOWN;
  return {
    order,
    kind: order.kind,
    type: typeNumber(unit),
    location: unit === undefined ? UNKNOWN : locationNumber(index, locationOfUnit(unit)),
    province: unit === undefined ? UNKNOWN : provinceNumber(index, unit),
    to,
    toProvince: to === UNKNOWN ? UNKNOWN : (index.provinceOf[to] as number),
    targetType: typeNumber(target),
    targetProvince: target === undefined ? UNKNOWN : provinceNumber(index, target),
    viaConvoy: order.kind === 'move' && order.viaConvoy,
  };
}

const typeNumber = (unit: Unit | undefined) => (unit?.startsWith('F') === true ? FLEET : ARMY);

const locationNumber = (index: MapIndex, location: Location) => index.locationNumbers.get(location) ?? UNKNOWN;

const provinceNumber = (index: MapIndex, unit: Unit) => locationNumber(index, provinceOf(locationOfUnit(unit)));
