import { describe, expect, it } from 'vitest';
import { POWERS } from '../values/power.js';
import { INK, legibleOn, mix } from './ink.js';
import { standardDrawing } from './standard-drawing.js';

type Triple = readonly [number, number, number];

/** Matrices of red, green and blue for most people and for those who lack one of the three kinds of cones (Machado 2009). */
const EYES: Readonly<Record<string, readonly [Triple, Triple, Triple]>> = {
  trichromat: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanope: [
    [0.152, 1.053, -0.205],
    [0.115, 0.786, 0.099],
    [-0.004, -0.048, 1.052],
  ],
  deuteranope: [
    [0.367, 0.861, -0.228],
    [0.28, 0.673, 0.047],
    [-0.012, 0.043, 0.969],
  ],
  tritanope: [
    [1.256, -0.077, -0.179],
    [-0.078, 0.931, 0.148],
    [0.005, 0.691, 0.304],
  ],
};

const lightOf = (color: string): Triple => {
  const channel = (at: number) => {
    const value = parseInt(color.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
};

const dot = (one: Triple, other: Triple) => one[0] * other[0] + one[1] * other[1] + one[2] * other[2];

/** CIE L*a*b* of a colour as an eye sees it. */
function labOf(color: string, eye: string): Triple {
  const rows = EYES[eye]!;
  const light = rows.map((row) => Math.min(1, Math.max(0, dot(row, lightOf(color))))) as unknown as Triple;
  const root = (value: number) => (value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116);
  const x = root(dot([0.4124, 0.3576, 0.1805], light) / 0.9505);
  const y = root(dot([0.2126, 0.7152, 0.0722], light));
  const z = root(dot([0.0193, 0.1192, 0.9505], light) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const difference = (one: string, other: string, eye: string) => {
  const [a, b] = [labOf(one, eye), labOf(other, eye)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
};

/** The ratio of WCAG 2. */
function contrast(one: string, other: string): number {
  const [a, b] = [one, other].map((color) => dot([0.2126, 0.7152, 0.0722], lightOf(color)) + 0.05) as [number, number];
  return Math.max(a, b) / Math.min(a, b);
}

describe('the colours of the powers', () => {
  const pairs = POWERS.flatMap((power, index) => POWERS.slice(index + 1).map((other) => [power, other] as const));

  it.each(Object.keys(EYES))('are far from each other to a %s', (eye) => {
    for (const [one, other] of pairs) {
      const [first, second] = [standardDrawing.powers[one].color, standardDrawing.powers[other].color];
      expect(difference(first, second, eye), `${one} ${other}`).toBeGreaterThan(20);
      const [ground, beside] = [mix(INK.land, first, 0.58), mix(INK.land, second, 0.58)];
      expect(difference(ground, beside, eye), `land of ${one} and ${other}`).toBeGreaterThan(12);
      expect(difference(ground, INK.sea, eye), `land of ${one} and sea`).toBeGreaterThan(12);
    }
  });

  it('let their letters and the names of their provinces be read', () => {
    for (const power of POWERS) {
      const { color } = standardDrawing.powers[power];
      expect(contrast(legibleOn(color), color), power).toBeGreaterThan(4);
      expect(contrast(INK.landName, mix(INK.land, color, 0.58)), power).toBeGreaterThan(3);
    }
    expect(contrast(INK.seaName, INK.sea)).toBeGreaterThan(3.5);
  });

  it('come with letters of their own', () => {
    expect(new Set(POWERS.map((power) => standardDrawing.powers[power].mark)).size).toBe(POWERS.length);
  });
});
