import type { GameMap } from '../map/game-map.js';
import { standardMap } from '../map/standard-map.js';
import { namingWhatIsWrong } from '../name-what-is-wrong.js';
import type { MapOptions } from '../rules-options.js';
import type { OrdersByPower } from '../values/order.js';
import type { Outcome } from '../values/outcome.js';
import type { Position } from '../values/position.js';
import type { Power } from '../values/power.js';
import { drawGround, drawNames } from './draw-ground.js';
import { drawKey, KEY_HEIGHT } from './draw-key.js';
import { drawHeading, drawLegend, HEADING_HEIGHT, legendHeight, phaseInWords } from './draw-legend.js';
import { drawOrders } from './draw-orders.js';
import { drawUnits, drawWaysOut } from './draw-units.js';
import { drawnOrders } from './drawn-order.js';
import { FONTS, INK } from './ink.js';
import type { MapDrawing } from './map-drawing.js';
import { drawingOf } from './drawing-of.js';
import { sceneOf } from './order-scene.js';
import { element, escapeText } from './svg-element.js';

/** Options of `renderMap`. */
export interface RenderOptions<P extends string = Power> extends MapOptions<P> {
  /** Shapes of the board. Another map needs its own drawing. @default the drawing of the standard map */
  readonly drawing?: MapDrawing<P> | undefined;
  /** Orders to draw. An order that also has an outcome is drawn once. */
  readonly orders?: OrdersByPower<P> | undefined;
  /** Outcomes of the phase that begins with this position. They include their orders. */
  readonly outcomes?: readonly Outcome<P>[] | undefined;
  /** Heading. @default the phase */
  readonly title?: string | undefined;
  /** Width of the picture in pixels. It scales to any size. @default 1200 */
  readonly width?: number | undefined;
  /** `short` writes every province's three letters; `none` leaves them out. @default 'short' */
  readonly labels?: 'short' | 'none' | undefined;
  /** Whether to show the phase above the board and the powers below it. @default true */
  readonly legend?: boolean | undefined;
}

/**
 * Draws a position, with orders and outcomes if given, as a self-contained SVG: it needs no font, style sheet or script, and has no ids, so
 * one page can hold many. Shapes have their province in `data-province`. The same input gives the same text.
 * @throws {InvalidPositionError} If the position is impossible.
 * @throws {InvalidMapError} If a map other than the standard one has no `drawing`, or an incomplete one.
 */
export function renderMap<P extends string = Power>(position: Position<P>, options: RenderOptions<P> = {}): string {
  return namingWhatIsWrong({ position, orders: options.orders, options }, () => draw(position, options));
}

function draw<P extends string>(position: Position<P>, options: RenderOptions<P>): string {
  const map = options.map ?? (standardMap as unknown as GameMap<P>);
  const drawing = drawingOf(map, options.drawing);
  const { width = 1200, labels = 'short', legend = true, title } = options;
  const orders = drawnOrders(map, options.orders, options.outcomes);
  const phase = phaseInWords(map, position);
  const board = { map, drawing, position };
  const scene = sceneOf(board, orders);
  const layers = drawOrders(scene);
  const { units, lines: stars } = drawUnits(scene);
  const top = legend ? HEADING_HEIGHT : 0;
  const powersHeight = legendHeight(drawing.width, map.powers.length);
  const height = top + drawing.height + (legend ? powersHeight + KEY_HEIGHT : 0);
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
      drawGround(board),
      element('g', LINES, layers.lines, drawWaysOut(scene), stars),
      drawNames(board, labels === 'short'),
      units,
      element('g', LINES, layers.badges),
    ),
    legend ? element('g', { transform: `translate(0 ${top + drawing.height})` }, drawLegend(board, orders)) : '',
    legend ? element('g', { transform: `translate(0 ${top + drawing.height + powersHeight})`, ...LINES }, drawKey(scene)) : '',
  );
}

const LINES = { fill: 'none', 'stroke-linecap': 'round', 'stroke-linejoin': 'round' } as const;
