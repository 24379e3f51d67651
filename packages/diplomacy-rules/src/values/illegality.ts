import type { Order } from './order.js';
import type { Location, Unit } from './unit.js';

/** Kinds of illegal order. */
export const ILLEGALITIES = [
  'wrong-phase',
  'no-such-unit',
  'foreign-unit',
  'second-order',
  'unknown-location',
  'same-province',
  'unreachable',
  'coast-missing',
  'no-convoy-route',
  'fleet-by-convoy',
  'supports-itself',
  'support-target-missing',
  'support-out-of-reach',
  'supported-move-impossible',
  'convoyer-not-at-sea',
  'convoys-no-army',
  'convoy-impossible',
  'not-dislodged',
  'retreat-barred',
  'nothing-to-build',
  'nothing-to-remove',
  'too-many-adjustments',
  'build-site-not-home',
  'build-site-not-owned',
  'build-site-occupied',
  'build-site-taken',
  'unit-cannot-stand-there',
] as const;

/** The kind of an illegality. */
export type IllegalityKind = (typeof ILLEGALITIES)[number];

/** Why an order is illegal: returned by `checkOrders`, and the reason of a `void` outcome. `explainIllegal` explains it in English. */
export interface Illegality {
  readonly kind: IllegalityKind;
  readonly order: Order;
  /** The unit concerned, if not the ordered one: the unit that stands there instead, or the unit to support. */
  readonly unit?: Unit;
  /** The place concerned. */
  readonly location?: Location;
  /** The owner of the unit, if another power. */
  readonly power?: string;
}
