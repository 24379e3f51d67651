import { NONE } from '../../board/none.js';
import type { Decision, MovementPhase } from './movement-phase.js';
import { MOVE, NO, UNRESOLVED, YES } from './movement-phase.js';

/*
 * The strengths of DATC 5.B as bounds: `MINIMUM` assumes that every unresolved decision turns out against the unit, `MAXIMUM` that
 * it turns out in its favour.
 */
export const MINIMUM = 0;
export const MAXIMUM = 1;
export type Bound = typeof MINIMUM | typeof MAXIMUM;

/** Whether two units move against each other without convoy: a head-to-head battle. `opponent` may be `NONE`. */
export const isHeadToHead = (phase: MovementPhase, unit: number, opponent: number): boolean =>
  opponent !== NONE &&
  phase.action[opponent] === MOVE &&
  phase.destination[opponent] === phase.province[unit] &&
  phase.byConvoy[unit] === 0 &&
  phase.byConvoy[opponent] === 0;

/**
 * Whether the unit in the destination of a move leaves it, as far as is known. A unit in a head-to-head battle with the move does not count
 * as leaving. `YES` if nobody stands there (`occupant` is `NONE`).
 */
export function occupantLeaves(phase: MovementPhase, unit: number, occupant: number): Decision {
  if (occupant === NONE) return YES;
  return phase.action[occupant] === MOVE && !isHeadToHead(phase, unit, occupant) ? (phase.moves[occupant] as Decision) : NO;
}

/** 1 for the unit itself, and 1 for each support. Supports from the power `without` (a number, or `NONE`) do not count. */
function strengthWithSupports(phase: MovementPhase, unit: number, bound: Bound, without: number = NONE): number {
  let strength = 1;
  for (let supporter = phase.firstSupport[unit]!; supporter !== NONE; supporter = phase.nextSupport[supporter]!) {
    const support = phase.supports[supporter];
    const counts = support === YES || (bound === MAXIMUM && support === UNRESOLVED);
    if (counts && phase.power[supporter] !== without) strength += 1;
  }
  return strength;
}

/**
 * Attack strength of a move; `leaves` is whether the occupant of its destination leaves. A power does not dislodge its own unit: against a
 * unit of its own power that stays, a move has strength 0, and against any unit that stays, supports from that unit's power do not count.
 */
export function attackStrength(phase: MovementPhase, unit: number, leaves: Decision, bound: Bound): number {
  if (leaves === YES || (leaves === UNRESOLVED && bound === MAXIMUM)) return strengthWithSupports(phase, unit, bound);
  const occupant = phase.board.unitAt[phase.destination[unit]!]!;
  const defendingPower = phase.power[occupant]!;
  if (defendingPower === phase.power[unit]) return 0;
  return strengthWithSupports(phase, unit, bound, phase.helpedByAll[unit] === 1 ? NONE : defendingPower);
}

/** Hold strength of a province against attack: 0 if it is empty or its unit leaves, 1 if its unit tried to move and failed. */
export function holdStrength(phase: MovementPhase, province: number, bound: Bound): number {
  const occupant = phase.board.unitAt[province]!;
  if (occupant === NONE) return 0;
  if (phase.action[occupant] !== MOVE) return strengthWithSupports(phase, occupant, bound);
  const leaves = phase.moves[occupant];
  return leaves === NO || (leaves === UNRESOLVED && bound === MAXIMUM) ? 1 : 0;
}

/** Defend strength: the strength of a unit against its opponent in a head-to-head battle. All its supports count. */
export const defendStrength = (phase: MovementPhase, unit: number, bound: Bound): number =>
  strengthWithSupports(phase, unit, bound);

/**
 * Prevent strength: the strength with which a move keeps other moves out of its destination. 0 without a path, and 0 for a unit that loses
 * a head-to-head battle (DATC 5.B.7).
 */
export function preventStrength(phase: MovementPhase, unit: number, bound: Bound): number {
  const path = phase.paths[unit];
  if (path === NO || (path === UNRESOLVED && bound === MINIMUM)) return 0;
  const occupant = phase.board.unitAt[phase.destination[unit]!]!;
  if (isHeadToHead(phase, unit, occupant)) {
    const opponentMoves = phase.moves[occupant];
    if (opponentMoves === YES || (opponentMoves === UNRESOLVED && bound === MINIMUM)) return 0;
  }
  return strengthWithSupports(phase, unit, bound);
}
