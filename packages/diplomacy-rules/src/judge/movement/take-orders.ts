import { canWalk, fleetLanding } from '../../legal/movement-illegality.js';
import { takeOrder } from '../../legal/order-sheet.js';
import { FLEET } from '../../map/map-index.js';
import type { Illegality } from '../../values/illegality.js';
import type { OrdersByPower } from '../../values/order.js';
import { NONE } from '../../board/board.js';
import type { ReadOrder } from '../../board/read-order.js';
import type { Rulebook } from '../../values/rulebook.js';
import type { Battle } from './movement-phase.js';
import { CONVOY, MOVE, NO, OPEN, resetBattle, SUPPORT, YES } from './movement-phase.js';
import { routeOf } from './decisions.js';

/** An order that reached no unit: nobody stands there, or somebody else's unit, or the unit has an order already. */
export interface StrayOrder {
  readonly power: number;
  readonly illegality: Illegality;
}

/** Under what terms a battle is fought. */
export interface Terms {
  readonly rulebook: Rulebook;
  /** Armies that walk whatever their orders say, because their convoy is known to fail. */
  readonly walkers?: ReadonlySet<number>;
}

const NOBODY: ReadonlySet<number> = new Set();

/**
 * Gives every unit its order, or none; matches supports and convoys with what they are for; decides who goes by convoy.
 * An illegal order is as good as none: the unit holds, and can be supported (DATC 4.E.1). Of two orders to a unit the first one counts.
 * Returns the orders that are not part of the battle.
 */
export function muster<P extends string>(
  battle: Battle,
  orders: OrdersByPower<P>,
  { rulebook, walkers = NOBODY }: Terms,
): readonly StrayOrder[] {
  const stray: StrayOrder[] = [];
  resetBattle(battle);
  const { powers } = battle.index;
  for (let power = 0; power < powers.length; power += 1) {
    const own = orders[powers[power] as P];
    if (own === undefined) continue;
    const giver = { power, rulebook };
    for (const order of own) {
      const illegality = takeOrder(battle, order, giver);
      if (illegality !== null) stray.push({ power, illegality });
    }
  }
  lineUp(battle, rulebook);
  for (let unit = 0; unit < battle.count; unit += 1) {
    if (battle.action[unit] !== MOVE) continue;
    if (walkers.has(unit)) dismissFleets(battle, unit);
    else chooseWay(battle, unit, rulebook);
    if (battle.byConvoy[unit] === 0) battle.routes[unit] = YES;
  }
  return stray;
}

/** Sets down what each unit does, then threads attacks, supports and convoys. */
function lineUp(battle: Battle, rulebook: Rulebook): void {
  const { board, index } = battle;
  for (let unit = 0; unit < battle.count; unit += 1) {
    if (battle.orders[unit] === null || battle.illegalities[unit] !== null) continue;
    const order = battle.read[unit]!;
    switch (order.kind) {
      case 'move': {
        const spot = board.spots[unit]!;
        battle.action[unit] = MOVE;
        battle.into[unit] = order.toProvince;
        battle.landing[unit] = spot.type === FLEET ? fleetLanding(index, spot.location, order.to) : order.toProvince;
        battle.nextAttack[unit] = battle.firstAttack[order.toProvince]!;
        battle.firstAttack[order.toProvince] = unit;
        break;
      }
      case 'support-hold':
        battle.action[unit] = SUPPORT;
        battle.into[unit] = order.targetProvince;
        break;
      case 'support-move':
        battle.action[unit] = SUPPORT;
        battle.into[unit] = order.toProvince;
        break;
      case 'convoy':
        battle.action[unit] = CONVOY;
        break;
      default:
        break;
    }
  }
  for (let unit = 0; unit < battle.count; unit += 1) {
    const action = battle.action[unit];
    if (action === SUPPORT) matchSupport(battle, unit, rulebook);
    else if (action === CONVOY) matchConvoy(battle, unit);
  }
}

function matchSupport(battle: Battle, unit: number, rulebook: Rulebook): void {
  const order = battle.read[unit]!;
  const target = battle.board.unitAt[order.targetProvince]!;
  const matches =
    order.kind === 'support-hold'
      ? battle.action[target] !== MOVE
      : battle.action[target] === MOVE &&
        battle.into[target] === order.toProvince &&
        coastMatches(battle, target, order, rulebook);
  if (!matches) return;
  battle.target[unit] = target;
  battle.nextSupport[unit] = battle.firstSupport[target]!;
  battle.firstSupport[target] = unit;
}

/** A coast that the support names must be the one the fleet goes to (DATC 4.B.4), unless nobody looks at it. */
function coastMatches(battle: Battle, target: number, order: ReadOrder, { supportCoast }: Rulebook): boolean {
  if (order.to === order.toProvince || supportCoast === 'ignored') return true;
  if (supportCoast === 'ignoredOfFleets' && order.type === FLEET) return true;
  return order.to === battle.landing[target] || battle.board.spots[target]!.type !== FLEET;
}

function matchConvoy(battle: Battle, unit: number): void {
  const order = battle.read[unit]!;
  const army = battle.board.unitAt[order.targetProvince]!;
  if (battle.action[army] !== MOVE || battle.into[army] !== order.toProvince) return;
  battle.target[unit] = army;
  battle.nextFleet[unit] = battle.firstFleet[army]!;
  battle.firstFleet[army] = unit;
}

/** Decides whether a move goes by convoy (DATC 4.A.3), and opens what has to be decided about it. */
function chooseWay(battle: Battle, unit: number, rulebook: Rulebook): void {
  const { viaConvoy } = battle.read[unit]!;
  const spot = battle.board.spots[unit]!;
  if (spot.type === FLEET) return;
  const couldWalk = canWalk(battle.index, spot, battle.into[unit]!);
  const meansToSail = !couldWalk || viaConvoy || (rulebook.convoyIntent === '2023' && hasOwnFleet(battle, unit));
  if (!meansToSail) {
    dismissFleets(battle, unit);
    return;
  }
  if (couldWalk && rulebook.landFallback !== 'none' && routeOf(battle, unit, YES) === NO) {
    dismissFleets(battle, unit);
    return;
  }
  battle.byConvoy[unit] = 1;
  if (rulebook.ownSupport === 'countsForVia' && (viaConvoy || !couldWalk)) battle.helpedByAll[unit] = 1;
  battle.routes[unit] = OPEN;
}

function hasOwnFleet(battle: Battle, army: number): boolean {
  for (let fleet = battle.firstFleet[army]!; fleet !== NONE; fleet = battle.nextFleet[fleet]!) {
    if (battle.power[fleet] === battle.power[army]) return true;
  }
  return false;
}

/** The army walks: nobody carries it. */
function dismissFleets(battle: Battle, army: number): void {
  for (let fleet = battle.firstFleet[army]!; fleet !== NONE; fleet = battle.nextFleet[fleet]!) battle.target[fleet] = NONE;
  battle.firstFleet[army] = NONE;
}
