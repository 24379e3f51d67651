import type { Power, Province } from '@entente/diplomacy-rules';
import { goalOf, readOrderText } from './read-order-text.js';
import type { Reading } from './read-prompt.js';
import { isFriend, type Stance } from './stance.js';

/** A friend or partner whom a power attacks in this phase, and the prize. */
export type Betrayals = ReadonlyMap<Power, Province>;

/**
 * Decides for every friend and partner whether to betray it now. A centre without a unit that can be taken at once tempts, most of all in
 * Fall, against the weak and when the other power leads. Loyalty, good relations and a leader who has to be stopped hold back.
 */
export function decideBetrayals(
  { board, self, legalOrders }: Reading,
  stance: Stance,
  { bound, random }: { readonly bound: ReadonlySet<Power>; readonly random: () => number },
): Betrayals {
  const betrayals = new Map<Power, Province>();
  if (board === null) return betrayals;
  const isFall = board.phase.startsWith('F');
  const goals = new Set(
    legalOrders.map(readOrderText).flatMap((order) => (order.kind === 'move' && !order.viaConvoy ? (goalOf(order) ?? []) : [])),
  );
  const own = board.centers[self].length;
  for (const { power } of stance.neighbors) {
    if (!isFriend(stance, power) && !bound.has(power)) continue;
    const open = board.centers[power].filter((center) => goals.has(center) && !board.occupants.has(center));
    const first = open[0];
    if (first === undefined) continue;
    const { loyalty, boldness } = stance.temper;
    const theirs = board.centers[power].length;
    const weakness = theirs <= 3 ? 1.4 : theirs > own + 2 ? 0.7 : 1;
    const greed =
      (1 - loyalty) * (0.35 + 0.5 * boldness) * weakness * (open.length > 1 ? 1.5 : 1) * (own >= 14 ? 2.2 : own >= 10 ? 1.4 : 1);
    const restraint = 1 + 0.6 * Math.max(0, stance.regard(power));
    if (random() < (greed * (isFall ? 1 : 0.4)) / restraint) betrayals.set(power, first);
  }
  return betrayals;
}
