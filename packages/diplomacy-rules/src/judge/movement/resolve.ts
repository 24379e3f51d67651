import { NONE } from '../../board/none.js';
import { applyEquations, MOVES, PATHS, SUPPORTS } from './apply-equations.js';
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

/** Lists all decisions, paths and supports before moves: mostly they depend on each other in this order, which saves rounds. */
function listDecisions({ count, action, paths, target, unresolved }: MovementPhase): number {
  let length = 0;
  for (let unit = 0; unit < count; unit += 1) {
    if (action[unit] === MOVE && paths[unit] === UNRESOLVED) {
      unresolved[length] = PATHS * count + unit;
      length += 1;
    } else if (action[unit] === SUPPORT && target[unit] !== NONE) {
      unresolved[length] = SUPPORTS * count + unit;
      length += 1;
    }
  }
  for (let unit = 0; unit < count; unit += 1) {
    if (action[unit] !== MOVE) continue;
    unresolved[length] = MOVES * count + unit;
    length += 1;
  }
  return length;
}
