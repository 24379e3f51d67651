import { NONE } from '../../board/none.js';
import type { Decision, MovementPhase } from './movement-phase.js';
import { NO, UNRESOLVED, YES } from './movement-phase.js';
import {
  attackStrength,
  defendStrength,
  holdStrength,
  isHeadToHead,
  MAXIMUM,
  MINIMUM,
  occupantLeaves,
  preventStrength,
} from './strengths.js';

/*
 * The decisions of DATC 5.B as functions of what is known so far. Each returns YES or NO only if that answer holds whichever way the
 * unresolved decisions turn out. Hence no answer is ever taken back, and the order of evaluation does not matter.
 */

/**
 * Move decision: a move succeeds if it has a path and its attack strength exceeds the strength of the unit in its destination (defend
 * strength in a head-to-head battle, otherwise hold strength) and the prevent strength of every other move there.
 */
export function decideMove(phase: MovementPhase, unit: number): Decision {
  const path = phase.paths[unit];
  if (path === NO) return NO;
  const destination = phase.destination[unit]!;
  const occupant = phase.board.unitAt[destination]!;
  const leaves = occupantLeaves(phase, unit, occupant);
  const minimumAttack = attackStrength(phase, unit, leaves, MINIMUM);
  const maximumAttack = attackStrength(phase, unit, leaves, MAXIMUM);

  let succeeds = path === YES;
  if (leaves !== YES) {
    const headToHead = isHeadToHead(phase, unit, occupant);
    const minimumDefence = headToHead ? defendStrength(phase, occupant, MINIMUM) : holdStrength(phase, destination, MINIMUM);
    const maximumDefence = headToHead ? defendStrength(phase, occupant, MAXIMUM) : holdStrength(phase, destination, MAXIMUM);
    if (maximumAttack <= minimumDefence) return NO;
    if (minimumAttack <= maximumDefence) succeeds = false;
  }
  for (let rival = phase.firstAttack[destination]!; rival !== NONE; rival = phase.nextAttack[rival]!) {
    if (rival === unit) continue;
    if (maximumAttack <= preventStrength(phase, rival, MINIMUM)) return NO;
    if (succeeds && minimumAttack <= preventStrength(phase, rival, MAXIMUM)) succeeds = false;
  }
  return succeeds ? YES : UNRESOLVED;
}

/**
 * Support decision: a support is cut by any attack on the supporter from another power that has a path, even if the move fails. The one
 * exception is an attack from the province in which the support helps, which cuts it only by dislodging the supporter.
 */
export function decideSupport(phase: MovementPhase, unit: number): Decision {
  let decision: Decision = YES;
  const { firstAttack, nextAttack, power, province } = phase;
  for (let attacker = firstAttack[province[unit]!]!; attacker !== NONE; attacker = nextAttack[attacker]!) {
    if (power[attacker] === power[unit]) continue;
    const mustDislodge = province[attacker] === phase.destination[unit];
    const cuts = mustDislodge ? phase.moves[attacker] : phase.paths[attacker];
    if (cuts === YES) return NO;
    if (cuts === UNRESOLVED) decision = UNRESOLVED;
  }
  return decision;
}

/** Dislodge decision of a unit that does not move: it is dislodged if a move to its province succeeds. */
export function decideDislodgement(phase: MovementPhase, unit: number): Decision {
  let decision: Decision = NO;
  const { firstAttack, nextAttack, province } = phase;
  for (let attacker = firstAttack[province[unit]!]!; attacker !== NONE; attacker = nextAttack[attacker]!) {
    if (phase.moves[attacker] === YES) return YES;
    if (phase.moves[attacker] === UNRESOLVED) decision = UNRESOLVED;
  }
  return decision;
}

/** Path decision of a convoyed army: it has a path if undislodged fleets convoy it all the way. Any path will do (DATC 4.A.1). */
export function decidePath(phase: MovementPhase, army: number): Decision {
  if (!hasConvoyPath(phase, army, 'possible')) return NO;
  return hasConvoyPath(phase, army, 'certain') ? YES : UNRESOLVED;
}

/**
 * Whether fleets ordered to convoy an army connect its province with its destination. `ordered` counts all of them, `possible` those that
 * may still convoy, `certain` those that are known to: neither dislodged nor disrupted.
 */
export function hasConvoyPath(phase: MovementPhase, army: number, fleets: 'ordered' | 'possible' | 'certain'): boolean {
  const { index, province, firstFleet, nextFleet } = phase;
  const unreached: number[] = [];
  for (let fleet = firstFleet[army]!; fleet !== NONE; fleet = nextFleet[fleet]!) {
    if (fleets === 'ordered' || canConvoy(phase, fleet, fleets)) unreached.push(province[fleet]!);
  }
  const lastSeas = index.seasAround[phase.destination[army]!]!;
  const reached = [province[army]!];
  for (let place = reached.pop(); place !== undefined; place = reached.pop()) {
    const seas = index.seasAround[place]!;
    for (let at = unreached.length - 1; at >= 0; at -= 1) {
      const sea = unreached[at]!;
      if (!seas.includes(sea)) continue;
      if (lastSeas.includes(sea)) return true;
      unreached.splice(at, 1);
      reached.push(sea);
    }
  }
  return false;
}

function canConvoy(phase: MovementPhase, fleet: number, certainty: 'possible' | 'certain'): boolean {
  if (phase.disrupted[fleet] === 1) return false;
  const dislodged = decideDislodgement(phase, fleet);
  return dislodged === NO || (dislodged === UNRESOLVED && certainty === 'possible');
}
