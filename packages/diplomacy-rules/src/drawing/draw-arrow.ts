import { INK } from './ink.js';
import type { Spot } from './map-drawing.js';
import type { Route } from './route.js';
import { pathAlong, trimRoute } from './route.js';
import { element } from './svg-element.js';

const HEAD = { length: 27, halfWidth: 13 } as const;

/** Drawing of orders or units in two layers: lines, under the units, and signs, over them. */
export interface DrawnLayers {
  readonly lines: string;
  readonly badges: string;
}

/** Style of an arrow. */
export interface ArrowLook {
  readonly ink: string;
  /** A failed arrow is broken, with a hollow head. */
  readonly failed?: boolean;
  /** Dashes and dots instead of one stroke. */
  readonly retreat?: boolean;
}

/** Returns the shaft of an arrow along a route, and the path of its head. */
export function arrowPaths(route: Route): { readonly shaft: Route; readonly head: string } {
  const tip = route[route.length - 1]!;
  const shaft = trimRoute(route, 0, HEAD.length - 3);
  const neck = shaft[shaft.length - 1]!;
  const angle = Math.atan2(tip[1] - neck[1], tip[0] - neck[0]);
  const corner = (side: 1 | -1): Spot => [
    tip[0] - HEAD.length * Math.cos(angle) + side * HEAD.halfWidth * Math.sin(angle),
    tip[1] - HEAD.length * Math.sin(angle) - side * HEAD.halfWidth * Math.cos(angle),
  ];
  return { shaft, head: `${pathAlong([corner(1), tip, corner(-1)])}Z` };
}

/** Draws an arrow. */
export function drawArrow(
  { line, head }: { readonly line: string; readonly head: string },
  { ink, failed = false, retreat = false }: ArrowLook,
): string {
  const dashes = failed ? '15 10' : retreat ? '20 7 4 7' : undefined;
  return [
    element('path', { d: line + head, stroke: INK.paper, 'stroke-width': 11, 'stroke-opacity': 0.85 }),
    element('path', { d: line, stroke: ink, 'stroke-width': 6.5, 'stroke-dasharray': dashes }),
    element('path', { d: head, fill: failed ? INK.paper : ink, stroke: ink, 'stroke-width': 3 }),
  ].join('');
}
