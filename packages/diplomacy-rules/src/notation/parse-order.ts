import { standardMap } from '../map/standard-map.js';
import type { ParseOptions } from '../rules-options.js';
import type { Order } from '../values/order.js';
import type { Power } from '../values/power.js';
import { chooseOrder } from './choose-order.js';
import { isComplaint } from './complaint.js';
import { internOrder } from './format-order.js';
import { nearestOrder } from './nearest-order.js';
import { placeNamesOf } from './place-names.js';
import { readText } from './read-text.js';
import type { Refusal } from './refusal.js';
import { toRefusal } from './refusal.js';

/** An order, or why the text is not one. */
export type ParsedOrder = { readonly ok: true; readonly order: Order } | { readonly ok: false; readonly refusal: Refusal };

/**
 * Reads one order, in the notation of the field or in plain English: `A PAR - BUR`, `Army Paris to Burgundy`, `the French fleet in Brest
 * supports London into the English Channel`. Skips comments, bullets and nationalities. Does not check whether the order is legal;
 * `checkOrder` does. Equal orders are the same frozen object.
 */
export function parseOrder<P extends string = Power>(text: string, options: ParseOptions<P> = {}): ParsedOrder {
  const map = options.map ?? standardMap;
  const names = placeNamesOf(map);
  const around = { map, names, position: options.position };
  const order = chooseOrder(readText(text, names), around);
  if (!isComplaint(order)) return { ok: true, order: internOrder(order) };
  const refusal = toRefusal(order, text, around);
  const suggestion = nearestOrder(order, text, options);
  return { ok: false, refusal: Object.freeze(suggestion === null ? refusal : { ...refusal, suggestion }) };
}
