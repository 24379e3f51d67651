import { NONE } from '../../board/none.js';
import type { OrderSheet } from '../../legal/order-sheet.js';
import { createOrderSheet, resetOrderSheet } from '../../legal/order-sheet.js';
import type { MapIndex } from '../../map/map-index.js';

/** Action of a unit in this phase. A unit without a legal order holds. */
export const HOLD = 0;
export const MOVE = 1;
export const SUPPORT = 2;
export const CONVOY = 3;

/** State of a decision. */
export const UNRESOLVED = 0;
export const YES = 1;
export const NO = 2;
export type Decision = typeof UNRESOLVED | typeof YES | typeof NO;

/**
 * The orders of a movement phase as numbers, and the state of its decisions (DATC 5.B). Lists are indexed by unit unless their comment
 * names another index. Linked lists are threaded through pairs of arrays: `firstX` holds a unit or `NONE`, `nextX` the unit after it.
 */
export interface MovementPhase extends OrderSheet {
  /** Number of units. Entries of the lists beyond it are meaningless. */
  count: number;
  /** Province of each unit. */
  readonly province: Int16Array;
  /** Power of each unit. */
  readonly power: Int16Array;
  readonly action: Uint8Array;
  /** Province that a move goes to, or in which a support helps. Undefined for other actions. */
  readonly destination: Int16Array;
  /** Location that a move goes to: for a fleet the coast, if its destination has several. Undefined for other actions. */
  readonly destinationLocation: Int16Array;
  /** 1 for a move by convoy. */
  readonly byConvoy: Uint8Array;
  /** 1 for a move that counts every support, even from the power of the unit that it would dislodge (rulebook `ownSupport`). */
  readonly helpedByAll: Uint8Array;
  /** For a support the supported unit, for a convoy the army. `NONE` if that unit was ordered otherwise. */
  readonly target: Int16Array;
  /** Moves to each province: `firstAttack` by province, `nextAttack` by unit. */
  readonly firstAttack: Int16Array;
  readonly nextAttack: Int16Array;
  /** Supports that match the order of each unit. */
  readonly firstSupport: Int16Array;
  readonly nextSupport: Int16Array;
  /** Fleets ordered to convoy each army. */
  readonly firstFleet: Int16Array;
  readonly nextFleet: Int16Array;
  // A decision that does not exist, such as the move of a unit that holds, stays `UNRESOLVED`.
  /** Move decision: does the move succeed? */
  readonly moves: Uint8Array;
  /** Support decision: is the support given (`YES`) or cut (`NO`)? */
  readonly supports: Uint8Array;
  /** Path decision: has the move a path? `YES` for every move without convoy; for a convoyed army, whether its convoy path holds. */
  readonly paths: Uint8Array;
  /** 1 for a fleet whose convoy a paradox disrupts (Szykman's rule, DATC 4.A.2). */
  readonly disrupted: Uint8Array;
  /** 1 for a move that succeeds as part of a circular movement. */
  readonly circular: Uint8Array;
  /** Work list of `resolve`: the unresolved decisions, numbered as in `apply-equations.ts`. */
  readonly unresolved: Int16Array;
  /** After the moves: the unit that dislodged this one, or `NONE`. */
  readonly dislodger: Int16Array;
  /** After the moves, by province: 1 if a unit stands there. */
  readonly occupied: Uint8Array;
}

function createMovementPhase(index: MapIndex): MovementPhase {
  const sheet = createOrderSheet(index);
  const { provinceCount } = index;
  const numbers = () => new Int16Array(provinceCount);
  const flags = () => new Uint8Array(provinceCount);
  return {
    board: sheet.board,
    index,
    orders: sheet.orders,
    illegalities: sheet.illegalities,
    read: sheet.read,
    spareRead: sheet.spareRead,
    count: 0,
    province: sheet.board.provinces,
    power: sheet.board.powers,
    action: flags(),
    destination: numbers(),
    destinationLocation: numbers(),
    byConvoy: flags(),
    helpedByAll: flags(),
    target: numbers(),
    firstAttack: numbers(),
    nextAttack: numbers(),
    firstSupport: numbers(),
    nextSupport: numbers(),
    firstFleet: numbers(),
    nextFleet: numbers(),
    moves: flags(),
    supports: flags(),
    paths: flags(),
    disrupted: flags(),
    circular: flags(),
    unresolved: new Int16Array(3 * provinceCount),
    dislodger: numbers(),
    occupied: flags(),
  };
}

/**
 * Resets a phase to the units now on its board, without orders: every unit holds and nothing is resolved. Destinations and `nextX` lists keep
 * stale values, which nothing reads: actions and `firstX` lists guard them.
 */
export function resetMovementPhase(phase: MovementPhase): void {
  phase.count = phase.board.count;
  resetOrderSheet(phase);
  phase.action.fill(HOLD);
  phase.byConvoy.fill(0);
  phase.helpedByAll.fill(0);
  phase.target.fill(NONE);
  phase.firstAttack.fill(NONE);
  phase.firstSupport.fill(NONE);
  phase.firstFleet.fill(NONE);
  phase.moves.fill(UNRESOLVED);
  phase.supports.fill(UNRESOLVED);
  phase.paths.fill(UNRESOLVED);
  phase.disrupted.fill(0);
  phase.circular.fill(0);
  phase.dislodger.fill(NONE);
}

const phases = new WeakMap<MapIndex, MovementPhase>();

/**
 * Returns the one `MovementPhase` of a map. Every adjudication on the map reuses it, which is safe because judging is synchronous, and
 * necessary because allocating the lists would cost more than judging.
 */
export function movementPhaseOn(index: MapIndex): MovementPhase {
  let phase = phases.get(index);
  if (phase === undefined) {
    phase = createMovementPhase(index);
    phases.set(index, phase);
  }
  return phase;
}
