import type { DiaryEntry, PressMessage } from '@entente/diplomacy-game/state';
import type { Order, Position, Power, RulebookChoice } from '@entente/diplomacy-rules';

/** An order of a movement phase, with its exact result. */
export interface JudgedOrder {
  readonly power: Power;
  readonly order: Order;
  /** `A PAR - BUR (bounce)`. */
  readonly text: string;
  /** The result and its reason, in English. */
  readonly explanation: string;
}

/** An entry of a power's private diary. */
export interface PrivateEntry extends DiaryEntry {
  readonly power: Power;
}

/** Everything that the analyst sees of a movement phase. It is plain data, the same for every judge. */
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
