import type { Sign } from './badge.js';
import { drawBadge } from './badge.js';
import type { DrawnLayers } from './draw-arrow.js';
import { INK } from './ink.js';
import type { Route } from './route.js';
import { lengthOf, pathAlong, spotAlong } from './route.js';
import { element } from './svg-element.js';

/**
 * Draws a dotted line to the supported unit or move, with a dot at its end. The dot is hollow and a sign is added if the support does not
 * count.
 */
export function drawSupport(route: Route, ink: string, sign: Sign | undefined): DrawnLayers {
  const [cx, cy] = route[route.length - 1]!;
  const line = pathAlong(route);
  const counts = sign === undefined;
  return {
    lines: [
      element('path', { d: line, stroke: INK.paper, 'stroke-width': 9, 'stroke-opacity': 0.75 }),
      element('path', { d: line, stroke: ink, 'stroke-width': 5.5, 'stroke-dasharray': '0.1 10.5' }),
      element('circle', { cx, cy, r: 8.5, fill: counts ? ink : INK.paper, stroke: counts ? INK.paper : ink, 'stroke-width': 3 }),
    ].join(''),
    badges: counts ? '' : drawBadge(spotAlong(route, lengthOf(route) / 2), sign),
  };
}
