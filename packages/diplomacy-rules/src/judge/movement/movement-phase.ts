import { NONE } from '../../board/board.js';
import type { OrderSheet } from '../../legal/order-sheet.js';
import { createOrderSheet, resetOrderSheet } from '../../legal/order-sheet.js';
import type { MapIndex } from '../../map/map-index.js';

/** What a unit does in this phase. Whoever has no order, or an illegal one, holds. */
export const HOLD = 0;
export const MOVE = 1;
export const SUPPORT = 2;
export const CONVOY = 3;

/** What is known of a decision. */
export const OPEN = 0;
export const YES = 1;
export const NO = 2;
export type Decision = typeof OPEN | typeof YES | typeof NO;

/**
 * The orders of a movement phase in numbers, and what is known so far of the three decisions about each unit (DATC chapter 5):
 * does its move succeed, does its support count, does its convoy route stand. Indexed by unit unless it says otherwise; lists are
 * threaded: `firstX` holds a unit or `NONE`, `nextX` the one after it.
 */
export interface Battle extends OrderSheet {
  /** How many units there are; what the lists hold beyond that means nothing. */
  count: number;
  /** By unit: its province. */
  readonly province: Int16Array;
  /** By unit: its power. */
  readonly power: Int16Array;
  readonly action: Uint8Array;
  /** A move's destination, as province and as location; the province a support is directed at; `NONE` otherwise. */
  readonly into: Int16Array;
  readonly landing: Int16Array;
  /** 1 for a move that goes by convoy. */
  readonly byConvoy: Uint8Array;
  /** 1 for a move that is helped by every support, those of the power that it would dislodge a unit of too (rulebook `ownSupport`). */
  readonly helpedByAll: Uint8Array;
  /** Of a support: the supported unit. Of a convoy: the army. `NONE` where that unit was ordered otherwise. */
  readonly target: Int16Array;
  /** By province: the moves into it. */
  readonly firstAttack: Int16Array;
  readonly nextAttack: Int16Array;
  /** By unit: the supports that match what it does. */
  readonly firstSupport: Int16Array;
  readonly nextSupport: Int16Array;
  /** By army: the fleets that are ordered to carry it. */
  readonly firstFleet: Int16Array;
  readonly nextFleet: Int16Array;
  readonly moves: Uint8Array;
  readonly supports: Uint8Array;
  readonly routes: Uint8Array;
  /** 1 for fleets whose convoys fail by the paradox rule. */
  readonly silenced: Uint8Array;
  /** 1 for moves that were found to be part of a circle. */
  readonly circular: Uint8Array;
  /** Decisions that are still open, for `resolve` to work through: as numbered in `propagate.ts`. */
  readonly open: Int16Array;
  /** Once the moves are made: the unit that dislodged this one, or `NONE`; and by province, 1 where somebody is then. */
  readonly dislodger: Int16Array;
  readonly occupied: Uint8Array;
}

/** The lists of battles on a map, for `resetBattle` to fill. */
function createBattle(index: MapIndex): Battle {
  const { board, orders, illegalities, read, spareRead } = createOrderSheet(index);
  const { provinceCount } = index;
  const units = () => new Int16Array(provinceCount);
  const flags = () => new Uint8Array(provinceCount);
  return {
    board,
    index,
    orders,
    illegalities,
    read,
    spareRead,
    count: 0,
    province: board.provinces,
    power: board.powers,
    action: flags(),
    into: units(),
    landing: units(),
    byConvoy: flags(),
    helpedByAll: flags(),
    target: units(),
    firstAttack: units(),
    nextAttack: units(),
    firstSupport: units(),
    nextSupport: units(),
    firstFleet: units(),
    nextFleet: units(),
    moves: flags(),
    supports: flags(),
    routes: flags(),
    silenced: flags(),
    circular: flags(),
    open: new Int16Array(3 * provinceCount),
    dislodger: units(),
    occupied: flags(),
  };
}

/**
 * Sets up a battle, on the units that the board now holds, in which everybody holds. What is only read where something else says so is left as
 * it is: where a unit goes, which comes after it in a list.
 */
export function resetBattle(battle: Battle): void {
  battle.count = battle.board.count;
  resetOrderSheet(battle);
  battle.action.fill(HOLD);
  battle.byConvoy.fill(0);
  battle.helpedByAll.fill(0);
  battle.target.fill(NONE);
  battle.firstAttack.fill(NONE);
  battle.firstSupport.fill(NONE);
  battle.firstFleet.fill(NONE);
  battle.moves.fill(OPEN);
  battle.supports.fill(OPEN);
  battle.routes.fill(OPEN);
  battle.silenced.fill(0);
  battle.circular.fill(0);
  battle.dislodger.fill(NONE);
}

const battles = new WeakMap<MapIndex, Battle>();

/**
 * The battle in which all movement phases on a map are judged, one after the other: judging is synchronous, so one is enough, and making the
 * lists anew for each phase would cost more than judging it.
 */
export function battleOn(index: MapIndex): Battle {
  let battle = battles.get(index);
  if (battle === undefined) {
    battle = createBattle(index);
    battles.set(index, battle);
  }
  return battle;
}
