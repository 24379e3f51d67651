import type { Order, Position, Power, RulebookChoice } from '@entente/diplomacy-rules';
import type { DiaryEntry, PressMessage } from '@entente/diplomacy-game';

/** An order of a movement phase with what became of it, exactly. */
export interface JudgedOrder {
  readonly power: Power;
  readonly order: Order;
  /** `A PAR - BUR (bounce)`. */
  readonly text: string;
  /** What came of it and why, in English. */
  readonly explanation: string;
}

/** An entry of the diary that a power kept to itself. */
export interface PrivateEntry extends DiaryEntry {
  readonly power: Power;
}

/** All there is to judge a movement phase by: plain data, the same whoever judges. */
export interface PhaseMaterial {
  readonly phase: string;
  /** Before the orders. */
  readonly position: Position;
  readonly rulebook: RulebookChoice;
  readonly press: readonly PressMessage[];
  readonly orders: readonly JudgedOrder[];
  /** Retreats, builds and removals between this movement phase and the next: `F1901R FRANCE: A BUR R PAR`. */
  readonly aftermath: readonly string[];
  readonly diaries: readonly PrivateEntry[];
}
