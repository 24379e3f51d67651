/*
 * The adjudicator of movement phases: the partial information algorithm of DATC 5.E over the decisions of DATC 5.B, with the vocabulary of
 * Lucas Kruijswijk's "The Math of Adjudication".
 *
 * There are three kinds of decision about a unit: does its move succeed, is its support given, has its move a path. (Dislodgement follows
 * from moves.) Each is YES, NO or UNRESOLVED, and each has an equation over strengths and other decisions. In this order:
 *
 *   1. `takeOrders`      gives units their orders, matches supports and convoys, decides who goes by convoy.
 *   2. `applyEquations`  evaluates the equations of all unresolved decisions until nothing changes. Strengths are bounds (`strengths.ts`),
 *                        so an equation answers only when the answer is certain, whichever way the unresolved decisions turn out.
 *   3. `findCycle`       picks decisions that are left because they depend on each other.
 *   4. `resolveCycle`    solves their equations by guessing. One solution: that is the outcome. None or several: the backup rule. If
 *                        convoys are involved, it is a paradox and they are disrupted (Szykman), otherwise a circular movement.
 *                        Then on with 2, until every decision is resolved.
 *   5. `applyMoves`      moves units, finds the dislodged and their retreats, and contested provinces.
 *   6. `movementOutcomes` reports the result of every order, with reasons.
 *
 * Example, DATC 6.F.14 (simple convoy paradox): F WAL - ENG with support from F LON, against F ENG C A BRE - LON. Four decisions are open:
 *
 *   move of A BRE      NO in step 2: 1 against the hold strength 1 of F LON. An attack with a path cuts a support even if the move fails.
 *   path of A BRE      depends on the move of F WAL: does it dislodge F ENG?
 *   move of F WAL      depends on the support of F LON: strength 2 or 1 against 1.
 *   support of F LON   depends on the path of A BRE: does the attack reach London?
 *
 * Step 3 returns the last three as a cycle, and step 4 finds two solutions: a path, hence a cut support and no dislodgement; or no path, hence
 * a given support and a dislodgement. The cycle contains a path, so F ENG is disrupted; no rulebook switch changes that. Step 2 then
 * resolves the path to NO, the support to YES and the move of F WAL to YES. F ENG is dislodged, and A BRE stays.
 */
import type { Board } from '../../board/board.js';
import { readBoard } from '../../board/board.js';
import { EMPTY } from '../../board/none.js';
import { canWalk } from '../../legal/movement-illegality.js';
import type { MapIndex } from '../../map/map-index.js';
import type { OrdersByPower } from '../../values/order.js';
import type { Outcome } from '../../values/outcome.js';
import type { ByPower } from '../../values/power.js';
import type { Rulebook } from '../../values/rulebook.js';
import type { Province, Unit } from '../../values/unit.js';
import type { BoardAfterMoves } from './apply-moves.js';
import { applyMoves } from './apply-moves.js';
import { movementOutcomes } from './movement-outcomes.js';
import type { MovementPhase } from './movement-phase.js';
import { movementPhaseOn, NO } from './movement-phase.js';
import { resolve } from './resolve.js';
import type { Conditions, RejectedOrder } from './take-orders.js';
import { takeOrders } from './take-orders.js';

/** Result of a movement phase. */
export interface MovementJudgement<P extends string> extends BoardAfterMoves<P> {
  readonly outcomes: readonly Outcome<P>[];
  readonly paradoxConvoys: readonly Province[];
}

/**
 * Judges a movement phase.
 * @throws {InvalidPositionError} If a unit is not on the map or not alone in its province.
 */
export function judgeMovement<P extends string>(
  index: MapIndex<P>,
  units: ByPower<readonly Unit[], P>,
  orders: OrdersByPower<P>,
  rulebook: Rulebook,
): MovementJudgement<P> {
  const phase = movementPhaseOn(index);
  readBoard(index, units, phase.board as Board<P>);
  let overland: ReadonlySet<number> = new Set();
  let rejected = resolveOrders(phase, orders, { rulebook, overland });
  const { landFallback } = rulebook;
  if (landFallback === 'full' || landFallback === 'whenFleetsCouldCarry') {
    const fallBack = () => withFailedConvoys(phase, overland, { evenVia: landFallback === 'full' });
    for (let next = fallBack(); next.size > overland.size; next = fallBack()) {
      overland = next;
      rejected = resolveOrders(phase, orders, { rulebook, overland });
    }
  }
  const { powers } = index;
  const { units: standing, retreats, dislodged, contested } = applyMoves(phase, powers);
  const outcomes = movementOutcomes(phase, { powers, rejected, dislodged, overland });
  return { units: standing, retreats, dislodged, contested, outcomes, paradoxConvoys: paradoxConvoysOf(phase) };
}

function resolveOrders<P extends string>(
  phase: MovementPhase,
  orders: OrdersByPower<P>,
  conditions: Conditions,
): readonly RejectedOrder[] {
  const rejected = takeOrders(phase, orders, conditions);
  resolve(phase);
  return rejected;
}

/**
 * Adds to `overland` the armies whose convoy failed and that could walk. If there are any, the phase has to be resolved again. Armies
 * whose order is `VIA` are added with `evenVia` only.
 */
function withFailedConvoys(
  phase: MovementPhase,
  overland: ReadonlySet<number>,
  { evenVia }: { readonly evenVia: boolean },
): ReadonlySet<number> {
  const all = new Set(overland);
  for (let unit = 0; unit < phase.count; unit += 1) {
    if (phase.byConvoy[unit] === 0 || phase.paths[unit] !== NO) continue;
    if (phase.read[unit]?.viaConvoy === true && !evenVia) continue;
    if (canWalk(phase.index, phase.board.spots[unit]!, phase.destination[unit]!)) all.add(unit);
  }
  return all;
}

function paradoxConvoysOf(phase: MovementPhase): readonly Province[] {
  let provinces: Province[] | undefined;
  for (let unit = 0; unit < phase.count; unit += 1) {
    if (phase.disrupted[unit] === 0) continue;
    provinces ??= [];
    provinces.push(phase.index.locations[phase.province[unit]!]!);
  }
  return provinces?.sort() ?? EMPTY;
}
