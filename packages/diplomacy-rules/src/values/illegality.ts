import type { Order } from './order.js';
import type { Location, Unit } from './unit.js';

/** Every way in which an order that was understood is not allowed. */
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

/** Why an order is not allowed: what `checkOrders` returns, and what makes an outcome `void`. `explainIllegal` says it in English. */
export interface Illegality {
  readonly kind: IllegalityKind;
  readonly order: Order;
  /** The unit it is about, where that is not the ordered one: the one that stands there instead, or the one to support. */
  readonly unit?: Unit;
  /** The place it is about. */
  readonly location?: Location;
  /** The power it is about: whose unit it is. */
  readonly power?: string;
}
