import type { UnitType } from '../values/unit.js';
import { FONTS, INK, legibleOn } from './ink.js';
import type { PowerStyle, Spot } from './map-drawing.js';
import { element, escapeText } from './svg-element.js';

/** Armies are shields, fleets are ships: they differ in outline, whatever the colour. */
const SHAPES: Readonly<Record<UnitType, string>> = {
  A: 'M-20-21Q0-25 20-21V-1C20 13 10 20 0 25C-10 20-20 13-20-1Z',
  F: 'M-15-25Q0-21 15-25Q21-10 17 3L31 5C28 16 22 22 13 22H-13C-22 22-28 16-31 5L-17 3Q-21-10-15-25Z',
};
const MARK_BASELINE: Readonly<Record<UnitType, number>> = { A: 8, F: 0 };
const STAR = Array.from({ length: 28 }, (_, index) => {
  const [radius, angle] = [index % 2 === 0 ? 46 : 33, (index * Math.PI) / 14];
  return `${Math.round(radius * Math.sin(angle))} ${Math.round(radius * Math.cos(angle))}`;
}).join('L');

/** How a unit appears. */
export interface UnitLook {
  readonly type: UnitType;
  readonly style: PowerStyle;
  /** What a pointer that rests on it reads. */
  readonly title: string;
  /** Without a place: it was dislodged, or is not built yet. */
  readonly loose?: boolean;
  /** With a star behind it: it is being dislodged. */
  readonly struck?: boolean;
  /** Crossed out: it leaves the board. */
  readonly gone?: boolean;
}

/** A unit at a spot. */
export function drawUnit([x, y]: Spot, { type, style, title, loose = false, struck = false, gone = false }: UnitLook): string {
  const shape = SHAPES[type];
  return element(
    'g',
    { transform: `translate(${x} ${y})` },
    element('title', {}, escapeText(title)),
    struck ? element('path', { d: `M${STAR}Z`, fill: INK.paper, stroke: INK.alarm, 'stroke-width': 4 }) : '',
    element('path', { d: shape, fill: INK.paper, stroke: INK.paper, 'stroke-width': 9, 'stroke-linejoin': 'round' }),
    element('path', {
      d: shape,
      fill: style.color,
      stroke: INK.line,
      'stroke-width': 3,
      'stroke-linejoin': 'round',
      'stroke-dasharray': loose ? '6 4' : undefined,
    }),
    type === 'F' ? element('path', { d: 'M-17 3Q0-1 17 3', fill: 'none', stroke: INK.line, 'stroke-width': 2 }) : '',
    element(
      'text',
      {
        y: MARK_BASELINE[type],
        'font-family': FONTS.sans,
        'font-size': style.mark.length > 1 ? 18 : 23,
        'font-weight': 700,
        'text-anchor': 'middle',
        fill: legibleOn(style.color),
      },
      escapeText(style.mark),
    ),
    gone
      ? ['9', '4.5'].map((width, index) => crossOut(index === 0 ? INK.paper : INK.alarm, width)).join('')
      : '',
  );
}

const crossOut = (stroke: string, width: string): string =>
  element('path', { d: 'M-24-24 24 24M24-24-24 24', stroke, 'stroke-width': width, 'stroke-linecap': 'round' });
