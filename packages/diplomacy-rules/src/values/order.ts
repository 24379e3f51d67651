import type { Power } from './power.js';
import type { Location, Unit } from './unit.js';

/** Kinds of order: five of movement phases, two of retreat phases (`disband` also of adjustment phases), two of adjustment phases. */
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

/** `A PAR H`: the unit stays where it is. */
export interface HoldOrder {
  readonly kind: 'hold';
  readonly unit: Unit;
}

/** `A PAR - BUR`, `F MAO - SPA/NC`, `A LON - BEL VIA`. */
export interface MoveOrder {
  readonly kind: 'move';
  readonly unit: Unit;
  /** A coast for a fleet that moves to a province with several. Never a coast for an army. */
  readonly to: Location;
  /** Whether the order asks for a convoy. An army that can only go by sea is convoyed without it. */
  readonly viaConvoy: boolean;
}

/** `A PAR S A BUR`: support for a unit that does not move, whatever its order. */
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
  /** Destination of the supported unit. The coast is optional; the effect of a wrong one depends on the rulebook. */
  readonly to: Location;
}

/** `F NTH C A LON - BEL`. */
export interface ConvoyOrder {
  readonly kind: 'convoy';
  readonly unit: Unit;
  readonly army: Unit;
  readonly to: Location;
}

/** `A MAR R GAS`: a dislodged unit retreats. */
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

/** `WAIVE`: a power gives up a build. */
export interface WaiveOrder {
  readonly kind: 'waive';
}

/** An order to a unit, or in Winter to a power. Plain data, legal or not. */
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

/** An order that is legal in the position it was checked against. Created by `checkOrders` and `legalOrders`. */
export type LegalOrder = Order & { readonly [legal]: true };

/** The orders of a phase. A missing power orders nothing. */
export type OrdersByPower<P extends string = Power> = { readonly [power in P]?: readonly Order[] };
