import { standardMap } from '../map/standard-map.js';
import { internOrder } from '../values/intern-order.js';
import type { Order } from '../values/order.js';
import type { Power } from '../values/power.js';
import type { Complaint, RefusalKind } from './complaint.js';
import { isComplaint } from './complaint.js';
import { completeOrder } from './complete-order.js';
import type { Surroundings } from './complete-unit.js';
import { nearestOrder } from './nearest-order.js';
import type { ParseOptions } from './parse-options.js';
import { placeNamesOf } from './place-names.js';
import type { ReadText, Readings } from './read-text.js';
import { readText } from './read-text.js';
import type { Refusal } from './refusal.js';
import { toRefusal } from './refusal.js';

/** An order, or why the text is none. */
export type ParsedOrder = { readonly ok: true; readonly order: Order } | { readonly ok: false; readonly refusal: Refusal };

/**
 * Reads one order, in the notation of the field or in plain English: `A PAR - BUR`, `Army Paris to Burgundy`, `the French fleet in Brest
 * supports London into the English Channel`. Comments, bullets and nationalities are skipped. Whether the order is legal is not asked:
 * `checkOrder` does that. The same order is the same frozen object every time.
 */
export function parseOrder<P extends string = Power>(text: string, options: ParseOptions<P> = {}): ParsedOrder {
  const map = options.map ?? standardMap;
  const names = placeNamesOf(map);
  const order = orderOf(readText(text, names), { map, names, position: options.position });
  if (!isComplaint(order)) return { ok: true, order: internOrder(order) };
  const refusal = toRefusal(order, text, names);
  const suggestion = nearestOrder(order, text, options);
  return { ok: false, refusal: Object.freeze(suggestion === null ? refusal : { ...refusal, suggestion }) };
}

const NEEDS_MORE: ReadonlySet<RefusalKind> = new Set(['empty', 'unit-missing', 'order-missing', 'place-missing']);

/** The whole as one order; failing that, the only one of its clauses that is one, as in `A PAR - BUR; that surprises Germany`. */
function orderOf({ whole, clauses, start, end }: ReadText, around: Surroundings): Order | Complaint {
  const orders = new Set<Order>();
  for (const clause of clauses) {
    const order = firstOrder(clause, around);
    if (!isComplaint(order)) orders.add(internOrder(order));
  }
  if (orders.size > 1) return { kind: 'several-orders', start, end };
  const order = firstOrder(whole, around);
  const [only = order] = orders;
  return isComplaint(order) ? only : order;
}

function firstOrder([opened, withoutComment]: Readings, around: Surroundings): Order | Complaint {
  const order = isComplaint(opened) ? opened : completeOrder(opened, around);
  if (withoutComment === undefined || !isComplaint(order)) return order;
  const other = isComplaint(withoutComment) ? withoutComment : completeOrder(withoutComment, around);
  // Without what is in the brackets something may be missing that they hold: `A PAR S (A MARR - BUR)`.
  return isComplaint(other) && NEEDS_MORE.has(other.kind) ? order : other;
}
