import type { MapOptions } from '../rules-options.js';
import type { LegalOrder } from '../values/order.js';
import type { Position } from '../values/position.js';
import type { Power } from '../values/power.js';

/** What a bot needs besides a position. */
export interface BotOptions<P extends string = Power> extends MapOptions<P> {
  /** Numbers in [0, 1), as from `seededRandom`. All that a bot leaves to chance comes from here. */
  readonly random: () => number;
}

/** Chooses the orders of one power for the phase of a position. */
export type Bot<P extends string = Power> = (position: Position<P>, power: P, options: BotOptions<P>) => readonly LegalOrder[];
