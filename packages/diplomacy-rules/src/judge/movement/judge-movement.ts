import { canWalk } from '../../legal/movement-illegality.js';
import type { MapIndex } from '../../map/map-index.js';
import type { OrdersByPower } from '../../values/order.js';
import type { Outcome } from '../../values/outcome.js';
import type { ByPower } from '../../values/power.js';
import type { Province, Unit } from '../../values/unit.js';
import type { Board } from '../../board/board.js';
import { readBoard } from '../../board/board.js';
import type { Rulebook } from '../../values/rulebook.js';
import type { Aftermath } from './apply-moves.js';
import { aftermathOf } from './apply-moves.js';
import type { Battle } from './movement-phase.js';
import { battleOn, NO } from './movement-phase.js';
import { movementOutcomes } from './movement-outcomes.js';
import type { StrayOrder, Terms } from './take-orders.js';
import { muster } from './take-orders.js';
import { resolve } from './resolve.js';

/** A movement phase, judged. */
export interface MovementJudgement<P extends string> extends Aftermath<P> {
  readonly outcomes: readonly Outcome<P>[];
  readonly paradoxConvoys: readonly Province[];
}

/**
 * Judges a movement phase.
 * @throws {InvalidPositionError} where a unit is not on the map or not alone.
 */
export function judgeMovement<P extends string>(
  index: MapIndex<P>,
  units: ByPower<readonly Unit[], P>,
  orders: OrdersByPower<P>,
  rulebook: Rulebook,
): MovementJudgement<P> {
  const battle = battleOn(index);
  readBoard(index, units, battle.board as Board<P>);
  let walkers = NOBODY;
  let stray = fight(battle, orders, { rulebook, walkers });
  const { landFallback } = rulebook;
  if (landFallback === 'full' || landFallback === 'whenFleetsCouldCarry') {
    const more = () => stuckWalkers(battle, walkers, { viaToo: landFallback === 'full' });
    for (let next = more(); next.size > walkers.size; next = more()) {
      walkers = next;
      stray = fight(battle, orders, { rulebook, walkers });
    }
  }
  const { powers } = index;
  const { units: standing, retreats, dislodged, contested } = aftermathOf(battle, powers);
  const outcomes = movementOutcomes(battle, { powers, stray, dislodged, walked: walkers });
  return { units: standing, retreats, dislodged, contested, outcomes, paradoxConvoys: paradoxConvoysOf(battle) };
}

function fight<P extends string>(battle: Battle, orders: OrdersByPower<P>, terms: Terms): readonly StrayOrder[] {
  const stray = muster(battle, orders, terms);
  resolve(battle);
  return stray;
}

const NOBODY: ReadonlySet<number> = new Set();

/**
 * The armies that walk already, and those whose convoy failed and that could: with more of them the phase has to be judged again. With
 * `viaToo` armies whose order says `VIA` are among them.
 */
function stuckWalkers(
  battle: Battle,
  walkers: ReadonlySet<number>,
  { viaToo }: { readonly viaToo: boolean },
): ReadonlySet<number> {
  const all = new Set(walkers);
  for (let unit = 0; unit < battle.count; unit += 1) {
    const stuck = battle.byConvoy[unit] === 1 && battle.routes[unit] === NO && (viaToo || battle.read[unit]?.viaConvoy !== true);
    if (stuck && canWalk(battle.index, battle.board.spots[unit]!, battle.into[unit]!)) all.add(unit);
  }
  return all;
}

const NONE_AT_ALL: readonly Province[] = Object.freeze([]);

function paradoxConvoysOf(battle: Battle): readonly Province[] {
  let provinces: Province[] | undefined;
  for (let unit = 0; unit < battle.count; unit += 1) {
    if (battle.silenced[unit] === 0) continue;
    provinces ??= [];
    provinces.push(battle.index.locations[battle.province[unit]!]!);
  }
  return provinces?.sort() ?? NONE_AT_ALL;
}
