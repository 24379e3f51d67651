import type { Adjudication } from '../values/adjudication.js';
import type { OrdersByPower } from '../values/order.js';
import type { Position } from '../values/position.js';
import type { Power } from '../values/power.js';
import type { SavedMessage } from './saved-game.js';

/** A phase that was played, or is being played. */
export interface PlayedPhase<P extends string = Power> {
  readonly position: Position<P>;
  /** When the phase began, in microseconds since 1970. The package has no clock of its own. */
  readonly timestampUs: number;
  readonly orders?: OrdersByPower<P> | undefined;
  /** What `adjudicate` made of the orders; left out in the phase the game is in. */
  readonly adjudication?: Adjudication<P> | undefined;
  readonly messages?: readonly SavedMessage[] | undefined;
  /** Further keys of the phase that some program wants to find, as `summary`. */
  readonly extra?: Readonly<Record<string, unknown>> | undefined;
}
