import type { Spot } from './map-drawing.js';
import { formatNumber } from './svg-element.js';

/** A line on the board, as points close enough together to look like a curve. */
export type Route = readonly Spot[];

const STEPS = 14;

/** Returns a line from one spot to another, bent a little to its right so that the way back is a separate line. */
export function bentRoute(from: Spot, to: Spot, bend = 0.065): Route {
  const across: Spot = [(from[1] - to[1]) * bend * 2, (to[0] - from[0]) * bend * 2];
  const control: Spot = [(from[0] + to[0]) / 2 + across[0], (from[1] + to[1]) / 2 + across[1]];
  return Array.from({ length: STEPS + 1 }, (_, step) => {
    const t = step / STEPS;
    return between(between(from, control, t), between(control, to, t), t);
  });
}

/** Returns a smooth line through several spots. */
export function routeThrough(spots: readonly Spot[]): Route {
  if (spots.length <= 2) return bentRoute(spots[0]!, spots[spots.length - 1]!);
  const at = (index: number) => spots[Math.min(Math.max(index, 0), spots.length - 1)]!;
  const route: Spot[] = [at(0)];
  for (let index = 0; index + 1 < spots.length; index++) {
    const [before, from, to, after] = [at(index - 1), at(index), at(index + 1), at(index + 2)];
    const first: Spot = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6];
    const second: Spot = [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6];
    for (let step = 1; step <= STEPS; step++) {
      const t = step / STEPS;
      const middle = between(first, second, t);
      route.push(between(between(between(from, first, t), middle, t), between(middle, between(second, to, t), t), t));
    }
  }
  return route;
}

/** Returns the length of a line. */
export const lengthOf = (route: Route): number =>
  route.reduce((sum, spot, index) => (index === 0 ? 0 : sum + distance(route[index - 1]!, spot)), 0);

/** Returns the spot at a distance along a line. */
export function spotAlong(route: Route, way: number): Spot {
  let left = way;
  for (let index = 1; index < route.length; index++) {
    const [from, to] = [route[index - 1]!, route[index]!];
    const step = distance(from, to);
    if (left <= step) return step === 0 ? from : between(from, to, Math.max(left, 0) / step);
    left -= step;
  }
  return route[route.length - 1]!;
}

/** Cuts the ends off a line, but always leaves a part of it. */
export function trimRoute(route: Route, atStart: number, atEnd: number): Route {
  const length = lengthOf(route);
  const shrink = Math.min(1, (length * 0.8) / (atStart + atEnd || 1));
  const [first, last] = [atStart * shrink, length - atEnd * shrink];
  let way = 0;
  const inner = route.filter((spot, index) => {
    if (index > 0) way += distance(route[index - 1]!, spot);
    return way > first + 0.5 && way < last - 0.5;
  });
  return [spotAlong(route, first), ...inner, spotAlong(route, last)];
}

/** Returns the `d` of a path along a line. */
export const pathAlong = (route: Route): string => `M${route.map(([x, y]) => `${formatNumber(x)} ${formatNumber(y)}`).join('L')}`;

/** Returns the distance between two spots. */
export const distance = (from: Spot, to: Spot): number => Math.hypot(to[0] - from[0], to[1] - from[1]);

const between = (from: Spot, to: Spot, share: number): Spot => [
  from[0] + (to[0] - from[0]) * share,
  from[1] + (to[1] - from[1]) * share,
];
