/** A point of the board, in units of its own: x to the right, y down. */
export type Point = readonly [x: number, y: number];

/** The size of the board in its own units. */
export const BOARD = { width: 2400, height: 2190 } as const;

const RADIANS = Math.PI / 180;
const SOUTHERN_PARALLEL = 40;
const NORTHERN_PARALLEL = 62;
const MERIDIAN = 13;

const half = (latitude: number) => Math.tan(Math.PI / 4 + (latitude * RADIANS) / 2);
const CONE =
  Math.log(Math.cos(SOUTHERN_PARALLEL * RADIANS) / Math.cos(NORTHERN_PARALLEL * RADIANS)) /
  Math.log(half(NORTHERN_PARALLEL) / half(SOUTHERN_PARALLEL));
const FACTOR = (Math.cos(SOUTHERN_PARALLEL * RADIANS) * half(SOUTHERN_PARALLEL) ** CONE) / CONE;

function cone(longitude: number, latitude: number): Point {
  const radius = FACTOR / half(latitude) ** CONE;
  const angle = CONE * (longitude - MERIDIAN) * RADIANS;
  return [radius * Math.sin(angle), -FACTOR / half(50) ** CONE + radius * Math.cos(angle)];
}

/** The place that is magnified most: small provinces are near it, wide seas and plains far from it. */
const FOCUS = cone(11.5, 47.5);
const MAGNIFICATION = 0.75;
const REACH = 0.44;
const SCALE = 2960;
const ORIGIN: Point = [1095, 1312];

/** Smaller lenses, for crowded places; beyond `reach` of its middle a lens changes nothing. */
const LENSES: readonly { readonly middle: Point; readonly reach: number; readonly magnification: number }[] = [
  { middle: cone(-3.2, 54.9), reach: 0.14, magnification: 0.42 },
  { middle: cone(12.5, 42.6), reach: 0.1, magnification: 0.34 },
  { middle: cone(10.7, 57), reach: 0.075, magnification: 0.4 },
];

/** Projects a place on earth to the board: Lambert's conformal conic projection, with a lens that magnifies the middle of Europe. */
export function project(longitude: number, latitude: number): Point {
  let [x, y] = cone(longitude, latitude);
  for (const { middle, reach, magnification } of LENSES) {
    const distance = Math.hypot(x - middle[0], y - middle[1]) / reach;
    if (distance >= 1) continue;
    const factor = 1 + magnification * (1 - distance ** 2) ** 2;
    x = middle[0] + (x - middle[0]) * factor;
    y = middle[1] + (y - middle[1]) * factor;
  }
  const dx = x - FOCUS[0];
  const dy = y - FOCUS[1];
  const factor = (SCALE * (1 + MAGNIFICATION)) / (1 + (MAGNIFICATION * Math.hypot(dx, dy)) / REACH);
  return [Math.round(ORIGIN[0] + dx * factor), Math.round(ORIGIN[1] + dy * factor)];
}
