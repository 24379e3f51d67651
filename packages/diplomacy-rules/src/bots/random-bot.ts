import { adjustmentsDue } from '../legal/adjustments-due.js';
import { legalOrdersOfPower } from '../legal/legal-orders.js';
import type { OrderableUnit } from '../legal/order-table.js';
import type { MapOptions } from '../rules-options.js';
import type { LegalOrder } from '../values/order.js';
import { parsePhase } from '../values/phase.js';
import type { Position } from '../values/position.js';
import type { Power } from '../values/power.js';

/** What a bot needs besides a position. */
export interface BotOptions<P extends string = Power> extends MapOptions<P> {
  /** Numbers in [0, 1), as from `seededRandom`. All that a bot leaves to chance comes from here. */
  readonly random: () => number;
}

/** Chooses the orders of one power for the phase of a position. */
export type Bot<P extends string = Power> = (position: Position<P>, power: P, options: BotOptions<P>) => readonly LegalOrder[];

/**
 * Gives every unit one of its legal orders, each as likely as any other. In Winter it builds and removes as many units as are due, anywhere
 * and of any kind.
 */
export function randomBot<P extends string = Power>(
  position: Position<P>,
  power: P,
  options: BotOptions<P>,
): readonly LegalOrder[] {
  const { random } = options;
  const units = legalOrdersOfPower(position, power, options);
  if (parsePhase(position.phase)?.type !== 'A') return units.map(({ orders }) => pick(orders, random));
  const due = Math.abs(adjustmentsDue(position, power, options).count);
  return drawn(units, due, random).map(({ orders }) =>
    pick(
      orders.filter(({ kind }) => kind !== 'waive'),
      random,
    ),
  );
}

const pick = (orders: readonly LegalOrder[], random: () => number): LegalOrder => orders[Math.floor(random() * orders.length)]!;

/** Some of a list, each as likely as any other to be among them. */
function drawn(units: readonly OrderableUnit[], count: number, random: () => number): readonly OrderableUnit[] {
  const left = [...units];
  return Array.from({ length: Math.min(count, left.length) }, () => left.splice(Math.floor(random() * left.length), 1)[0]!);
}
