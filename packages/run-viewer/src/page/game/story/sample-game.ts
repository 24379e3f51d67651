import type { GameFact } from '@entente/diplomacy-game/state';
import { forEveryPower, type OrderRecord } from '@entente/diplomacy-game/state';
import {
  adjudicate,
  formatOrder,
  parseOrders,
  type Position,
  type Power,
  RULEBOOKS,
  startingPosition,
} from '@entente/diplomacy-rules';

/** Facts of a phase in which some powers give orders: what they ordered, and how the rules judged it. */
export function factsOfPhase(
  position: Position,
  orders: { readonly [power in Power]?: readonly string[] },
): { readonly facts: readonly GameFact[]; readonly next: Position } {
  const { phase } = position;
  const { outcomes, next } = adjudicate(position, parseOrders(position, orders).orders, {
    rulebook: RULEBOOKS['python-compatible'],
  });
  const records = outcomes.map(({ power, order, results }): OrderRecord => ({ power, order: formatOrder(order), results }));
  return {
    facts: [
      ...Object.entries(orders).map(([power, own]): GameFact => ({
        type: 'orders-submitted',
        phase,
        power: power as Power,
        orders: own,
        valid: own.length,
        repaired: 0,
        illegal: [],
      })),
      { type: 'phase-resolved', phase, outcomes: records, next },
    ],
    next,
  };
}

/** The fact with which a game begins: seven offline players with press. */
export const begun: GameFact = {
  type: 'game-begun',
  position: startingPosition(),
  seats: forEveryPower(() => ({ model: 'offline' })),
  settings: {
    maxYear: 1905,
    negotiationRounds: 1,
    adaptiveRounds: false,
    planning: true,
    phaseSummaries: false,
    rulebook: 'python-compatible',
  },
};
