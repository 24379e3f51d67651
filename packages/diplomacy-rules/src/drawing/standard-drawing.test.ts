import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatStandardDrawing } from '../../drawing-generator/format-standard-drawing.js';
import { standardMap } from '../map/standard-map.js';
import type { Province } from '../values/unit.js';
import { provinceOf } from '../values/unit.js';
import type { Spot } from './map-drawing.js';
import { standardDrawing } from './standard-drawing.js';

interface Outline {
  /** Ends of its stretches, in order. */
  readonly corners: readonly string[];
  /** Its stretches, each named by its ends and controls, with the same name from both sides. */
  readonly stretches: ReadonlySet<string>;
  /** Points along it, close to each other. */
  readonly points: readonly Spot[];
}

function readOutline(path: string): Outline {
  const [, x = '', y = '', rest = ''] = /^M(-?\d+) (-?\d+)c(.*)z$/.exec(path) ?? [];
  const numbers = (rest.match(/-?\d+/g) ?? []).map(Number);
  let at: Spot = [Number(x), Number(y)];
  const corners: string[] = [];
  const stretches = new Set<string>();
  const points: Spot[] = [];
  for (let index = 0; index < numbers.length; index += 6) {
    const from = at;
    const [first, second, to] = [0, 2, 4].map((offset): Spot => [
      from[0] + numbers[index + offset]!,
      from[1] + numbers[index + offset + 1]!,
    ]) as [Spot, Spot, Spot];
    const there = [from, first, second, to].join(' ');
    const back = [to, second, first, from].join(' ');
    stretches.add(there < back ? there : back);
    corners.push(from.join());
    for (let t = 0; t < 1; t += 1 / 8) {
      const weights = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3] as const;
      const along = (axis: 0 | 1) =>
        weights[0] * from[axis] + weights[1] * first[axis] + weights[2] * second[axis] + weights[3] * to[axis];
      points.push([along(0), along(1)]);
    }
    at = to;
  }
  return { corners, stretches, points };
}

const outlines = new Map(
  standardMap.provinces.map(({ id }) => [id, readOutline(standardDrawing.provinces[id]?.outline ?? '')] as const),
);
const outlineOf = (id: Province) => outlines.get(id)!;
const terrainOf = (id: Province) => standardMap.provinces.find((province) => province.id === id)?.terrain;
const pairs = standardMap.provinces.flatMap(({ id }, index) =>
  standardMap.provinces.slice(index + 1).map((other) => [id, other.id] as const),
);

const sharedStretches = (one: Province, other: Province) =>
  [...outlineOf(one).stretches].filter((stretch) => outlineOf(other).stretches.has(stretch));

/** Whether the border of two lands reaches a sea: one of its ends lies on the outline of a sea. */
function meetAtSea(one: Province, other: Province): boolean {
  const shared = sharedStretches(one, other).flatMap((stretch) => stretch.split(' '));
  const seas = standardMap.provinces.filter(({ terrain }) => terrain === 'sea');
  return seas.some(({ id }) => outlineOf(id).corners.some((corner) => shared.includes(corner)));
}

function contains(outline: Outline, [x, y]: Spot): boolean {
  let inside = false;
  outline.points.forEach(([x1, y1], index) => {
    const [x2, y2] = outline.points[(index + 1) % outline.points.length]!;
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  });
  return inside;
}

describe('the drawing of the standard map', () => {
  it('is what the generator makes of the geography', () => {
    expect(readFileSync(new URL('./standard-drawing.ts', import.meta.url), 'utf8')).toBe(formatStandardDrawing());
  });

  it('has a shape for every province and a place for a unit in every province and on every coast', () => {
    const provinces = standardMap.provinces.map(({ id }) => id);
    const coasts = standardMap.provinces.flatMap(({ id, coasts: own = [] }) => own.map((coast) => `${id}/${coast.id}`));
    expect(Object.keys(standardDrawing.provinces).sort()).toEqual([...provinces].sort());
    expect(Object.keys(standardDrawing.units).sort()).toEqual([...provinces, ...coasts].sort());
    for (const id of provinces) expect(outlineOf(id).corners.length, id).toBeGreaterThan(3);
  });

  it('lets two lands touch where armies walk, and nowhere else', () => {
    const lands = pairs.filter((pair) => pair.every((id) => terrainOf(id) !== 'sea'));
    const drawn = lands.filter(([one, other]) => sharedStretches(one, other).length > 0);
    const walked = lands.filter(([one, other]) => standardMap.armyBorders[one]?.includes(other));
    expect(drawn).toEqual(walked);
  });

  it('lets seas and shores touch where fleets sail, and nowhere else', () => {
    const sails = ([one, other]: readonly [Province, Province]) =>
      Object.entries(standardMap.fleetBorders).some(
        ([location, tos]) => provinceOf(location) === one && tos.some((to) => provinceOf(to) === other),
      );
    const atSea = pairs.filter((pair) => pair.some((id) => terrainOf(id) === 'sea'));
    expect(atSea.filter(([one, other]) => sharedStretches(one, other).length > 0)).toEqual(atSea.filter(sails));
    const shores = pairs.filter((pair) => pair.every((id) => terrainOf(id) === 'coast'));
    const along = shores.filter(([one, other]) => sharedStretches(one, other).length > 0 && meetAtSea(one, other));
    expect(along).toEqual(shores.filter(sails));
  });

  it.each(Object.entries(standardDrawing.units))('has the place %s within its province', (location, spot) => {
    const holders = [...outlines].filter(([, outline]) => contains(outline, spot)).map(([id]) => id);
    expect(holders).toEqual([provinceOf(location)]);
  });

  it('has all places in the picture and far enough from each other for two units', () => {
    const spots = Object.entries(standardDrawing.units);
    for (const [location, [x, y]] of spots) {
      expect(Math.min(x, standardDrawing.width - x, y, standardDrawing.height - y), location).toBeGreaterThan(40);
      for (const [other, spot] of spots) {
        if (other !== location) expect(Math.hypot(x - spot[0], y - spot[1]), `${location} ${other}`).toBeGreaterThan(66);
      }
    }
  });

  it('lets provinces take their tint from supply centres only', () => {
    for (const [id, { follows }] of Object.entries(standardDrawing.provinces)) {
      if (follows !== undefined) expect(standardMap.provinces.find((one) => one.id === follows)?.center, id).toBe(true);
    }
  });
});
