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

function openDecisions({ count, action, routes }: Battle): number[] {
  const open: number[] = [];
  for (let unit = 0; unit < count; unit += 1) {
    if (action[unit] === MOVE) {
      if (routes[unit] === OPEN) open.push(ROUTES * count + unit);
      open.push(MOVES * count + unit);
    } else if (action[unit] === SUPPORT) open.push(SUPPORTS * count + unit);
  }
  return open;
}
