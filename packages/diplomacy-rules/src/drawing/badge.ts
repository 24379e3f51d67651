import { INK } from './ink.js';
import type { Spot } from './map-drawing.js';
import { element } from './svg-element.js';

/** Paths of the small signs on lines and beside units, round the origin. Each can be told by its form alone. */
export const SIGN_SHAPES = {
  bounce: 'M-6-6 6 6M6-6-6 6',
  cut: 'M-6 7 1-7M0 7 7-7',
  void: 'M-7 0H7',
  'no convoy': 'M-8 1Q-4-6 0 0T8-1M-5 8 5-8',
  disrupted: 'M-8 1Q-4-6 0 0T8-1M-5 8 5-8',
  build: 'M-7 0H7M0-7V7',
} as const;

/** Meaning of a sign. */
export type Sign = keyof typeof SIGN_SHAPES;

/** Draws a sign at a spot. */
export const drawBadge = ([x, y]: Spot, sign: Sign): string =>
  element(
    'g',
    { transform: `translate(${Math.round(x)} ${Math.round(y)})`, stroke: sign === 'build' ? INK.line : INK.alarm },
    element('circle', { r: 13, fill: INK.paper, 'stroke-width': 2.5 }),
    element('path', { d: SIGN_SHAPES[sign], fill: 'none', 'stroke-width': 3.5, 'stroke-linecap': 'round' }),
  );
