import { unitName } from '../map/full-names.js';
import type { Location, Unit } from '../values/unit.js';
import { locationOfUnit, typeOfUnit } from '../values/unit.js';
import type { DrawnLayers } from './draw-arrow.js';
import { drawStar, drawUnit } from './draw-unit.js';
import type { DrawnOrder } from './drawn-order.js';
import { unitOfOrder } from './drawn-order.js';
import { INK } from './ink.js';
import type { OrderScene } from './order-scene.js';
import { beside } from './order-scene.js';
import type { Route } from './route.js';
import { bentRoute, pathAlong, trimRoute } from './route.js';
import { element } from './svg-element.js';

/** State of a unit on the board. */
interface Stand {
  /** Not in a place: dislodged, and drawn beside the place, or about to be built. */
  readonly loose?: 'dislodged' | 'built';
  /** Dislodged, now or before: drawn with a star behind it. */
  readonly struck?: boolean;
  readonly gone?: boolean;
}

/** Draws all units: those that have to retreat, those on the board, those being built. Stars are in the layer of lines. */
export function drawUnits<P extends string>({
  orders,
  spotAt,
  map,
  drawing,
  position,
}: OrderScene<P>): DrawnLayers & { units: string } {
  const fatesOf = (power: P, unit: Unit) => orders.filter((drawn) => drawn.power === power && unitOfOrder(drawn.order) === unit);
  const stars: string[] = [];
  const units: string[] = [];
  for (const { id, name } of map.powers) {
    const draw = (unit: Unit, { loose, struck = false, gone = false }: Stand) => {
      const place = spotAt(locationOfUnit(unit));
      if (place === undefined) return;
      const spot = loose === 'dislodged' ? beside(place) : place;
      const title = `${unitName(map, unit)}, ${name}`;
      if (struck) stars.push(drawStar(spot));
      units.push(drawUnit(spot, { type: typeOfUnit(unit), style: drawing.powers[id], title, loose: loose !== undefined, gone }));
    };
    for (const unit of Object.keys(position.retreats[id]) as Unit[]) {
      draw(unit, { loose: 'dislodged', struck: true, gone: fatesOf(id, unit).some(isGone) });
    }
    for (const unit of position.units[id]) {
      const fates = fatesOf(id, unit);
      draw(unit, { struck: fates.some(({ results }) => results.includes('dislodged')), gone: fates.some(isGone) });
    }
    for (const { power, order } of orders) if (order.kind === 'build' && power === id) draw(order.unit, { loose: 'built' });
  }
  return { lines: stars.join(''), badges: '', units: units.join('') };
}

const isGone = ({ order, results }: DrawnOrder<string>): boolean =>
  results.includes('disband') || (order.kind === 'disband' && !results.includes('void'));

/** Draws thin lines to the places each dislodged unit may retreat to, before retreats are ordered. */
export function drawWaysOut<P extends string>({ orders, spotOf, spotAt, map, position }: OrderScene<P>): string {
  const ordered = new Set(orders.map(({ order }) => unitOfOrder(order)));
  const ways: string[] = [];
  for (const { id } of map.powers) {
    for (const [unit, locations] of Object.entries(position.retreats[id]) as [Unit, readonly Location[]][]) {
      if (ordered.has(unit)) continue;
      for (const location of locations) {
        const [from, to] = [spotOf(unit, true), spotAt(location)];
        if (from !== undefined && to !== undefined) ways.push(drawWayOut(trimRoute(bentRoute(from, to), 34, 12)));
      }
    }
  }
  return ways.join('');
}

/** Draws a thin dotted line with a ring at its end. */
export function drawWayOut(route: Route): string {
  const [cx, cy] = route[route.length - 1]!;
  return (
    element('path', { d: pathAlong(route), stroke: INK.alarm, 'stroke-width': 3.5, 'stroke-dasharray': '2 9' }) +
    element('circle', { cx, cy, r: 7, stroke: INK.alarm, 'stroke-width': 3.5, fill: INK.paper })
  );
}
