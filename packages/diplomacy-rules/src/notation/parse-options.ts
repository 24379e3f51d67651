import type { MapOptions } from '../rules-options.js';
import type { Position } from '../values/position.js';
import type { Power } from '../values/power.js';

/** What helps to understand an order. */
export interface ParseOptions<P extends string = Power> extends MapOptions<P> {
  /**
   * Where the order is given. Types and coasts that were left out are read from it, a move of a retreat phase is a retreat, and a refusal
   * suggests a legal order. Without it they have to be written where the map alone does not tell them.
   */
  readonly position?: Position<P> | undefined;
  /** Who gives the order; refusals suggest orders of this power only. @default all powers */
  readonly power?: P | undefined;
}
