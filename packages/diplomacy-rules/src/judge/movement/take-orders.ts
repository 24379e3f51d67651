import { NONE } from '../../board/none.js';
import { canWalk, fleetDestination } from '../../legal/movement-illegality.js';
import { takeOrder } from '../../legal/order-sheet.js';
import { FLEET } from '../../map/map-index.js';
import type { Illegality } from '../../values/illegality.js';
import type { OrdersByPower } from '../../values/order.js';
import type { Rulebook } from '../../values/rulebook.js';
import { hasConvoyPath } from './decisions.js';
import type { MovementPhase } from './movement-phase.js';
import { CONVOY, MOVE, resetMovementPhase, SUPPORT, UNRESOLVED, YES } from './movement-phase.js';

/** An order that belongs to no unit of its power, or to one that already has an order. */
export interface RejectedOrder {
  readonly power: number;
  readonly illegality: Illegality;
}

/** Conditions under which a phase is judged. */
export interface Conditions {
  readonly rulebook: Rulebook;
  /** Armies that go by land despite their order, because their convoy is known to fail (rulebook `landFallback`). */
  readonly overland: ReadonlySet<number>;
}

/**
 * Gives every unit its order, matches supports and convoys with the orders they are for, and decides which armies go by convoy. A unit with
 * an illegal order holds, and can be supported (DATC 4.E.1). Of two orders to one unit the first counts. Returns the rejected orders.
 */
export function takeOrders<P extends string>(
  phase: MovementPhase,
  orders: OrdersByPower<P>,
  { rulebook, overland }: Conditions,
): readonly RejectedOrder[] {
  const rejected: RejectedOrder[] = [];
  resetMovementPhase(phase);
  const { powers } = phase.index;
  for (let power = 0; power < powers.length; power += 1) {
    const own = orders[powers[power] as P];
    if (own === undefined) continue;
    const giver = { power, rulebook };
    for (const order of own) {
      const illegality = takeOrder(phase, order, giver);
      if (illegality !== null) rejected.push({ power, illegality });
    }
  }
  for (let unit = 0; unit < phase.count; unit += 1) setAction(phase, unit);
  for (let unit = 0; unit < phase.count; unit += 1) {
    const action = phase.action[unit];
    if (action === SUPPORT) matchSupport(phase, unit, rulebook);
    else if (action === CONVOY) matchConvoy(phase, unit);
  }
  for (let unit = 0; unit < phase.count; unit += 1) {
    if (phase.action[unit] !== MOVE) continue;
    if (!overland.has(unit) && goesByConvoy(phase, unit, rulebook)) setByConvoy(phase, unit, rulebook);
    else setDirect(phase, unit);
  }
  return rejected;
}

function setAction(phase: MovementPhase, unit: number): void {
  if (phase.orders[unit] === null || phase.illegalities[unit] !== null) return;
  const order = phase.read[unit]!;
  switch (order.kind) {
    case 'move': {
      const spot = phase.board.spots[unit]!;
      const province = order.toProvince;
      phase.action[unit] = MOVE;
      phase.destination[unit] = province;
      phase.destinationLocation[unit] = spot.type === FLEET ? fleetDestination(phase.index, spot.location, order.to) : province;
      phase.nextAttack[unit] = phase.firstAttack[province]!;
      phase.firstAttack[province] = unit;
      return;
    }
    case 'support-hold':
      phase.action[unit] = SUPPORT;
      phase.destination[unit] = order.targetProvince;
      return;
    case 'support-move':
      phase.action[unit] = SUPPORT;
      phase.destination[unit] = order.toProvince;
      return;
    case 'convoy':
      phase.action[unit] = CONVOY;
      return;
    default:
      return;
  }
}

function matchSupport(phase: MovementPhase, unit: number, rulebook: Rulebook): void {
  const order = phase.read[unit]!;
  const target = phase.board.unitAt[order.targetProvince]!;
  const matches =
    order.kind === 'support-hold'
      ? phase.action[target] !== MOVE
      : phase.action[target] === MOVE &&
        phase.destination[target] === order.toProvince &&
        coastMatches(phase, unit, target, rulebook);
  if (!matches) return;
  phase.target[unit] = target;
  phase.nextSupport[unit] = phase.firstSupport[target]!;
  phase.firstSupport[target] = unit;
}

/** Whether the coast that a support names, if any, is the one the supported fleet moves to, or need not be (DATC 4.B.4). */
function coastMatches(phase: MovementPhase, unit: number, target: number, { supportCoast }: Rulebook): boolean {
  const order = phase.read[unit]!;
  if (order.to === order.toProvince || supportCoast === 'ignored') return true;
  if (supportCoast === 'ignoredOfFleets' && order.type === FLEET) return true;
  return order.to === phase.destinationLocation[target] || phase.board.spots[target]!.type !== FLEET;
}

function matchConvoy(phase: MovementPhase, unit: number): void {
  const order = phase.read[unit]!;
  const army = phase.board.unitAt[order.targetProvince]!;
  if (phase.action[army] !== MOVE || phase.destination[army] !== order.toProvince) return;
  phase.target[unit] = army;
  phase.nextFleet[unit] = phase.firstFleet[army]!;
  phase.firstFleet[army] = unit;
}

/** Whether a move goes by convoy rather than by land (DATC 4.A.3). */
function goesByConvoy(phase: MovementPhase, unit: number, { convoyIntent, landFallback }: Rulebook): boolean {
  const spot = phase.board.spots[unit]!;
  if (spot.type === FLEET) return false;
  if (!canWalk(phase.index, spot, phase.destination[unit]!)) return true;
  const isIntended = phase.read[unit]!.viaConvoy || (convoyIntent === '2023' && isConvoyedByOwnPower(phase, unit));
  return isIntended && (landFallback === 'none' || hasConvoyPath(phase, unit, 'ordered'));
}

function isConvoyedByOwnPower(phase: MovementPhase, army: number): boolean {
  for (let fleet = phase.firstFleet[army]!; fleet !== NONE; fleet = phase.nextFleet[fleet]!) {
    if (phase.power[fleet] === phase.power[army]) return true;
  }
  return false;
}

function setByConvoy(phase: MovementPhase, army: number, { ownSupport }: Rulebook): void {
  phase.byConvoy[army] = 1;
  phase.paths[army] = UNRESOLVED;
  if (ownSupport !== 'countsForVia') return;
  const cannotWalk = !canWalk(phase.index, phase.board.spots[army]!, phase.destination[army]!);
  if (cannotWalk || phase.read[army]!.viaConvoy) phase.helpedByAll[army] = 1;
}

/** Gives a move without convoy its path. Convoy orders for it match nothing. */
function setDirect(phase: MovementPhase, unit: number): void {
  for (let fleet = phase.firstFleet[unit]!; fleet !== NONE; fleet = phase.nextFleet[fleet]!) phase.target[fleet] = NONE;
  phase.firstFleet[unit] = NONE;
  phase.paths[unit] = YES;
}
