import { canWalk } from '../../legal/movement-illegality.js';
import type { UnitSpot } from '../../map/map-index.js';
import type { OrdersByPower } from '../../values/order.js';
import type { Outcome } from '../../values/outcome.js';
import type { Province } from '../../values/unit.js';
import type { Board } from '../board.js';
import type { Rulebook } from '../rulebook.js';
import type { Aftermath } from './aftermath.js';
import { aftermathOf } from './aftermath.js';
import type { Battle } from './battle.js';
import { NO } from './battle.js';
import { movementOutcomes } from './movement-outcomes.js';
import type { Muster } from './muster.js';
import { muster } from './muster.js';
import { resolve } from './resolve.js';

/** A movement phase, judged. */
export interface MovementJudgement<P extends string> extends Aftermath<P> {
  readonly outcomes: readonly Outcome<P>[];
  readonly paradoxConvoys: readonly Province[];
}

/** Judges a movement phase. */
export function judgeMovement<P extends string>(
  board: Board<P>,
  orders: OrdersByPower<P>,
  rulebook: Rulebook,
): MovementJudgement<P> {
  const walkers = new Set<number>();
  const { battle, stray } =
    rulebook.landFallback === 'full'
      ? withFallback(board, orders, { rulebook, walkers })
      : fight(board, orders, { rulebook, walkers });
  const powers = board.index.powers;
  const aftermath = aftermathOf(battle, powers);
  const outcomes = movementOutcomes(battle, { powers, stray, dislodger: aftermath.dislodger, walked: walkers });
  return { ...aftermath, outcomes, paradoxConvoys: paradoxConvoysOf(battle) };
}

interface Terms {
  readonly rulebook: Rulebook;
  readonly walkers: Set<number>;
}

function fight<P extends string>(board: Board<P>, orders: OrdersByPower<P>, terms: Terms): Muster {
  const mustered = muster(board, orders, terms);
  resolve(mustered.battle);
  return mustered;
}

/** Armies whose convoy fails and that could walk do so, and the phase is judged again, until no more convoys fail. */
function withFallback<P extends string>(board: Board<P>, orders: OrdersByPower<P>, terms: Terms): Muster {
  for (;;) {
    const mustered = fight(board, orders, terms);
    const { battle } = mustered;
    const before = terms.walkers.size;
    for (let unit = 0; unit < battle.count; unit += 1) {
      const stuck = battle.byConvoy[unit] === 1 && battle.routes[unit] === NO;
      if (stuck && canWalk(board.index, board.spots[unit] as UnitSpot, battle.into[unit] as number)) terms.walkers.add(unit);
    }
    if (terms.walkers.size === before) return mustered;
  }
}

const NONE_AT_ALL: readonly Province[] = Object.freeze([]);

function paradoxConvoysOf(battle: Battle): readonly Province[] {
  if (!battle.silenced.includes(1)) return NONE_AT_ALL;
  const provinces: Province[] = [];
  for (let unit = 0; unit < battle.count; unit += 1) {
    if (battle.silenced[unit] === 1) provinces.push(battle.index.locations[battle.province[unit] as number] as Province);
  }
  return provinces.sort();
}
