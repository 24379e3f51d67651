import type { Outcome } from '../values/outcome.js';
import { provinceOf } from '../values/unit.js';

/**
 * Whether an order is support for a move to another coast of the right province, and so of no use. The Python package drops the coast, so
 * that the support would count for it; what we write for it has no such order.
 */
export const supportsOtherCoast = ({ order, results, reasons }: Outcome<string>): boolean =>
  order.kind === 'support-move' &&
  results.includes('void') &&
  reasons.some(
    (reason) =>
      reason.kind === 'unmatched' && reason.ordered?.kind === 'move' && provinceOf(reason.ordered.to) === provinceOf(order.to),
  );
