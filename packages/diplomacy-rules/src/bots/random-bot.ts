import { adjustmentsDue } from '../legal/adjustments-due.js';
import { legalOrdersOfPower } from '../legal/legal-orders.js';
import type { OrderableUnit } from '../legal/order-table.js';
import type { MapOptions } from '../rules-options.js';
import type { LegalOrder } from '../values/order.js';
import { parsePhase } from '../values/phase.js';
import type { Position } from '../values/position.js';
import type { Power } from '../values/power.js';

/** Options of a bot. */
export interface BotOptions<P extends string = Power> extends MapOptions<P> {
  /** Source of numbers in [0, 1), such as `seededRandom`. A bot takes all its chance from it. */
  readonly random: () => number;
}

/** Chooses the orders of one power for the phase of a position. */
export type Bot<P extends string = Power> = (position: Position<P>, power: P, options: BotOptions<P>) => readonly LegalOrder[];

/**
 * Bot that gives every unit one of its legal orders, all equally likely. In Winter it builds and removes as many units as are due, at
 * random.
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

/** Draws `count` items of a list, all equally likely. */
function drawn(units: readonly OrderableUnit[], count: number, random: () => number): readonly OrderableUnit[] {
  const left = [...units];
  return Array.from({ length: Math.min(count, left.length) }, () => left.splice(Math.floor(random() * left.length), 1)[0]!);
}
