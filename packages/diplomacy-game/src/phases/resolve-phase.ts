import { adjudicate, formatOrder, toRulebook } from '@entente/diplomacy-rules';
import type { PhaseResolved } from '../state/game-facts.js';
import { readOrders } from '../state/game-state.js';
import type { GameState } from '../state/index.js';

/** Judges the orders on record. Units without an order hold or disband, and builds without one are lost, as the rules require. */
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
