import { type Power, POWERS, type Province, standardMap, type Unit } from '@entente/diplomacy-rules';
import { geographyOf, journeysOf } from '../context/geography.js';
import { type Board, onceABoard } from './read-board.js';

const geography = geographyOf(standardMap);

/** Number of moves that a unit needs to a province, as if the board were empty; `Infinity` if it cannot get there. */
export const movesTo = (unit: Unit, province: Province): number => journeysOf(geography, unit).get(province)?.moves ?? Infinity;

/** Whether a unit can go to a province in one move, and so support a move there. */
export const isBeside = (unit: Unit, province: Province): boolean => movesTo(unit, province) === 1;

/** Provinces that a unit can go to in one move. */
export function besides(unit: Unit): readonly Province[] {
  const near: Province[] = [];
  for (const [province, { moves }] of journeysOf(geography, unit)) {
    if (moves > 1) break;
    if (moves === 1) near.push(province);
  }
  return near;
}

/** Other living powers, the nearest first, by the distance of their units from each other's centres and units. */
export const neighborsOfPower = onceABoard((board, self) =>
  POWERS.filter((power) => power !== self && isAlive(board, power))
    .map((power) => ({ power, moves: Math.min(distance(board, self, power), distance(board, power, self)) }))
    .sort((a, b) => a.moves - b.moves),
);

/** Provinces that any unit of a power can go to in one move. */
export const reachOfPower = onceABoard((board, power): ReadonlySet<Province> => new Set(board.units[power].flatMap(besides)));

export const isAlive = ({ units, centers }: Board, power: Power): boolean => units[power].length + centers[power].length > 0;

function distance({ units, centers }: Board, from: Power, to: Power): number {
  const goals = [...centers[to], ...units[to].map((unit) => unit.slice(2, 5))];
  let least = Infinity;
  for (const unit of units[from]) for (const goal of goals) least = Math.min(least, movesTo(unit, goal));
  return least;
}

/** Power with most centres, and their number. */
export function leaderOf({ centers }: Board): { readonly power: Power; readonly count: number } {
  return POWERS.map((power) => ({ power, count: centers[power].length })).reduce((most, each) =>
    each.count > most.count ? each : most,
  );
}

/** Neutral centres within reach of a power, the nearest first. */
export const nearestNeutral = onceABoard((board, self): readonly { readonly center: Province; readonly moves: number }[] =>
  board.neutral
    .map((center) => ({ center, moves: Math.min(...board.units[self].map((unit) => movesTo(unit, center))) }))
    .filter(({ moves }) => moves < Infinity)
    .sort((a, b) => a.moves - b.moves),
);
