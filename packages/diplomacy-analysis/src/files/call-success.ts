import type { CallPlace } from '@entente/diplomacy-game/state';
import { countOf } from '@entente/studies/tables';
import type { CallOutcomes, OrdersOutcome } from '../record/call-outcomes.js';

/** Maximum number of illegal orders in a row, as in the predecessor's files. */
const QUOTED = 5;

/**
 * Returns `success` of llm_responses.csv for an answer that stands, by the facts. The predecessor's scripts look for
 * `Success`, `TRUE` and `PARTIAL`, for `Failure:` and `FALSE`, and for `Invalid LLM Moves (n)`.
 */
export function callSuccess({ base, stage }: CallPlace, { missing, rounds, orders }: CallOutcomes): string {
  const failure = missing.get(base);
  if (failure !== undefined) return `Failure: ${failure.reason}: ${failure.detail}`;
  switch (stage) {
    case 'orders': {
      const outcome = orders.get(base);
      return outcome === undefined ? PENDING : ordersSuccess(outcome);
    }
    case 'message': {
      const { delivered, dropped } = rounds.get(base) ?? { delivered: [], dropped: [] };
      const lost = dropped.length === 0 ? '' : `, ${dropped.length} not delivered (${[...new Set(dropped)].join(', ')})`;
      return `Success: ${countOf(delivered.length, 'message')}${lost}`;
    }
    case 'negotiation-diary':
    case 'state-update':
      return 'TRUE';
    default:
      return 'Success';
  }
}

/** The step is not over yet. */
const PENDING = 'Success: not settled yet';

function ordersSuccess({ submitted, defaulted }: OrdersOutcome): string {
  const { valid, repaired, illegal } = submitted;
  const quoted = illegal.slice(0, QUOTED).join(', ');
  if (defaulted === null) {
    if (repaired === 0 && illegal.length === 0) return 'Success';
    return `Success: ${valid} valid at once, ${repaired} when asked again${illegal.length > 0 ? `, not allowed at first: ${quoted}` : ''}`;
  }
  const units = defaulted.units.join(', ');
  if (defaulted.reason === 'illegal')
    return `Failure: Invalid LLM Moves (${illegal.length}): ${quoted}; without an order: ${units}`;
  if (valid + repaired === 0) return `Failure: No moves extracted (${defaulted.reason}); without an order: ${units}`;
  return `PARTIAL: ${valid + repaired} of ${valid + repaired + defaulted.units.length} ordered; without an order: ${units}`;
}
