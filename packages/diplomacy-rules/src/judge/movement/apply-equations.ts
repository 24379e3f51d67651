import { decideMove, decidePath, decideSupport } from './decisions.js';
import type { Decision, MovementPhase } from './movement-phase.js';
import { UNRESOLVED } from './movement-phase.js';

/** Kinds of decision. */
export const MOVES = 0;
export const SUPPORTS = 1;
export const PATHS = 2;
export type DecisionKind = typeof MOVES | typeof SUPPORTS | typeof PATHS;

/** Number that stands for a decision of this kind about a unit, in lists of decisions. */
export const decisionAbout = ({ count }: MovementPhase, kind: DecisionKind, unit: number): number => kind * count + unit;

/** Kind of a numbered decision. */
export const kindOf = ({ count }: MovementPhase, decision: number): DecisionKind =>
  decision < SUPPORTS * count ? MOVES : decision < PATHS * count ? SUPPORTS : PATHS;

/** Unit that a numbered decision is about. */
export const unitOf = (phase: MovementPhase, decision: number): number => decision - kindOf(phase, decision) * phase.count;

/** Recorded states of all decisions of a kind, by unit. */
function statesOf({ moves, supports, paths }: MovementPhase, kind: DecisionKind): Uint8Array {
  return kind === MOVES ? moves : kind === SUPPORTS ? supports : paths;
}

/**
 * Applies the equations of `decisions.ts` to the first `length` decisions of a list until nothing changes. Moves those that stay unresolved
 * to the front of the list, in their order, and returns their number.
 */
export function applyEquations(phase: MovementPhase, decisions: Int16Array, length: number): number {
  let unresolved = length;
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
  const kind = kindOf(phase, decision);
  const unit = decision - kind * phase.count;
  if (kind === MOVES) return decideMove(phase, unit);
  return kind === SUPPORTS ? decideSupport(phase, unit) : decidePath(phase, unit);
}

/** Returns the recorded state of a decision. */
export function stateOf(phase: MovementPhase, decision: number): Decision {
  const kind = kindOf(phase, decision);
  return statesOf(phase, kind)[decision - kind * phase.count] as Decision;
}

/** Records the state of a decision. */
export function setState(phase: MovementPhase, decision: number, state: Decision): void {
  const kind = kindOf(phase, decision);
  statesOf(phase, kind)[decision - kind * phase.count] = state;
}
