import { NONE } from '../board.js';
import type { Battle } from './battle.js';
import { MOVE, OPEN, SUPPORT } from './battle.js';
import { bottomComponent } from './bottom-component.js';
import { MOVES, propagate, ROUTES, SUPPORTS } from './propagate.js';
import { settleComponent } from './settle-component.js';

/**
 * Decides everything. First the equations alone, applied until nothing changes (DATC 5.E); what is open then hangs on itself, and is
 * settled circle by circle, those first that hang on no other.
 */
export function resolve(battle: Battle): void {
  let open = openDecisions(battle);
  for (;;) {
    open = propagate(battle, open);
    if (open.length === 0) return;
    settleComponent(battle, bottomComponent(battle, open));
  }
}

/** All that is to be decided: routes, then supports, then moves, as that is how they mostly hang on each other. */
function openDecisions({ count, action, routes, target }: Battle): number[] {
  const open: number[] = [];
  const moves: number[] = [];
  for (let unit = 0; unit < count; unit += 1) {
    if (action[unit] === MOVE) {
      if (routes[unit] === OPEN) open.push(ROUTES * count + unit);
      moves.push(MOVES * count + unit);
    } else if (action[unit] === SUPPORT && target[unit] !== NONE) open.push(SUPPORTS * count + unit);
  }
  for (const move of moves) open.push(move);
  return open;
}
