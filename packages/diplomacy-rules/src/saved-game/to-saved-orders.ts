import type { MapIndex } from '../map/map-index.js';
import { ARMY } from '../map/map-index.js';
import { formatOrder } from '../notation/format-order.js';
import type { Order } from '../values/order.js';
import type { Outcome } from '../values/outcome.js';
import { locationOfUnit, provinceOf, typeOfUnit } from '../values/unit.js';
import type { PlayedPhase, SavedPhase } from './saved-game.js';

/** Converts the orders of a phase to those that the Python package accepts, in its own words. */
export function toSavedOrders<P extends string>(
  board: MapIndex<P>,
  { position, orders = {}, adjudication }: Pick<PlayedPhase<P>, 'position' | 'orders' | 'adjudication'>,
  { isLast }: { readonly isLast: boolean },
): SavedPhase['orders'] {
  const isGone = (power: P) =>
    position.units[power].length + position.centers[power].length + Object.keys(position.retreats[power]).length === 0;
  return Object.fromEntries(
    board.powers.map((power) => {
      const given: readonly Order[] | undefined = orders[power];
      if (given === undefined) return [power, isLast && !isGone(power) ? null : []];
      const outcomes = adjudication?.outcomes.filter((outcome) => outcome.power === power);
      const waives = outcomes?.some(({ order }) => order.kind === 'waive') === true;
      const taken =
        outcomes && new Set(outcomes.filter((outcome) => isTaken(outcome, waives)).map(({ order }) => formatOrder(order)));
      const texts = given.flatMap((order) =>
        order.kind === 'waive' || taken?.has(formatOrder(order)) === false ? [] : [savedText(board, order)],
      );
      return [power, [...new Set(texts)]];
    }),
  );
}

/**
 * Whether the Python package accepts an order. A legal build or removal too many is accepted without effect, unless a waived build made it
 * one too many, because the package forgets waives.
 */
function isTaken(outcome: Outcome<string>, waives: boolean): boolean {
  const illegal = outcome.reasons.find((reason) => reason.kind === 'illegal');
  if (illegal !== undefined) return illegal.illegality.kind === 'too-many-adjustments' && !waives;
  return !supportsOtherCoast(outcome);
}

/** As `formatOrder`, but a fleet's support names no coast to move to, and an army that can only go by sea has `VIA`. */
function savedText(board: MapIndex, order: Order): string {
  if (order.kind === 'support-move' && typeOfUnit(order.unit) === 'F') return formatOrder({ ...order, to: provinceOf(order.to) });
  return formatOrder(withVia(board, order));
}

/** Converts an order to the form of the Python package: adds `VIA` for an army that can only go by sea. */
export function withVia(board: MapIndex, order: Order): Order {
  if (order.kind !== 'move' || order.viaConvoy || typeOfUnit(order.unit) !== 'A') return order;
  const from = board.locationNumbers.get(locationOfUnit(order.unit));
  const to = board.locationNumbers.get(order.to);
  const walks = from === undefined || to === undefined || board.canGo[ARMY][from * board.locationCount + to] === 1;
  return walks ? order : { ...order, viaConvoy: true };
}

/**
 * Whether an order is a fleet's support for a move to the wrong coast of the right province. The Python package drops the coast of such an
 * order and so counts it, so it is left out of saved games. It keeps the coast in the order of an army.
 */
export const supportsOtherCoast = ({ order, results, reasons }: Outcome<string>): boolean =>
  order.kind === 'support-move' &&
  typeOfUnit(order.unit) === 'F' &&
  results.includes('void') &&
  reasons.some(
    (reason) =>
      reason.kind === 'unmatched' && reason.ordered?.kind === 'move' && provinceOf(reason.ordered.to) === provinceOf(order.to),
  );
