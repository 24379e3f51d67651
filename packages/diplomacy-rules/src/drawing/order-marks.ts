import type { GameMap } from '../map/game-map.js';
import { standardMap } from '../map/standard-map.js';
import { namingWhatIsWrong } from '../name-what-is-wrong.js';
import type { MapOptions } from '../rules-options.js';
import type { ConvoyOrder, MoveOrder, Order, OrdersByPower, RetreatOrder } from '../values/order.js';
import type { Outcome } from '../values/outcome.js';
import type { Position } from '../values/position.js';
import type { Power } from '../values/power.js';
import type { Location } from '../values/unit.js';
import { locationOfUnit, provinceOf, provinceOfUnit } from '../values/unit.js';
import type { Sign } from './badge.js';
import { convoyRoute } from './convoy-route.js';
import { arrowPaths } from './draw-arrow.js';
import { drawingOf } from './drawing-of.js';
import type { DrawnOrder } from './drawn-order.js';
import { drawnOrders } from './drawn-order.js';
import type { MapDrawing, Spot } from './map-drawing.js';
import type { OrderScene } from './order-scene.js';
import { sceneOf } from './order-scene.js';
import type { Route } from './route.js';
import { bentRoute, lengthOf, pathAlong, routeThrough, spotAlong, trimRoute } from './route.js';

/** Line, ring or arrow of one order, as the `d` of SVG paths and spots of the drawing. */
export interface OrderMark<P extends string = Power> {
  readonly power: P;
  readonly order: Order;
  readonly kind: 'arrow' | 'retreat' | 'support' | 'hold' | 'convoy' | 'build';
  /** Shaft of an arrow, line of a support, or way of a convoy whose army does not go by it. */
  readonly line?: string | undefined;
  /** Head of an arrow. */
  readonly head?: string | undefined;
  /** Dot at the end of a support. */
  readonly dot?: Spot | undefined;
  /** Middle of the ring round a unit that stays. */
  readonly ring?: Spot | undefined;
  /** Worst result of the order, apart from dislodgement, which shows on the unit. */
  readonly sign?: Sign | undefined;
  /** Spot of the sign. */
  readonly badge: Spot;
}

/** Options of `orderMarks`, as those of `renderMap`. */
export interface OrderMarkOptions<P extends string = Power> extends MapOptions<P> {
  /** Shapes of the board. @default the drawing of the standard map */
  readonly drawing?: MapDrawing<P> | undefined;
  /** Orders to lay out. An order that also has an outcome is laid out once. */
  readonly orders?: OrdersByPower<P> | undefined;
  /** Outcomes of the phase that begins with this position. They include their orders. */
  readonly outcomes?: readonly Outcome<P>[] | undefined;
}

/**
 * Lays out the orders of a phase on the board, for programs that draw them on their own. `renderMap` draws the same marks. Orders without a
 * shape, such as a disbandment, are left out.
 * @throws {InvalidPositionError} If the position is impossible.
 * @throws {InvalidMapError} If a map other than the standard one has no `drawing`, or an incomplete one.
 */
export function orderMarks<P extends string = Power>(
  position: Position<P>,
  options: OrderMarkOptions<P> = {},
): readonly OrderMark<P>[] {
  return namingWhatIsWrong({ position, orders: options.orders, options }, () => {
    const map = options.map ?? (standardMap as unknown as GameMap<P>);
    const drawing = drawingOf(map, options.drawing);
    return marksOf(sceneOf({ map, drawing, position }, drawnOrders(map, options.orders, options.outcomes)));
  });
}

/** Returns the marks of a scene: supports and rings before moves, so that moves stay whole. */
export function marksOf<P extends string>(scene: OrderScene<P>): readonly OrderMark<P>[] {
  const under: OrderMark<P>[] = [];
  const over: OrderMark<P>[] = [];
  for (const drawn of scene.orders) {
    if (drawn.isFilledIn) continue;
    const mark = markOf(scene, drawn, drawn.order);
    if (mark === null) continue;
    if (mark.kind === 'arrow' || mark.kind === 'retreat') over.push(mark);
    else under.unshift(mark);
  }
  return [...under, ...over];
}

/** Distance of the end of a line from the middle of a unit. */
const CLEARANCE = 33;

function markOf<P extends string>(scene: OrderScene<P>, drawn: DrawnOrder<P>, order: Order): OrderMark<P> | null {
  const base = { power: drawn.power, order, sign: signOf(drawn) };
  switch (order.kind) {
    case 'move':
    case 'retreat': {
      const route = routeOf(scene, drawn, order);
      if (route === null) return null;
      const { shaft, head } = arrowPaths(route);
      const badge = spotAlong(shaft, lengthOf(shaft) * 0.55);
      return { ...base, kind: order.kind === 'move' ? 'arrow' : 'retreat', line: pathAlong(shaft), head, badge };
    }
    case 'support-hold':
    case 'support-move': {
      const from = scene.spotOf(order.unit);
      const target = supportedSpot(scene, order);
      if (from === undefined || target === null) return null;
      const route = supportRoute(from, target);
      const badge = spotAlong(route, lengthOf(route) / 2);
      return { ...base, kind: 'support', line: pathAlong(route), dot: route.at(-1), badge };
    }
    case 'convoy':
      return convoyMark(scene, order, base);
    case 'hold':
    case 'build': {
      const spot = scene.spotOf(order.unit);
      if (spot === undefined) return null;
      if (order.kind === 'hold') return { ...base, kind: 'hold', ring: spot, badge: besideUnit(spot) };
      return { ...base, sign: base.sign ?? 'build', kind: 'build', badge: besideUnit(spot) };
    }
    case 'disband':
    case 'waive':
      return null;
    default:
      return order satisfies never;
  }
}

function signOf({ results }: DrawnOrder<string>): Sign | undefined {
  for (const sign of ['void', 'no convoy', 'disrupted', 'bounce', 'cut'] as const) if (results.includes(sign)) return sign;
  return undefined;
}

function routeOf<P extends string>(scene: OrderScene<P>, drawn: DrawnOrder<P>, order: MoveOrder | RetreatOrder): Route | null {
  const from = scene.spotOf(order.unit, order.kind === 'retreat');
  const to = scene.spotAt(order.to);
  if (from === undefined || to === undefined || (from[0] === to[0] && from[1] === to[1])) return null;
  const fleets = order.kind === 'move' ? convoyRoute(scene.map, { ...drawn, order }, scene.orders) : [];
  const places = [locationOfUnit(order.unit), ...fleets.map(locationOfUnit), order.to];
  const middle = fleets.map((fleet) => scene.spotOf(fleet)).filter((spot) => spot !== undefined);
  const spots = [from, ...middle, to].flatMap((spot, index) => [
    ...spotsBetween(scene.drawing, places[index - 1], places[index]),
    spot,
  ]);
  return trimRoute(routeThrough(spots), CLEARANCE - 6, scene.isTaken(order.to) ? CLEARANCE : 10);
}

function spotsBetween({ bends = {} }: Pick<MapDrawing, 'bends'>, from?: Location, to?: Location): readonly Spot[] {
  return bends[`${from} ${to}`] ?? bends[`${to} ${from}`]?.toReversed() ?? [];
}

/** Returns the spot a support points to: the middle of the supported move, or the supported unit. */
function supportedSpot<P extends string>(
  scene: OrderScene<P>,
  order: Extract<Order, { readonly kind: 'support-hold' | 'support-move' }>,
): { readonly spot: Spot; readonly isUnit: boolean } | null {
  const unit = scene.spotOf(order.target);
  if (unit === undefined) return null;
  if (order.kind === 'support-hold') return { spot: unit, isUnit: true };
  const match = scene.orders.find(
    (other): other is DrawnOrder<P> & { order: MoveOrder } =>
      other.order.kind === 'move' &&
      provinceOfUnit(other.order.unit) === provinceOfUnit(order.target) &&
      provinceOf(other.order.to) === provinceOf(order.to),
  );
  const to = scene.spotAt(order.to);
  if (to === undefined) return null;
  const route = (match === undefined ? null : routeOf(scene, match, match.order)) ?? bentRoute(unit, to);
  return { spot: spotAlong(route, lengthOf(route) * 0.5), isUnit: false };
}

const supportRoute = (from: Spot, { spot, isUnit }: { readonly spot: Spot; readonly isUnit: boolean }): Route =>
  trimRoute(bentRoute(from, spot, 0.05), CLEARANCE - 4, isUnit ? CLEARANCE + 2 : 0);

function convoyMark<P extends string>(
  scene: OrderScene<P>,
  order: ConvoyOrder,
  base: Pick<OrderMark<P>, 'power' | 'order' | 'sign'>,
): OrderMark<P> | null {
  const [spot, from, to] = [scene.spotOf(order.unit), scene.spotOf(order.army), scene.spotAt(order.to)];
  if (spot === undefined || from === undefined || to === undefined) return null;
  const carries = scene.orders.some(
    ({ order: other }) =>
      other.kind === 'move' &&
      provinceOfUnit(other.unit) === provinceOfUnit(order.army) &&
      provinceOf(other.to) === provinceOf(order.to),
  );
  const way = carries ? undefined : pathAlong(trimRoute(routeThrough([from, spot, to]), CLEARANCE, 10));
  return { ...base, kind: 'convoy', line: way, ring: spot, badge: besideUnit(spot) };
}

const besideUnit = ([x, y]: Spot): Spot => [x + 28, y - 26];
