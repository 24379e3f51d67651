import { INK } from './ink.js';
import type { Spot } from './map-drawing.js';
import { element } from './svg-element.js';

/** Draws a dotted line to the supported unit or move, with a dot at its end. The dot is hollow if the support does not count. */
export function drawSupport(
  { line, dot = [0, 0] }: { readonly line: string; readonly dot?: Spot | undefined },
  ink: string,
  counts: boolean,
): string {
  const [cx, cy] = dot;
  return [
    element('path', { d: line, stroke: INK.paper, 'stroke-width': 9, 'stroke-opacity': 0.75 }),
    element('path', { d: line, stroke: ink, 'stroke-width': 5.5, 'stroke-dasharray': '0.1 10.5' }),
    element('circle', { cx, cy, r: 8.5, fill: counts ? ink : INK.paper, stroke: counts ? INK.paper : ink, 'stroke-width': 3 }),
  ].join('');
}
