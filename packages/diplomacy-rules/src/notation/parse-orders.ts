import type { MapOptions } from '../rules-options.js';
import { mapIndexOf } from '../rules-options.js';
import type { Order, OrdersByPower } from '../values/order.js';
import type { Position } from '../values/position.js';
import type { Power } from '../values/power.js';
import { parseOrder } from './parse-order.js';
import type { Refusal } from './refusal.js';

/** Orders of powers, parsed. */
export interface ParsedOrders<P extends string = Power> {
  /** Understood orders of each power, in the sequence written. Powers without any text are left out. */
  readonly orders: OrdersByPower<P>;
  /** Texts that were not understood. */
  readonly refused: readonly { readonly power: P; readonly refusal: Refusal }[];
}

/** Reads the orders of a phase, power by power. Keeps both of two orders to one unit; `checkOrders` decides which one counts. */
export function parseOrders<P extends string = Power>(
  position: Position<P>,
  texts: { readonly [power in P]?: readonly string[] },
  options: MapOptions<P> = {},
): ParsedOrders<P> {
  const orders: { [power in P]?: readonly Order[] } = {};
  const refused: { power: P; refusal: Refusal }[] = [];
  for (const power of mapIndexOf(options).powers) {
    const written = texts[power];
    if (written === undefined) continue;
    const understood: Order[] = [];
    for (const text of written) {
      const parsed = parseOrder(text, { ...options, position, power });
      if (parsed.ok) understood.push(parsed.order);
      else refused.push({ power, refusal: parsed.refusal });
    }
    orders[power] = understood;
  }
  return { orders, refused };
}
