import { decideMove, decidePath, decideSupport } from './decisions.js';
import type { Decision, MovementPhase } from './movement-phase.js';
import { UNRESOLVED } from './movement-phase.js';

/** Kinds of decision. A decision about a unit has the number `kind * count + unit`. */
export const MOVES = 0;
export const SUPPORTS = 1;
export const PATHS = 2;

/**
 * Applies the equations of `decisions.ts` to the first `count` decisions of a list until nothing changes. Moves those that stay unresolved
 * to the front of the list, in their order, and returns their number.
 */
export function applyEquations(phase: MovementPhase, decisions: Int16Array, count: number): number {
  let unresolved = count;
  for (;;) {
    let remaining = 0;
    for (let at = 0; at < unresolved; at += 1) {
      const decision = decisions[at]!;
      if (stateOf(phase, decision) !== UNRESOLVED) continue;
      const state = decide(phase, decision);
      if (state === UNRESOLVED) {
        decisions[remaining] = decision;
        remaining += 1;
      } else setState(phase, decision, state);
    }
    if (remaining === unresolved || remaining === 0) return remaining;
    unresolved = remaining;
  }
}

/** Evaluates the equation of a decision. */
export function decide(phase: MovementPhase, decision: number): Decision {
  const { count } = phase;
  if (decision < SUPPORTS * count) return decideMove(phase, decision);
  return decision < PATHS * count ? decideSupport(phase, decision - count) : decidePath(phase, decision - 2 * count);
}

/** Returns the recorded state of a decision. */
export function stateOf({ count, moves, supports, paths }: MovementPhase, decision: number): Decision {
  const states = decision < SUPPORTS * count ? moves : decision < PATHS * count ? supports : paths;
  return states[decision % count] as Decision;
}

/** Records the state of a decision. */
export function setState({ count, moves, supports, paths }: MovementPhase, decision: number, state: Decision): void {
  const states = decision < SUPPORTS * count ? moves : decision < PATHS * count ? supports : paths;
  states[decision % count] = state;
}
