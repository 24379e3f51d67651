import type { Sign } from './badge.js';
import { drawBadge } from './badge.js';
import { INK } from './ink.js';
import type { Spot } from './map-drawing.js';
import type { Route } from './route.js';
import { lengthOf, pathAlong, spotAlong, trimRoute } from './route.js';
import { element } from './svg-element.js';

const HEAD = { length: 27, halfWidth: 13 } as const;

/** Drawing of an order in two layers: lines, under the units, and signs, over them. */
export interface DrawnLayers {
  readonly lines: string;
  readonly badges: string;
}

/** Style of an arrow. */
export interface ArrowLook {
  readonly ink: string;
  /** Reason of failure. The arrow is then broken, with a hollow head and this sign. */
  readonly sign?: Sign | undefined;
  /** Dashes and dots instead of one stroke. */
  readonly retreat?: boolean;
}

/** Draws an arrow along a route. */
export function drawArrow(route: Route, { ink, sign, retreat = false }: ArrowLook): DrawnLayers {
  const tip = route[route.length - 1]!;
  const shaft = trimRoute(route, 0, HEAD.length - 3);
  const neck = shaft[shaft.length - 1]!;
  const failed = sign !== undefined;
  const angle = Math.atan2(tip[1] - neck[1], tip[0] - neck[0]);
  const corner = (side: 1 | -1): Spot => [
    tip[0] - HEAD.length * Math.cos(angle) + side * HEAD.halfWidth * Math.sin(angle),
    tip[1] - HEAD.length * Math.sin(angle) - side * HEAD.halfWidth * Math.cos(angle),
  ];
  const head = `${pathAlong([corner(1), tip, corner(-1)])}Z`;
  const line = pathAlong(shaft);
  const dashes = failed ? '15 10' : retreat ? '20 7 4 7' : undefined;
  return {
    lines: [
      element('path', { d: line + head, stroke: INK.paper, 'stroke-width': 11, 'stroke-opacity': 0.85 }),
      element('path', { d: line, stroke: ink, 'stroke-width': 6.5, 'stroke-dasharray': dashes }),
      element('path', { d: head, fill: failed ? INK.paper : ink, stroke: ink, 'stroke-width': 3 }),
    ].join(''),
    badges: sign === undefined ? '' : drawBadge(spotAlong(shaft, lengthOf(shaft) * 0.55), sign),
  };
}
