import { type LegalOrder, type OrdersByPower, parseOrder, POWERS } from '@entente/diplomacy-rules';
import type { GameState } from './game-state.js';

/** Reads the recorded orders of a phase into the form that the rules take. */
export function readOrders({ position, orders }: Pick<GameState, 'position' | 'orders'>): OrdersByPower {
  const readOwn = (power: (typeof POWERS)[number]): readonly LegalOrder[] =>
    (orders[power] ?? []).flatMap((text) => {
      const parsed = parseOrder(text, { position, power });
      return parsed.ok ? [parsed.order as LegalOrder] : [];
    });
  return Object.fromEntries(POWERS.map((power) => [power, readOwn(power)]));
}
