import type { UnitType } from '../values/unit.js';
import { FONTS, INK, legibleOn } from './ink.js';
import type { PowerStyle, Spot } from './map-drawing.js';
import { element, escapeText } from './svg-element.js';

/** Outlines of units round the origin. Armies are shields, fleets are ships: they differ in outline, not only in colour. */
export const UNIT_SHAPES: Readonly<Record<UnitType, string>> = {
  A: 'M-20-21Q0-25 20-21V-1C20 13 10 20 0 25C-10 20-20 13-20-1Z',
  F: 'M-32-4H32C30 11 24 21 14 22H-14C-24 21-30 11-32-4ZM3-31Q18-19 22-9H3ZM-3-26Q-14-17-18-9H-3Z',
};
const MARK_BASELINE: Readonly<Record<UnitType, number>> = { A: 8, F: 17 };
/** Outline of the star behind a dislodged unit. */
export const STAR_SHAPE = `M${Array.from({ length: 22 }, (_, index) => {
  const [radius, angle] = [index % 2 === 0 ? 42 : 33, (index * Math.PI) / 11];
  return `${Math.round(radius * Math.sin(angle))} ${Math.round(radius * Math.cos(angle))}`;
}).join('L')}Z`;

/** Appearance of a unit. */
export interface UnitLook {
  readonly type: UnitType;
  readonly style: PowerStyle;
  /** Tooltip. */
  readonly title: string;
  /** Not in a place: dislodged, or not built yet. */
  readonly loose?: boolean;
  /** Crossed out: it leaves the board. */
  readonly gone?: boolean;
}

/** Draws a unit at a spot. */
export function drawUnit([x, y]: Spot, { type, style, title, loose = false, gone = false }: UnitLook): string {
  const shape = UNIT_SHAPES[type];
  return element(
    'g',
    { transform: `translate(${x} ${y})` },
    element('title', {}, escapeText(title)),
    element('path', { d: shape, fill: INK.paper, stroke: INK.paper, 'stroke-width': 9, 'stroke-linejoin': 'round' }),
    element('path', {
      d: shape,
      fill: style.color,
      stroke: INK.line,
      'stroke-width': 3,
      'stroke-linejoin': 'round',
      'stroke-dasharray': loose ? '6 4' : undefined,
    }),
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
    gone ? ['9', '4.5'].map((width, index) => crossOut(index === 0 ? INK.paper : INK.alarm, width)).join('') : '',
  );
}

/** Draws the star behind a dislodged unit. */
export const drawStar = ([x, y]: Spot): string =>
  element('path', {
    d: STAR_SHAPE,
    transform: `translate(${x} ${y})`,
    fill: INK.paper,
    stroke: INK.alarm,
    'stroke-width': 4,
  });

const crossOut = (stroke: string, width: string): string =>
  element('path', { d: 'M-24-24 24 24M24-24-24 24', stroke, 'stroke-width': width, 'stroke-linecap': 'round' });
