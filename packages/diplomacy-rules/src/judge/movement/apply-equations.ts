import type { Battle, Decision } from './movement-phase.js';
import { OPEN } from './movement-phase.js';
import { decideMove, decideRoute, decideSupport } from './decisions.js';

/** The three things to decide. A decision about a unit is numbered `kind * count + unit`. */
export const MOVES = 0;
export const SUPPORTS = 1;
export const ROUTES = 2;

/**
 * Applies the equations to the first `count` decisions of a list until nothing changes; those that stay open are moved to the front, in their
 * order. Returns how many they are.
 */
export function propagate(battle: Battle, decisions: Int16Array, count: number): number {
  let open = count;
  for (;;) {
    let still = 0;
    for (let at = 0; at < open; at += 1) {
      const decision = decisions[at]!;
      if (stateOf(battle, decision) !== OPEN) continue;
      const now = decide(battle, decision);
      if (now === OPEN) {
        decisions[still] = decision;
        still += 1;
      } else setState(battle, decision, now);
    }
    if (still === open || still === 0) return still;
    open = still;
  }
}

/** What the equations say of a decision as things stand. */
export function decide(battle: Battle, decision: number): Decision {
  const { count } = battle;
  if (decision < SUPPORTS * count) return decideMove(battle, decision);
  return decision < ROUTES * count ? decideSupport(battle, decision - count) : decideRoute(battle, decision - 2 * count);
}

/** What is known of a decision. */
export function stateOf({ count, moves, supports, routes }: Battle, decision: number): Decision {
  const states = decision < SUPPORTS * count ? moves : decision < ROUTES * count ? supports : routes;
  return states[decision % count] as Decision;
}

/** Sets down what is known of a decision. */
export function setState({ count, moves, supports, routes }: Battle, decision: number, state: Decision): void {
  const states = decision < SUPPORTS * count ? moves : decision < ROUTES * count ? supports : routes;
  states[decision % count] = state;
}
