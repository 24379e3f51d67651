import { type Power, standardDrawing } from '@entente/diplomacy-rules';
import { nameOfPower } from '../games/reported-game.js';
import type { CentersCurve } from '../tables/centers-table.js';
import { element, escapeText } from './markup.js';
import { spreadLabels } from './spread-labels.js';

/** Texts and size of a chart. */
export interface CentersChartOptions {
  readonly title: string;
  /** A line below the title, about the kind of players or the number of games. */
  readonly subtitle?: string | undefined;
  /** In pixels; it can be shown at any size. @default 960 */
  readonly width?: number;
}

const SOLO = 18;
const HEIGHT = 520;
const EDGE = { top: 84, right: 150, bottom: 44, left: 52 } as const;
const PAPER = '#fdfcf8';
const INK = '#2f3437';
const MUTED = '#6d6c66';
const GRID = '#e4e0d4';
const FONT = "'Helvetica Neue',Helvetica,Arial,sans-serif";

/** Curves differ by their dashes too, so that no colour is needed. */
const DASHES: Readonly<Record<Power, string | undefined>> = {
  AUSTRIA: undefined,
  ENGLAND: '12 4',
  FRANCE: undefined,
  GERMANY: undefined,
  ITALY: '9 4 3 4',
  RUSSIA: '16 5',
  TURKEY: '6 4',
};

/**
 * Draws centres by year as SVG: a line for each power in the colours of the board, with its name and number at the end. It needs no other
 * file, and reads in grey and without colour vision. The same input gives the same text.
 */
export function centersChart(curves: readonly CentersCurve[], { title, subtitle, width = 960 }: CentersChartOptions): string {
  const years = curves[0]?.years.map(({ year }) => year) ?? [];
  const most = Math.max(6, ...curves.flatMap((curve) => curve.years.map(({ centers }) => centers ?? 0)));
  // The line of a solo is drawn once a power comes near it.
  const top = most >= 12 ? Math.max(SOLO + 1, most + 1) : Math.ceil(most) + 1;
  const right = width - EDGE.right;
  const x = (at: number): number => EDGE.left + (years.length < 2 ? 0 : (at / (years.length - 1)) * (right - EDGE.left));
  const y = (centers: number): number => HEIGHT - EDGE.bottom - (centers / top) * (HEIGHT - EDGE.bottom - EDGE.top);

  const lines = curves.map(({ power, years: values }) => {
    const points = values.flatMap(({ centers }, at) => (centers === null ? [] : [{ x: x(at), y: y(centers), centers }]));
    return { power, points, end: points.at(-1) };
  });
  const ends = spreadLabels(
    lines.map(({ end }) => end?.y ?? 0),
    { gap: 22, low: EDGE.top, high: HEIGHT - EDGE.bottom },
  );
  const step = top > 20 ? 5 : top > 10 ? 2 : 1;
  const levels = Array.from({ length: Math.floor(top / step) + 1 }, (_, index) => index * step);
  const everyYear = Math.max(1, Math.ceil(years.length / 14));

  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height: HEIGHT,
      viewBox: `0 0 ${width} ${HEIGHT}`,
      role: 'img',
      'font-family': FONT,
      'font-size': 13,
    },
    element('title', {}, escapeText(title)),
    element('rect', { width, height: HEIGHT, fill: PAPER }),
    text(EDGE.left, 34, title, { 'font-size': 20, 'font-weight': 600, fill: INK }),
    subtitle === undefined ? '' : text(EDGE.left, 57, subtitle, { fill: MUTED }),
    ...levels.map(
      (level) =>
        element('line', { x1: EDGE.left, x2: right, y1: y(level), y2: y(level), stroke: level === 0 ? MUTED : GRID }) +
        text(EDGE.left - 10, y(level) + 4.5, String(level), { 'text-anchor': 'end', fill: MUTED }),
    ),
    top > SOLO
      ? element('line', { x1: EDGE.left, x2: right, y1: y(SOLO), y2: y(SOLO), stroke: INK, 'stroke-dasharray': '3 3' }) +
          text(EDGE.left + 6, y(SOLO) - 6, '18: the game is won', { fill: INK, 'font-size': 12 })
      : '',
    ...years.map((year, at) =>
      at % everyYear === 0 || at === years.length - 1
        ? text(x(at), HEIGHT - EDGE.bottom + 22, at === 0 ? 'start' : String(year), { 'text-anchor': 'middle', fill: MUTED })
        : '',
    ),
    ...drawCurves(lines),
    ...lines.map(({ power, end }, index) => (end === undefined ? '' : drawEnd(power, end, ends[index] ?? end.y))),
  );
}

interface Spot {
  readonly x: number;
  readonly y: number;
  readonly centers: number;
}

interface Stretch {
  readonly power: Power;
  readonly from: Spot;
  readonly to: Spot;
}

/**
 * Draws every curve exactly at its numbers. Stretches that several powers share are drawn once, in alternating
 * colours, so that all can be seen.
 */
function drawCurves(lines: readonly { readonly power: Power; readonly points: readonly Spot[] }[]): readonly string[] {
  const shared = new Map<string, Stretch[]>();
  for (const { power, points } of lines) {
    points.slice(1).forEach((to, at) => {
      const from = points[at]!;
      const key = [from.x, from.y, to.x, to.y].map((place) => place.toFixed(PLACES)).join(' ');
      shared.set(key, [...(shared.get(key) ?? []), { power, from, to }]);
    });
  }
  return [...shared.values()].flatMap((stretches) =>
    stretches.map((stretch, turn) => drawStretch(stretch, turn, stretches.length)),
  );
}

/** Number of decimals of a coordinate. */
const PLACES = 2;
/** Length of a colour's turn, in pixels; shorter where a stretch is too short for a turn of each colour. */
const LONGEST_TURN = 14;

/** A dark casing keeps the lighter colours apart from the paper. */
function drawStretch({ power, from, to }: Stretch, turn: number, of: number): string {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const dash = Math.min(LONGEST_TURN, length / of);
  const turns = {
    'stroke-dasharray': `${dash.toFixed(PLACES)} ${(dash * (of - 1)).toFixed(PLACES)}`,
    'stroke-dashoffset': -turn * dash,
  };
  const line = {
    d: `M${from.x.toFixed(PLACES)} ${from.y.toFixed(PLACES)}L${to.x.toFixed(PLACES)} ${to.y.toFixed(PLACES)}`,
    fill: 'none',
    'data-power': power,
    ...(of === 1
      ? { 'stroke-linecap': DASHES[power] === undefined ? 'round' : 'butt', 'stroke-dasharray': DASHES[power] }
      : turns),
  };
  return (
    element('path', { ...line, stroke: INK, 'stroke-width': 4.2, 'stroke-opacity': 0.55 }) +
    element('path', { ...line, stroke: colorOf(power), 'stroke-width': 2.8 })
  );
}

/** Draws a power's mark, name and number; a thin line leads to labels that had to move. */
function drawEnd(power: Power, end: Spot, at: number): string {
  const labelX = end.x + 26;
  const { mark } = standardDrawing.powers[power];
  const color = colorOf(power);
  const number = Number.isInteger(end.centers) ? String(end.centers) : end.centers.toFixed(1);
  return (
    element('path', { d: `M${end.x + 1} ${end.y.toFixed(1)}L${labelX - 10} ${at.toFixed(1)}`, stroke: MUTED, fill: 'none' }) +
    element('circle', { cx: labelX, cy: at, r: 9.5, fill: color, stroke: INK }) +
    text(labelX, at + 4.5, mark, { 'text-anchor': 'middle', fill: inkOn(color), 'font-weight': 700, 'font-size': 12 }) +
    text(labelX + 15, at + 4.5, `${nameOfPower(power)} ${number}`, { fill: INK, 'font-weight': 600 })
  );
}

const colorOf = (power: Power): string => standardDrawing.powers[power].color;

const text = (x: number, y: number, words: string, more: Readonly<Record<string, string | number>>): string =>
  element('text', { x, y, ...more }, escapeText(words));

/** Returns black or white, whichever reads better on a colour. */
function inkOn(color: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue > 140 ? '#1b1b1b' : '#ffffff';
}
