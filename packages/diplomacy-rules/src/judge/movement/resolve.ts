import { NONE } from '../../board/board.js';
import type { Battle } from './movement-phase.js';
import { MOVE, OPEN, SUPPORT } from './movement-phase.js';
import { bottomComponent } from './find-cycle.js';
import { MOVES, propagate, ROUTES, SUPPORTS } from './apply-equations.js';
import { settleComponent } from './resolve-cycle.js';

/**
 * Decides everything. First the equations alone, applied until nothing changes (DATC 5.E); what is open then hangs on itself, and is
 * settled circle by circle, those first that hang on no other.
 */
export function resolve(battle: Battle): void {
  const { open } = battle;
  let count = listOpenDecisions(battle);
  for (;;) {
    count = propagate(battle, open, count);
    if (count === 0) return;
    settleComponent(battle, bottomComponent(battle, Array.from(open.subarray(0, count))));
  }
}

/** Lists all that is to be decided: routes, then supports, then moves, as that is how they mostly hang on each other. */
function listOpenDecisions({ count, action, routes, target, open }: Battle): number {
  let length = 0;
  for (let unit = 0; unit < count; unit += 1) {
    if (action[unit] === MOVE && routes[unit] === OPEN) {
      open[length] = ROUTES * count + unit;
      length += 1;
    } else if (action[unit] === SUPPORT && target[unit] !== NONE) {
      open[length] = SUPPORTS * count + unit;
      length += 1;
    }
  }
  for (let unit = 0; unit < count; unit += 1) {
    if (action[unit] !== MOVE) continue;
    open[length] = MOVES * count + unit;
    length += 1;
  }
  return length;
}
