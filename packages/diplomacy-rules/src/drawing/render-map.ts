import type { GameMap } from '../map/game-map.js';
import { standardMap } from '../map/standard-map.js';
import type { MapOptions } from '../rules-options.js';
import type { OrdersByPower } from '../values/order.js';
import type { Outcome } from '../values/outcome.js';
import type { Position } from '../values/position.js';
import type { Power } from '../values/power.js';
import type { Location, Unit } from '../values/unit.js';
import { locationOfUnit, provinceOf, provinceOfUnit, typeOfUnit } from '../values/unit.js';
import { drawGround, drawNames } from './draw-ground.js';
import { drawHeading, drawLegend, HEADING_HEIGHT, legendHeight, phaseInWords } from './draw-legend.js';
import type { OrderScene } from './draw-orders.js';
import { drawOrders } from './draw-orders.js';
import { drawUnit } from './draw-unit.js';
import type { DrawnOrder } from './drawn-order.js';
import { drawnOrders, unitOfOrder } from './drawn-order.js';
import { FONTS, INK } from './ink.js';
import type { MapDrawing, Spot } from './map-drawing.js';
import { drawingOf } from './map-drawing.js';
import { bentRoute, pathAlong, trimRoute } from './route.js';
import { element, escapeText } from './svg-element.js';

/** What to draw besides the position, and how. */
export interface RenderOptions<P extends string = Power> extends MapOptions<P> {
  /** The shapes of the board. @default our own drawing of the standard map; a map of your own needs a drawing of your own */
  readonly drawing?: MapDrawing<P> | undefined;
  /** Orders to draw as lines. Those that have an outcome are drawn once. */
  readonly orders?: OrdersByPower<P> | undefined;
  /** What became of them: the outcomes of the phase that begins with this position. They carry their orders with them. */
  readonly outcomes?: readonly Outcome<P>[] | undefined;
  /** A heading. @default none: the phase is the heading */
  readonly title?: string | undefined;
  /** The width of the picture in pixels; it can be shown at any size. @default 1200 */
  readonly width?: number | undefined;
  /** `short` writes every province's three letters; `none` leaves them out. @default 'short' */
  readonly labels?: 'short' | 'none' | undefined;
  /** Whether to show the phase above the board and the powers below it. @default true */
  readonly legend?: boolean | undefined;
}

/** Where a unit that lost its place is drawn, beside the one that took it. */
const BESIDE: Spot = [-40, -34];

/**
 * A position as a picture of the board, with orders and their outcomes where they are given: SVG text that needs nothing else, no font, no
 * style sheet, no script, and has no ids, so that many fit in one page. Shapes carry their province as `data-province`.
 * The same input gives the same text.
 * @throws {InvalidMapError} for a map other than the standard one without a `drawing`, or with one that lacks something.
 */
export function renderMap<P extends string = Power>(position: Position<P>, options: RenderOptions<P> = {}): string {
  const map = options.map ?? (standardMap as unknown as GameMap<P>);
  const drawing = drawingOf(map, options.drawing);
  const { width = 1200, labels = 'short', legend = true, title } = options;
  const orders = drawnOrders(map, options.orders, options.outcomes);
  const phase = phaseInWords(map, position);
  const ground = { map, drawing, position };
  const scene = sceneOf(ground, orders);
  const layers = drawOrders(scene);
  const top = legend ? HEADING_HEIGHT : 0;
  const height = top + drawing.height + (legend ? legendHeight(drawing.width, map.powers.length) : 0);
  const lines = { fill: 'none', 'stroke-linecap': 'round', 'stroke-linejoin': 'round' };
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height: Math.round((width * height) / drawing.width),
      viewBox: `0 0 ${drawing.width} ${height}`,
      role: 'img',
      'font-family': FONTS.serif,
    },
    element('title', {}, escapeText(title === undefined ? phase : `${title}: ${phase}`)),
    legend ? element('rect', { width: drawing.width, height, fill: INK.paper }) : '',
    legend ? drawHeading(drawing.width, phase, title) : '',
    element(
      'svg',
      { y: top, width: drawing.width, height: drawing.height, viewBox: `0 0 ${drawing.width} ${drawing.height}` },
      drawGround(ground),
      element('g', lines, layers.lines, drawWaysOut(scene, ground)),
      drawNames(ground, labels === 'short'),
      drawUnits(scene, ground),
      element('g', lines, layers.badges),
    ),
    legend
      ? element('g', { transform: `translate(0 ${top + drawing.height})` }, drawLegend(ground, orders))
      : '',
  );
}

interface Board<P extends string> {
  readonly map: GameMap<P>;
  readonly drawing: MapDrawing<P>;
  readonly position: Position<P>;
}

function sceneOf<P extends string>({ map, drawing, position }: Board<P>, orders: readonly DrawnOrder<P>[]): OrderScene<P> {
  const spotAt = (location: Location) => drawing.units[location] ?? drawing.units[provinceOf(location)];
  const unitIn = new Map(map.powers.flatMap(({ id }) => position.units[id].map((unit) => [provinceOfUnit(unit), unit] as const)));
  const dislodged = new Set(map.powers.flatMap(({ id }) => Object.keys(position.retreats[id])));
  return {
    map,
    drawing,
    orders,
    spotAt,
    spotOf: (unit, retreating = false) => {
      // Where an order names no coast, or a wrong one, the unit that is there counts.
      const spot = spotAt(locationOfUnit(unitIn.get(provinceOfUnit(unit)) ?? unit));
      return retreating && spot !== undefined && dislodged.has(unit) ? beside(spotAt(locationOfUnit(unit)) ?? spot) : spot;
    },
    isTaken: (location) => unitIn.has(provinceOf(location)),
  };
}

const beside = ([x, y]: Spot): Spot => [x + BESIDE[0], y + BESIDE[1]];

/** All units: those on the board, those that have to retreat, those that are built. */
function drawUnits<P extends string>({ orders, spotAt }: OrderScene<P>, { map, drawing, position }: Board<P>): string {
  const fates = new Map(orders.map((drawn) => [`${drawn.power} ${unitOfOrder(drawn.order)}`, drawn]));
  const units: string[] = [];
  for (const { id, name } of map.powers) {
    const draw = (unit: Unit, look: { loose?: boolean; struck?: boolean; gone?: boolean }) => {
      const spot = spotAt(locationOfUnit(unit));
      if (spot === undefined) return;
      const type = typeOfUnit(unit);
      const place = map.provinces.find((province) => province.id === provinceOfUnit(unit))?.name ?? unit;
      units.push(
        drawUnit(look.loose === true && look.struck === true ? beside(spot) : spot, {
          type,
          style: drawing.powers[id],
          title: `${type === 'A' ? 'Army' : 'Fleet'} in ${place}, ${name}`,
          ...look,
        }),
      );
    };
    for (const unit of Object.keys(position.retreats[id]) as Unit[]) {
      const fate = fates.get(`${id} ${unit}`);
      draw(unit, { loose: true, struck: true, gone: isGone(fate) });
    }
    for (const unit of position.units[id]) {
      const fate = fates.get(`${id} ${unit}`);
      draw(unit, { struck: fate?.results.includes('dislodged') === true, gone: isGone(fate) });
    }
    for (const { power, order } of orders) if (order.kind === 'build' && power === id) draw(order.unit, { loose: true });
  }
  return units.join('');
}

const isGone = (fate: DrawnOrder<string> | undefined): boolean =>
  fate !== undefined && ((fate.order.kind === 'disband' && !fate.results.includes('void')) || fate.results.includes('disband'));

/** Before retreats are ordered: thin lines to where each dislodged unit may go. */
function drawWaysOut<P extends string>({ orders, spotOf, spotAt }: OrderScene<P>, { map, drawing, position }: Board<P>): string {
  const ordered = new Set(orders.map(({ order }) => unitOfOrder(order)));
  const ways: string[] = [];
  for (const { id } of map.powers) {
    for (const [unit, locations] of Object.entries(position.retreats[id]) as [Unit, readonly Location[]][]) {
      if (ordered.has(unit)) continue;
      for (const location of locations) {
        const [from, to] = [spotOf(unit, true), spotAt(location)];
        if (from === undefined || to === undefined) continue;
        const route = trimRoute(bentRoute(from, to), 34, 12);
        const end = route[route.length - 1] as Spot;
        ways.push(
          element('path', { d: pathAlong(route), stroke: INK.alarm, 'stroke-width': 3.5, 'stroke-dasharray': '2 9' }),
          element('circle', { cx: end[0], cy: end[1], r: 7, stroke: drawing.powers[id].color === '' ? INK.alarm : INK.alarm, 'stroke-width': 3.5, fill: INK.paper }),
        );
      }
    }
  }
  return ways.join('');
}
