import type { ConvoyOrder, MoveOrder, Order, RetreatOrder } from '../values/order.js';
import type { Location } from '../values/unit.js';
import { locationOfUnit, provinceOf, provinceOfUnit } from '../values/unit.js';
import type { Sign } from './badge.js';
import { drawBadge } from './badge.js';
import { convoyRoute } from './convoy-route.js';
import type { DrawnLayers } from './draw-arrow.js';
import { drawArrow } from './draw-arrow.js';
import { drawSupport } from './draw-support.js';
import type { DrawnOrder } from './drawn-order.js';
import { deep, INK } from './ink.js';
import type { MapDrawing, Spot } from './map-drawing.js';
import type { OrderScene } from './order-scene.js';
import type { Route } from './route.js';
import { bentRoute, lengthOf, pathAlong, routeThrough, spotAlong, trimRoute } from './route.js';
import { element } from './svg-element.js';

/** Distance of the end of a line from the middle of a unit. */
const CLEARANCE = 33;

/** Draws all orders: moves as solid lines, broken if they failed; supports as dotted lines; convoys and holds as rings. */
export function drawOrders<P extends string>(scene: OrderScene<P>): DrawnLayers {
  const lines: string[] = [];
  const badges: string[] = [];
  for (const drawn of scene.orders) {
    const { order, isFilledIn } = drawn;
    if (isFilledIn) continue;
    const layers = drawOrder(scene, drawn, order);
    // Supports and rings first, so that moves stay whole.
    if (order.kind === 'move' || order.kind === 'retreat') lines.push(layers.lines);
    else lines.unshift(layers.lines);
    badges.push(layers.badges);
  }
  return { lines: lines.join(''), badges: badges.join('') };
}

const NOTHING: DrawnLayers = { lines: '', badges: '' };

function drawOrder<P extends string>(scene: OrderScene<P>, drawn: DrawnOrder<P>, order: Order): DrawnLayers {
  const ink = deep(scene.drawing.powers[drawn.power].color);
  switch (order.kind) {
    case 'move':
    case 'retreat': {
      const route = routeOf(scene, drawn, order);
      return route === null ? NOTHING : drawArrow(route, { ink, sign: signOf(drawn), retreat: order.kind === 'retreat' });
    }
    case 'support-hold':
    case 'support-move': {
      const from = scene.spotOf(order.unit);
      const target = supportedSpot(scene, order);
      return from === undefined || target === null ? NOTHING : drawSupport(supportRoute(from, target), ink, signOf(drawn));
    }
    case 'convoy':
      return drawConvoy(scene, drawn, order, ink);
    case 'hold': {
      const spot = scene.spotOf(order.unit);
      return spot === undefined ? NOTHING : { lines: drawRing(spot, ink), badges: badgeBeside(spot, signOf(drawn)) };
    }
    case 'build': {
      const spot = scene.spotOf(order.unit);
      return spot === undefined ? NOTHING : { lines: '', badges: badgeBeside(spot, signOf(drawn) ?? 'build') };
    }
    case 'disband':
    case 'waive':
      return NOTHING;
    default:
      return order satisfies never;
  }
}

/** Returns the sign of the worst result of an order, apart from dislodgement, which shows on the unit. */
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

function drawConvoy<P extends string>(scene: OrderScene<P>, drawn: DrawnOrder<P>, order: ConvoyOrder, ink: string): DrawnLayers {
  const [spot, from, to] = [scene.spotOf(order.unit), scene.spotOf(order.army), scene.spotAt(order.to)];
  if (spot === undefined || from === undefined || to === undefined) return NOTHING;
  const carries = scene.orders.some(
    ({ order: other }) =>
      other.kind === 'move' &&
      provinceOfUnit(other.unit) === provinceOfUnit(order.army) &&
      provinceOf(other.to) === provinceOf(order.to),
  );
  const way = carries ? '' : thinLine(trimRoute(routeThrough([from, spot, to]), CLEARANCE, 10), ink);
  return { lines: way + drawRing(spot, ink, '13 9'), badges: badgeBeside(spot, signOf(drawn)) };
}

const thinLine = (route: Route, stroke: string): string =>
  element('path', { d: pathAlong(route), stroke, 'stroke-width': 3, 'stroke-dasharray': '3 9' });

/** Draws a ring round a unit that stays: solid for a hold, broken for a convoy. */
export const drawRing = ([cx, cy]: Spot, stroke: string, dashes?: string): string =>
  element('circle', { cx, cy, r: 39, stroke: INK.paper, 'stroke-width': 9, 'stroke-opacity': 0.8 }) +
  element('circle', { cx, cy, r: 39, stroke, 'stroke-width': 4.5, 'stroke-dasharray': dashes });

const badgeBeside = ([x, y]: Spot, sign: Sign | undefined): string =>
  sign === undefined ? '' : drawBadge([x + 28, y - 26], sign);
