import { NONE } from '../../board/none.js';
import type { DecisionKind } from './apply-equations.js';
import { applyEquations, decisionAbout, MOVES, PATHS, SUPPORTS } from './apply-equations.js';
import { findCycle } from './find-cycle.js';
import type { MovementPhase } from './movement-phase.js';
import { MOVE, SUPPORT, UNRESOLVED } from './movement-phase.js';
import { resolveCycle } from './resolve-cycle.js';

/**
 * Resolves every decision of a phase: applies the equations until nothing changes, resolves one cycle of decisions that depend on each
 * other, and starts over until nothing is unresolved.
 */
export function resolve(phase: MovementPhase): void {
  const { unresolved } = phase;
  let count = listDecisions(phase);
  for (;;) {
    count = applyEquations(phase, unresolved, count);
    if (count === 0) return;
    resolveCycle(phase, findCycle(phase, Array.from(unresolved.subarray(0, count))));
  }
}

/** Lists the decisions that the orders leave open, paths and supports before moves: mostly they depend on each other in this order. */
function listDecisions(phase: MovementPhase): number {
  const { count, action, paths, target, unresolved } = phase;
  let length = 0;
  const list = (kind: DecisionKind, unit: number) => {
    unresolved[length] = decisionAbout(phase, kind, unit);
    length += 1;
  };
  for (let unit = 0; unit < count; unit += 1) {
    if (action[unit] === MOVE && paths[unit] === UNRESOLVED) list(PATHS, unit);
    else if (action[unit] === SUPPORT && target[unit] !== NONE) list(SUPPORTS, unit);
  }
  for (let unit = 0; unit < count; unit += 1) if (action[unit] === MOVE) list(MOVES, unit);
  return length;
}
