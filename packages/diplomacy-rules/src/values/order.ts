import type { Power } from './power.js';
import type { Location, Unit } from './unit.js';

/** Every kind of order: five of a movement phase, two of a retreat phase (`disband` is one of adjustments too), two of adjustments. */
export const ORDER_KINDS = [
  'hold',
  'move',
  'support-hold',
  'support-move',
  'convoy',
  'retreat',
  'disband',
  'build',
  'waive',
] as const;

/** The kind of an order. */
export type OrderKind = (typeof ORDER_KINDS)[number];

/** `A PAR H`: the unit stays where it is. */
export interface HoldOrder {
  readonly kind: 'hold';
  readonly unit: Unit;
}

/** `A PAR - BUR`, `F MAO - SPA/NC`, `A LON - BEL VIA`. */
export interface MoveOrder {
  readonly kind: 'move';
  readonly unit: Unit;
  /** A coast where a fleet moves to a province with several; never one for an army. */
  readonly to: Location;
  /** Whether the order says that the army goes by convoy. An army that can only get there by sea is convoyed without it. */
  readonly viaConvoy: boolean;
}

/** `A PAR S A BUR`: support for a unit that does not move, whatever else it is ordered to do. */
export interface SupportHoldOrder {
  readonly kind: 'support-hold';
  readonly unit: Unit;
  readonly target: Unit;
}

/** `A PAR S A MAR - BUR`: support for a move. */
export interface SupportMoveOrder {
  readonly kind: 'support-move';
  readonly unit: Unit;
  readonly target: Unit;
  /** Where the supported unit goes. A coast may be left out; the rulebook says what a wrong one means. */
  readonly to: Location;
}

/** `F NTH C A LON - BEL`. */
export interface ConvoyOrder {
  readonly kind: 'convoy';
  readonly unit: Unit;
  readonly army: Unit;
  readonly to: Location;
}

/** `A MAR R GAS`: a dislodged unit's way out. */
export interface RetreatOrder {
  readonly kind: 'retreat';
  readonly unit: Unit;
  readonly to: Location;
}

/** `A MAR D`: a dislodged unit gives up, or a unit is removed in Winter. */
export interface DisbandOrder {
  readonly kind: 'disband';
  readonly unit: Unit;
}

/** `F STP/NC B`: a new unit. */
export interface BuildOrder {
  readonly kind: 'build';
  readonly unit: Unit;
}

/** `WAIVE`: one build less. */
export interface WaiveOrder {
  readonly kind: 'waive';
}

/** What a unit, or in Winter a power, is told to do. Plain data; says nothing of whether the rules allow it. */
export type Order =
  | HoldOrder
  | MoveOrder
  | SupportHoldOrder
  | SupportMoveOrder
  | ConvoyOrder
  | RetreatOrder
  | DisbandOrder
  | BuildOrder
  | WaiveOrder;

declare const legal: unique symbol;

/** An order that the rules allow in the position it was checked against. `checkOrders` and `legalOrders` make them. */
export type LegalOrder = Order & { readonly [legal]: true };

/** The orders of a phase. A power that is left out orders nothing. */
export type OrdersByPower<P extends string = Power> = { readonly [power in P]?: readonly Order[] };
