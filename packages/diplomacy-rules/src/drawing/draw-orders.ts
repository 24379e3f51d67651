import { drawBadge } from './badge.js';
import { drawArrow, type DrawnLayers } from './draw-arrow.js';
import { drawSupport } from './draw-support.js';
import { deep, INK } from './ink.js';
import type { Spot } from './map-drawing.js';
import type { OrderMark } from './order-marks.js';
import { marksOf } from './order-marks.js';
import type { OrderScene } from './order-scene.js';
import { element } from './svg-element.js';

/** Draws all orders: moves as solid lines, broken if they failed; supports as dotted lines; convoys and holds as rings. */
export function drawOrders<P extends string>(scene: OrderScene<P>): DrawnLayers {
  const marks = marksOf(scene);
  const at = new Map(scene.orders.map(({ order }, index) => [order, index]));
  // Signs follow the orders as given, so that a later one lies over an earlier one.
  const signed = marks.toSorted((one, other) => (at.get(one.order) ?? 0) - (at.get(other.order) ?? 0));
  return {
    lines: marks.map((mark) => drawMark(mark, deep(scene.drawing.powers[mark.power].color))).join(''),
    badges: signed.map(({ badge, sign }) => (sign === undefined ? '' : drawBadge(badge, sign))).join(''),
  };
}

function drawMark({ kind, line = '', head = '', dot, ring, sign }: OrderMark<string>, ink: string): string {
  switch (kind) {
    case 'arrow':
    case 'retreat':
      return drawArrow({ line, head }, { ink, failed: sign !== undefined, retreat: kind === 'retreat' });
    case 'support':
      return drawSupport({ line, dot }, ink, sign === undefined);
    case 'convoy':
      return (line === '' ? '' : drawThinLine(line, ink)) + drawRing(ring, ink, '13 9');
    case 'hold':
      return drawRing(ring, ink);
    case 'build':
      return '';
    default:
      return kind satisfies never;
  }
}

const drawThinLine = (d: string, stroke: string): string =>
  element('path', { d, stroke, 'stroke-width': 3, 'stroke-dasharray': '3 9' });

/** Draws a ring round a unit that stays: solid for a hold, broken for a convoy. */
export const drawRing = (spot: Spot | undefined, stroke: string, dashes?: string): string => {
  if (spot === undefined) return '';
  const [cx, cy] = spot;
  return (
    element('circle', { cx, cy, r: 39, stroke: INK.paper, 'stroke-width': 9, 'stroke-opacity': 0.8 }) +
    element('circle', { cx, cy, r: 39, stroke, 'stroke-width': 4.5, 'stroke-dasharray': dashes })
  );
};
