import { formatOrder } from '../notation/format-order.js';
import { parseOrder } from '../notation/parse-order.js';
import type { Order, OrdersByPower } from '../values/order.js';
import type { Position } from '../values/position.js';
import type { Power } from '../values/power.js';
import type { OfPowers } from './rules-case.js';
import { byPower } from './rules-case.js';

/** One order of a case: its text, and its canonical text, or `null` if it was not understood. */
export interface TextOfCase {
  readonly power: Power;
  readonly text: string;
  readonly canonical: string | null;
}

/** Orders of a case, as texts and as read. */
export interface TextsOfCase {
  readonly texts: readonly TextOfCase[];
  readonly orders: OrdersByPower;
}

/** Reads the orders of a case. An order that is not understood is left out, so that its unit holds, as after a void order. */
export function readTexts(position: Position, texts: OfPowers<readonly string[]>): TextsOfCase {
  const read: (TextOfCase & { readonly order: Order | null })[] = [];
  const orders = byPower((power) => {
    const ofPower = (texts[power] ?? []).map((text) => {
      const parsed = parseOrder(text, { position, power });
      const order = parsed.ok ? parsed.order : null;
      return { power, text, order, canonical: order === null ? null : formatOrder(order) };
    });
    read.push(...ofPower);
    return ofPower.flatMap(({ order }) => (order === null ? [] : [order]));
  });
  return { texts: read.map(({ power, text, canonical }) => ({ power, text, canonical })), orders };
}
