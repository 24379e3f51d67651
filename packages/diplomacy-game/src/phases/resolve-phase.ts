import {
  adjudicate,
  formatOrder,
  type LegalOrder,
  type OrdersByPower,
  parseOrder,
  POWERS,
  toRulebook,
} from '@entente/diplomacy-rules';
import type { GameState, PhaseResolved } from '../state/index.js';
import { readOrders } from '../state/read-orders.js';

/** Judges the orders on record. Units without one hold, disband, or are not built, as the rules say. */
export function resolvePhase({ position, orders, settings }: GameState): PhaseResolved {
  const rulebook = toRulebook(settings?.rulebook ?? 'python-compatible');
  const { outcomes, next } = adjudicate(position, readOrders({ position, orders }), { rulebook });
  return {
    type: 'phase-resolved',
    phase: position.phase,
    outcomes: outcomes.map(({ power, order, results }) => ({ power, order: formatOrder(order), results })),
    next,
  };
}
