import type { Geography } from './geography.js';
import type { Point } from './projection.js';
import { project } from './projection.js';

/** One stretch of a line, as a cubic curve; the stretch back has the same curve the other way round. */
export interface Stretch {
  readonly from: Point;
  readonly fromControl: Point;
  readonly toControl: Point;
  readonly to: Point;
}

/** All lines on the board, ready to be walked round. */
export interface PlaneGraph {
  /** The closed walks, each with one face on its right hand (clockwise on the screen); the walk round everything is left out. */
  readonly faces: readonly (readonly Stretch[])[];
  /** The lines of each kind, as curves. */
  readonly curves: Readonly<Record<keyof Geography, readonly (readonly Stretch[])[]>>;
}

/** Reach of the controls of a curve, as a share of the stretch's length. */
const REACH = 0.3;
const KINDS = ['coasts', 'landBorders', 'seaBorders', 'rim', 'islands', 'lakes', 'straits'] as const;

/** Projects the lines, rounds them into curves and finds the faces between them. */
export function makePlaneGraph(geography: Geography): PlaneGraph {
  const names = readNames(geography);
  const curves = {} as Record<keyof Geography, Stretch[][]>;
  for (const kind of KINDS) {
    const closed = kind === 'islands' || kind === 'lakes';
    curves[kind] = geography[kind].map((line) => curveThrough(readPoints(line, names), closed));
  }
  const network = [...curves.coasts, ...curves.landBorders, ...curves.seaBorders, ...curves.rim].flat();
  refuseCrossings(network);
  return { faces: walkFaces(network), curves };
}

const isPoint = (word: string) => /^-?[\d.]+,-?[\d.]+$/.test(word);

function readPoint(text: string): Point {
  const [longitude, latitude] = text.split(',').map(Number) as [number, number];
  return project(longitude, latitude);
}

function readNames(geography: Geography): ReadonlyMap<string, Point> {
  const names = new Map<string, Point>();
  for (const line of KINDS.flatMap((kind) => geography[kind])) {
    for (const word of line.trim().split(/\s+/)) {
      const [name, place] = word.split(':') as [string, string?];
      if (place === undefined) continue;
      if (names.has(name)) throw new Error(`The point ${name} is set down twice.`);
      names.set(name, readPoint(place));
    }
  }
  return names;
}

function readPoints(line: string, names: ReadonlyMap<string, Point>): readonly Point[] {
  return line
    .trim()
    .split(/\s+/)
    .map((word) => {
      if (isPoint(word)) return readPoint(word);
      const point = names.get(word.replace(/:.*/, ''));
      if (point === undefined) throw new Error(`The point ${word} is set down nowhere.`);
      return point;
    });
}

/** A curve through all points: it runs through each in the direction from the one before to the one after. */
function curveThrough(points: readonly Point[], closed: boolean): Stretch[] {
  const loop = closed || samePoint(points[0]!, points[points.length - 1]!);
  const ring = loop && samePoint(points[0]!, points[points.length - 1]!) ? points.slice(0, -1) : points;
  const at = (index: number) =>
    (loop ? ring[(index + ring.length) % ring.length] : ring[Math.min(Math.max(index, 0), ring.length - 1)])!;
  const control = (index: number, sign: 1 | -1): Point => {
    const [before, here, after] = [at(index - 1), at(index), at(index + 1)];
    const neighbor = sign === 1 ? after : before;
    const direction = Math.hypot(after[0] - before[0], after[1] - before[1]) || 1;
    const length = (sign * REACH * Math.hypot(neighbor[0] - here[0], neighbor[1] - here[1])) / direction;
    return [Math.round(here[0] + (after[0] - before[0]) * length), Math.round(here[1] + (after[1] - before[1]) * length)];
  };
  return Array.from({ length: loop ? ring.length : ring.length - 1 }, (_, index) => ({
    from: at(index),
    fromControl: control(index, 1),
    toControl: control(index + 1, -1),
    to: at(index + 1),
  }));
}

const samePoint = (a: Point, b: Point) => a[0] === b[0] && a[1] === b[1];

/** Lines may meet in named points only; anything else is a mistake in the data. */
function refuseCrossings(network: readonly Stretch[]): void {
  const side = (a: Point, b: Point, c: Point) => Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
  network.forEach((one, index) => {
    for (const other of network.slice(index + 1)) {
      if ([one.from, one.to].some((end) => samePoint(end, other.from) || samePoint(end, other.to))) continue;
      const apart =
        side(one.from, one.to, other.from) * side(one.from, one.to, other.to) > 0 ||
        side(other.from, other.to, one.from) * side(other.from, other.to, one.to) > 0;
      if (!apart) {
        const show = ({ from, to }: Stretch) => `${from.join(',')} to ${to.join(',')}`;
        throw new Error(`Two lines cross: ${show(one)} and ${show(other)}.`);
      }
    }
  });
}

/** At every point takes the next way out to the right of the one back, until it comes round. */
function walkFaces(network: readonly Stretch[]): Stretch[][] {
  const back = ({ from, fromControl, toControl, to }: Stretch): Stretch => ({
    from: to,
    fromControl: toControl,
    toControl: fromControl,
    to: from,
  });
  const waysOut = new Map<string, { angle: number; out: Stretch; into: Stretch }[]>();
  for (const stretch of network) {
    const reverse = back(stretch);
    for (const [out, into] of [
      [stretch, reverse],
      [reverse, stretch],
    ] as const) {
      const angle = Math.atan2(out.to[1] - out.from[1], out.to[0] - out.from[0]);
      const key = out.from.join();
      waysOut.set(key, [...(waysOut.get(key) ?? []), { angle, out, into }]);
    }
  }
  const following = new Map<Stretch, Stretch>();
  for (const ways of waysOut.values()) {
    ways.sort((a, b) => a.angle - b.angle);
    ways.forEach(({ into }, index) => {
      const next = ways[(index + ways.length - 1) % ways.length] as { out: Stretch };
      following.set(into, next.out);
    });
  }
  const faces: Stretch[][] = [];
  const walked = new Set<Stretch>();
  for (const start of following.keys()) {
    if (walked.has(start)) continue;
    const face: Stretch[] = [];
    for (let stretch = start; !walked.has(stretch); stretch = following.get(stretch)!) {
      walked.add(stretch);
      face.push(stretch);
    }
    if (areaOf(face) > 0) faces.push(face);
  }
  return faces;
}

function areaOf(face: readonly Stretch[]): number {
  return face.reduce((sum, { from, to }) => sum + from[0] * to[1] - to[0] * from[1], 0) / 2;
}
