import type { Battle, Decision } from './battle.js';
import { OPEN } from './battle.js';
import { decideMove, decideRoute, decideSupport } from './decisions.js';

/** The three things to decide. A decision about a unit is numbered `kind * count + unit`. */
export const MOVES = 0;
export const SUPPORTS = 1;
export const ROUTES = 2;

/** Applies the equations to the open decisions until nothing changes; returns those that stay open. */
export function propagate(battle: Battle, decisions: readonly number[]): number[] {
  let open = decisions as number[];
  for (;;) {
    const still: number[] = [];
    for (const decision of open) {
      if (stateOf(battle, decision) !== OPEN) continue;
      const now = decide(battle, decision);
      if (now === OPEN) still.push(decision);
      else setState(battle, decision, now);
    }
    if (still.length === open.length || still.length === 0) return still;
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
