import { adjustmentsDue } from '../legal/adjustments-due.js';
import { legalOrdersOfPower } from '../legal/legal-orders.js';
import type { LegalOrder } from '../values/order.js';
import { parsePhase } from '../values/phase.js';
import type { Bot } from './random-bot.js';

/** Holds with every unit, disbands what is dislodged, builds nothing, and removes the units that come first. */
export const holdBot: Bot = (position, power) => {
  const units = legalOrdersOfPower(position, power);
  const ofKind = (kind: LegalOrder['kind']): readonly LegalOrder[] =>
    units.flatMap(({ orders }) => orders.find((order) => order.kind === kind) ?? []);
  switch (parsePhase(position.phase)?.type) {
    case 'M':
      return ofKind('hold');
    case 'R':
      return ofKind('disband');
    default: {
      const { count } = adjustmentsDue(position, power);
      return count > 0
        ? Array.from({ length: count }, () => ({ kind: 'waive' }) as LegalOrder)
        : ofKind('disband').slice(0, -count);
    }
  }
};
