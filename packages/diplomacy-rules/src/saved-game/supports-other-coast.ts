import type { Outcome } from '../values/outcome.js';
import { provinceOf, typeOfUnit } from '../values/unit.js';

/**
 * Whether an order is a fleet's support for a move to another coast of the right province, and so of no use. The Python package drops the
 * coast, so that the support would count for it; what we write for it has no such order. In the order of an army it keeps the coast.
 */
export const supportsOtherCoast = ({ order, results, reasons }: Outcome<string>): boolean =>
  order.kind === 'support-move' &&
  typeOfUnit(order.unit) === 'F' &&
  results.includes('void') &&
  reasons.some(
    (reason) =>
      reason.kind === 'unmatched' && reason.ordered?.kind === 'move' && provinceOf(reason.ordered.to) === provinceOf(order.to),
  );
