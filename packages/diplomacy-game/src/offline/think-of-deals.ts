import type { Power, Province } from '@entente/diplomacy-rules';
import { provinceOfUnit, standardMap, type Unit } from '@entente/diplomacy-rules';
import { type Deal, shareOf } from './deal.js';
import type { Board } from './read-board.js';
import { goalOf, type OrderText, readOrderText } from './read-order-text.js';
import type { Reading } from './read-prompt.js';
import type { Stance } from './stance.js';
import { isBeside, nearestNeutral, neighborsOfPower, reachOfPower } from './surroundings.js';

/** A deal worth proposing, and its value. */
export interface Idea {
  readonly other: Power;
  readonly deal: Deal;
  readonly weight: number;
}

/** Distance in moves from which a power is too far away for deals. */
const FAR = 4;

/**
 * Lists deals that a power could propose to its neighbours, in view of its own intended orders.
 * @param sketch its orders if it talked to nobody
 */
export function thinkOfDeals(reading: Reading, stance: Stance, sketch: readonly string[]): readonly Idea[] {
  const { board, self } = reading;
  if (board === null) return [];
  const orders = sketch.map(readOrderText);
  const offers = reading.legalOrders.flatMap((text) => (/ S .* - /.test(text) ? [readOrderText(text)] : []));
  return stance.neighbors.flatMap(({ power: other, moves }) => {
    if (moves > FAR) return [];
    const regard = stance.regard(other);
    const nearness = moves <= 1 ? 1.3 : moves <= 2 ? 1 : 0.6;
    // A disloyal power soothes its target.
    const warmth = regard >= 0 ? 1 + 0.4 * regard : (1 - stance.temper.loyalty) * 0.7;
    const idea = (deal: Deal, weight: number): Idea => ({ other, deal, weight: weight * nearness * warmth });
    const { target } = stance;
    return [
      idea({ kind: 'peace' }, regard >= 2 ? 0.3 : 1.2),
      ...(target !== null && target !== other
        ? [idea({ kind: 'alliance', against: target }, canReach(board, [self, other], target) ? 1.1 : 0.1)]
        : []),
      ...buffersBetween(board, self, other).map((province) => idea({ kind: 'demilitarized', province }, 0.6)),
      ...(regard < 0
        ? []
        : [
            ...supportsToAsk({ board, self, other, stance }, orders).map((order) =>
              idea({ kind: 'order', by: other, order }, 1.8),
            ),
            ...supportsToOffer({ board, self, other, stance }, orders, offers).map((order) =>
              idea({ kind: 'order', by: self, order }, 0.9 + 0.4 * regard),
            ),
            ...shares(board, self, other).map((deal) => idea(deal, 1.1)),
          ]),
    ];
  });
}

/** Whether an alliance against a power is more than words: all of its members are near. */
const canReach = (board: Board, powers: readonly Power[], target: Power): boolean =>
  powers.every((power) => neighborsOfPower(board, power).some((each) => each.power === target && each.moves <= 3));

const CENTERS = new Set(standardMap.provinces.filter(({ center }) => center === true).map(({ id }) => id));

/** Empty provinces without a centre next to units of both. */
function buffersBetween(board: Board, self: Power, other: Power): readonly Province[] {
  const theirs = reachOfPower(board, other);
  return [...reachOfPower(board, self)]
    .filter((province) => theirs.has(province) && !CENTERS.has(province) && !board.occupants.has(province))
    .slice(0, 3);
}

interface Pair {
  readonly board: Board;
  readonly self: Power;
  readonly other: Power;
  readonly stance: Stance;
}

/** Supports of the other power for our intended moves into places that are held, or can be contested, by a third. */
function supportsToAsk({ board, self, other, stance }: Pair, orders: readonly OrderText[]): readonly string[] {
  return orders.flatMap((order) => {
    const goal = goalOf(order);
    if (order.kind !== 'move' || order.viaConvoy || goal === undefined || order.to !== goal) return [];
    const victim = board.occupants.get(goal)?.power ?? board.owners.get(goal);
    if (victim === other || victim === self || (victim !== undefined && stance.regard(victim) >= 1)) return [];
    if (victim === undefined && !CENTERS.has(goal)) return [];
    return board.units[other].filter((unit) => isBeside(unit, goal)).map((unit) => `${unit} S ${order.unit} - ${goal}`);
  });
}

/** Our supports for attacks of the other power on a third that we do not care for, by units with nothing better to do. */
function supportsToOffer(
  { board, self, other, stance }: Pair,
  orders: readonly OrderText[],
  offers: readonly OrderText[],
): readonly string[] {
  const idle = new Set(orders.filter(({ kind }) => kind === 'hold' || kind === 'support-hold').map(({ unit }) => unit));
  const isWorthIt = (order: OrderText): boolean => {
    const goal = goalOf(order);
    const target = order.target as Unit;
    if (goal === undefined || order.to !== goal || !isBeside(target, goal)) return false;
    if (board.occupants.get(provinceOfUnit(target))?.power !== other) return false;
    const victim = board.occupants.get(goal)?.power ?? board.owners.get(goal);
    if (victim === undefined || victim === self || victim === other || stance.regard(victim) >= 1) return false;
    return idle.has(order.unit) || victim === stance.target;
  };
  return offers.filter(isWorthIt).map(({ text }) => text);
}

/** Shares of two neutral centres that both powers can reach. */
function shares(board: Board, self: Power, other: Power): readonly Deal[] {
  const near = (power: Power) =>
    nearestNeutral(board, power)
      .filter(({ moves }) => moves <= 2)
      .slice(0, 4)
      .map(({ center }) => center);
  const own = near(self);
  const theirs = near(other);
  const mine = own.find((center) => theirs.includes(center)) ?? own[0];
  const yours = theirs.find((center) => center !== mine && own.includes(center)) ?? theirs.find((center) => center !== mine);
  if (mine === undefined || yours === undefined || (!theirs.includes(mine) && !own.includes(yours))) return [];
  return [shareOf({ power: self, province: mine }, { power: other, province: yours })];
}
