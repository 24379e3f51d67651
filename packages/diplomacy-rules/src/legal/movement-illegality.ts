import type { Board } from '../board/board.js';
import { NONE } from '../board/none.js';
import type { ReadOrder } from '../board/read-order.js';
import type { Rulebook } from '../values/rulebook.js';
import type { MapIndex, UnitSpot } from '../map/map-index.js';
import { ARMY, FLEET, SEA } from '../map/map-index.js';
import type { Illegality, IllegalityKind } from '../values/illegality.js';
import { convoyGroups } from './convoy-group.js';
import { hasSea, isConnectedBySea } from './convoy-path.js';

/** Returns why the order of a unit in a movement phase is illegal, or `null` if it is legal. */
export function movementIllegality(board: Board, unit: number, order: ReadOrder, rulebook: Rulebook): Illegality | null {
  switch (order.kind) {
    case 'hold':
      return null;
    case 'move':
      return moveIllegality(board, board.spots[unit]!, order, rulebook);
    case 'support-hold':
      return supportIllegality(board, unit, order, order.targetProvince);
    case 'support-move':
      return supportIllegality(board, unit, order, order.toProvince) ?? supportedMoveIllegality(board, unit, order, rulebook);
    case 'convoy':
      return convoyIllegality(board, board.spots[unit]!, order);
    case 'retreat':
    case 'disband':
    case 'build':
    case 'waive':
      return illegal('wrong-phase', order);
  }
}

function moveIllegality(board: Board, spot: UnitSpot, order: ReadOrder, rulebook: Rulebook): Illegality | null {
  const { index } = board;
  if (order.to === NONE) return illegal('unknown-location', order, { location: namedDestination(order) });
  if (order.toProvince === spot.province) return illegal('same-province', order);
  if (spot.type === FLEET) {
    if (order.viaConvoy) return illegal('fleet-by-convoy', order);
    const destination = fleetDestination(index, spot.location, order.to);
    if (destination === AMBIGUOUS) return illegal('coast-missing', order, { location: namedDestination(order) });
    return destination === NONE ? illegal('unreachable', order) : null;
  }
  const mustSail = order.viaConvoy && (rulebook.landFallback === 'none' || rulebook.landFallback === 'whenFleetsCouldCarry');
  if (!mustSail && canWalk(index, spot, order.toProvince)) return null;
  return convoyedMoveIllegality(board, order, spot.province);
}

function convoyedMoveIllegality(board: Board, order: ReadOrder, from: number): Illegality | null {
  const { index } = board;
  if (!hasSea(index, from) || !hasSea(index, order.toProvince)) return illegal('unreachable', order);
  if (board.fleetsAtSea > 0 && isConnectedBySea(index, board.fleetAtSea, from, order.toProvince)) return null;
  return illegal('no-convoy-route', order);
}

function supportIllegality(board: Board, unit: number, order: ReadOrder, destination: number): Illegality | null {
  const { index } = board;
  const spot = board.spots[unit]!;
  if (order.targetProvince === NONE) return illegal('unknown-location', order);
  if (destination === NONE) return illegal('unknown-location', order, { location: namedDestination(order) });
  if (order.targetProvince === spot.province) return illegal('supports-itself', order);
  const target = board.unitAt[order.targetProvince]!;
  if (target === NONE || board.spots[target]!.type !== order.targetType) return illegal('support-target-missing', order);
  if (index.canReach[spot.type][spot.location * index.provinceCount + destination] !== 1) {
    return illegal('support-out-of-reach', order, { location: index.locations[destination]! });
  }
  return null;
}

function supportedMoveIllegality(board: Board, unit: number, order: ReadOrder, rulebook: Rulebook): Illegality | null {
  const { index } = board;
  const supporter = board.spots[unit]!;
  const target = board.spots[board.unitAt[order.targetProvince]!]!;
  if (target.type === FLEET) {
    const coast = rulebook.supportCoast === 'mustMatch' ? order.to : order.toProvince;
    const reaches =
      coast === order.toProvince
        ? index.canReach[FLEET][target.location * index.provinceCount + coast]
        : index.canGo[FLEET][target.location * index.locationCount + coast];
    return reaches === 1 ? null : impossibleMove(order, target);
  }
  if (canWalk(index, target, order.toProvince)) return null;
  if (!hasSea(index, target.province) || !hasSea(index, order.toProvince) || target.province === order.toProvince)
    return impossibleMove(order, target);
  // A fleet cannot convoy and support at once (DATC 6.D.31).
  const bySea = isConnectedBySea(index, board.fleetAtSea, target.province, order.toProvince, supporter.province);
  return bySea ? null : impossibleMove(order, target);
}

const impossibleMove = (order: ReadOrder, { unit }: UnitSpot): Illegality =>
  illegal('supported-move-impossible', order, { unit });

function convoyIllegality(board: Board, spot: UnitSpot, order: ReadOrder): Illegality | null {
  const { index } = board;
  if (spot.type !== FLEET || index.terrain[spot.province] !== SEA) return illegal('convoyer-not-at-sea', order);
  if (order.targetProvince === NONE) return illegal('unknown-location', order);
  if (order.toProvince === NONE) return illegal('unknown-location', order, { location: namedDestination(order) });
  const army = board.unitAt[order.targetProvince]!;
  if (order.targetType !== ARMY || army === NONE || board.spots[army]!.type !== ARMY) return illegal('convoys-no-army', order);
  const from = order.targetProvince;
  const to = order.toProvince;
  if (from === to || !hasSea(index, from) || !hasSea(index, to)) return illegal('convoy-impossible', order);
  return isOfUse(board, spot.province, from, to) ? null : illegal('convoy-impossible', order);
}

/**
 * Whether a fleet lies on a chain of fleets between two coasts in which every fleet is needed. One fleet that borders on both coasts is
 * such a chain.
 */
function isOfUse({ index, fleetAtSea }: Board, sea: number, from: number, to: number): boolean {
  if (index.seasAround[from]?.includes(sea) === true && index.seasAround[to]?.includes(sea) === true) return true;
  const seas: number[] = [];
  for (let province = 0; province < index.provinceCount; province += 1) if (fleetAtSea[province] === 1) seas.push(province);
  return convoyGroups(index, seas).some((group) => group.seas.includes(sea) && group.isUseful(sea, from, to));
}

/** The fleet can reach several coasts of its destination, and its order names none. */
export const AMBIGUOUS = -2;

/**
 * Returns the location that a fleet ordered to `to` moves to, `AMBIGUOUS`, or `NONE` if it cannot go there. A missing coast is filled in if
 * only one fits (DATC 4.B.2); a wrong coast is illegal (4.B.3).
 */
export function fleetDestination(index: MapIndex, from: number, to: number): number {
  if (index.canGo[FLEET][from * index.locationCount + to] === 1) return to;
  if (index.provinceOf[to] !== to || index.canReach[FLEET][from * index.provinceCount + to] !== 1) return NONE;
  const coasts = index.neighbors[FLEET][from]!.filter((location) => index.provinceOf[location] === to);
  return coasts.length === 1 ? coasts[0]! : AMBIGUOUS;
}

/** Whether an army on a spot can walk to a province. */
export const canWalk = (index: MapIndex, spot: UnitSpot, province: number): boolean =>
  index.canReach[ARMY][spot.location * index.provinceCount + province] === 1;

const illegal = (kind: IllegalityKind, { order }: ReadOrder, about: Partial<Illegality> = {}): Illegality => ({
  kind,
  order,
  ...about,
});

const namedDestination = ({ order }: ReadOrder): string => ('to' in order ? order.to : '');
