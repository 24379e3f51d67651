import { NONE } from '../../board/board.js';
import type { Battle, Decision } from './movement-phase.js';
import { MOVE, NO, OPEN, YES } from './movement-phase.js';

/*
 * The equations of DATC chapter 5 over what is known so far. Each gives YES or NO only if that holds however the open decisions fall, so
 * what has been decided never has to be taken back, and the order in which decisions are looked at does not matter.
 */

/** Strength that supports add: with `hopeful` the open ones count too; those of `without` (a power, or `NONE`) do not. */
export function supportFor(battle: Battle, unit: number, hopeful: boolean, without: number = NONE): number {
  const { supports, power, firstSupport, nextSupport } = battle;
  let sum = 0;
  for (let supporter = firstSupport[unit]!; supporter !== NONE; supporter = nextSupport[supporter]!) {
    const decision = supports[supporter];
    if ((decision === YES || (hopeful && decision === OPEN)) && power[supporter] !== without) sum += 1;
  }
  return sum;
}

/** Whether two units move against each other, neither of them by convoy. */
export const isHeadToHead = (battle: Battle, unit: number, opponent: number): boolean =>
  opponent !== NONE &&
  battle.action[opponent] === MOVE &&
  battle.into[opponent] === battle.province[unit] &&
  battle.byConvoy[unit] === 0 &&
  battle.byConvoy[opponent] === 0;

/** Whether a move succeeds: whether its attack is stronger than what holds the destination, and than every other move into it. */
export function decideMove(battle: Battle, unit: number): Decision {
  const { moves, routes, power, action, board, helpedByAll } = battle;
  const route = routes[unit];
  if (route === NO) return NO;
  const goal = battle.into[unit]!;
  const occupant = board.unitAt[goal]!;
  const headToHead = isHeadToHead(battle, unit, occupant);
  const leaves = occupant === NONE ? YES : action[occupant] === MOVE && !headToHead ? (moves[occupant] as Decision) : NO;

  // Attack strength. Against a unit that stays, one's own power has none, and supports of that unit's power do not count.
  let least = 0;
  let most = 0;
  if (leaves === YES) {
    least = 1 + supportFor(battle, unit, false);
    most = 1 + supportFor(battle, unit, true);
  } else {
    const owner = power[occupant]!;
    const isOwn = owner === power[unit];
    const without = helpedByAll[unit] === 1 ? NONE : owner;
    if (!isOwn) least = 1 + supportFor(battle, unit, false, without);
    if (leaves === OPEN) most = 1 + supportFor(battle, unit, true);
    else if (!isOwn) most = 1 + supportFor(battle, unit, true, without);
  }

  let wins = route === YES;
  if (occupant !== NONE && leaves !== YES) {
    // Hold strength, or in a head-to-head battle defend strength. A unit that was to move and fails holds with 1.
    const stands = headToHead || action[occupant] !== MOVE;
    const heldAtLeast = stands ? 1 + supportFor(battle, occupant, false) : leaves === NO ? 1 : 0;
    const heldAtMost = stands ? 1 + supportFor(battle, occupant, true) : 1;
    if (most <= heldAtLeast) return NO;
    if (least <= heldAtMost) wins = false;
  }
  for (let rival = battle.firstAttack[goal]!; rival !== NONE; rival = battle.nextAttack[rival]!) {
    if (rival === unit || routes[rival] === NO) continue;
    // Prevent strength. Whoever loses a head-to-head battle prevents nothing (DATC 5.B.7).
    const beaten = isHeadToHead(battle, rival, occupant) ? (moves[occupant] as Decision) : NO;
    if (beaten === YES) continue;
    if (routes[rival] === YES && beaten === NO && most <= 1 + supportFor(battle, rival, false)) return NO;
    if (wins && least <= 1 + supportFor(battle, rival, true)) wins = false;
  }
  return wins ? YES : OPEN;
}

/**
 * Whether a support counts: whether nobody attacks the supporter, those of its own power aside. An attack from the province the support is
 * directed at cuts it only by dislodging the supporter.
 */
export function decideSupport(battle: Battle, unit: number): Decision {
  let decision: Decision = YES;
  for (let attacker = battle.firstAttack[battle.province[unit]!]!; attacker !== NONE; attacker = battle.nextAttack[attacker]!) {
    if (battle.power[attacker] === battle.power[unit]) continue;
    const isAnswer = battle.province[attacker] === battle.into[unit];
    const cuts = isAnswer ? battle.moves[attacker] : battle.routes[attacker];
    if (cuts === YES) return NO;
    if (cuts === OPEN) decision = OPEN;
  }
  return decision;
}

/** Whether a unit that does not move loses its place. */
export function dislodgement(battle: Battle, unit: number): Decision {
  let decision: Decision = NO;
  for (let attacker = battle.firstAttack[battle.province[unit]!]!; attacker !== NONE; attacker = battle.nextAttack[attacker]!) {
    if (battle.moves[attacker] === YES) return YES;
    if (battle.moves[attacker] === OPEN) decision = OPEN;
  }
  return decision;
}

/** Whether fleets that stand carry an army all the way; any route will do (DATC 4.A.1). */
export function decideRoute(battle: Battle, army: number): Decision {
  if (routeOf(battle, army, OPEN) === NO) return NO;
  return routeOf(battle, army, NO);
}

/**
 * Whether the fleets ordered to carry an army connect its province with its destination: `YES` all of them, `OPEN` those that are not
 * known to be dislodged, `NO` those that are known not to be. The answer is `YES`, or else `NO` (`OPEN` for the last).
 */
export function routeOf(battle: Battle, army: number, dislodgedUpTo: Decision): Decision {
  const { index, province, firstFleet, nextFleet } = battle;
  const unreached: number[] = [];
  for (let fleet = firstFleet[army]!; fleet !== NONE; fleet = nextFleet[fleet]!) {
    if (dislodgedUpTo !== YES) {
      if (battle.silenced[fleet] === 1) continue;
      const lost = dislodgement(battle, fleet);
      if (lost === YES || (lost === OPEN && dislodgedUpTo === NO)) continue;
    }
    unreached.push(province[fleet]!);
  }
  const goal = index.seasAround[battle.into[army]!]!;
  const from = [province[army]!];
  for (let place = from.pop(); place !== undefined; place = from.pop()) {
    const seas = index.seasAround[place]!;
    for (let at = unreached.length - 1; at >= 0; at -= 1) {
      const sea = unreached[at]!;
      if (!seas.includes(sea)) continue;
      if (goal.includes(sea)) return YES;
      unreached.splice(at, 1);
      from.push(sea);
    }
  }
  return dislodgedUpTo === NO ? OPEN : NO;
}
