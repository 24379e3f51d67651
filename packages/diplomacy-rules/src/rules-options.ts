import type { GameMap } from './map/game-map.js';
import type { MapIndex } from './map/map-index.js';
import { indexMap } from './map/map-index.js';
import { standardMap } from './map/standard-map.js';
import type { Position } from './values/position.js';
import type { Power } from './values/power.js';
import type { Rulebook } from './values/rulebook.js';
import { RULEBOOKS } from './values/rulebooks.js';

/** Option of functions that work on a board. */
export interface MapOptions<P extends string> {
  /** The board. @default standardMap */
  readonly map?: GameMap<P> | undefined;
}

/** Options of functions that apply the rules. */
export interface RulesOptions<P extends string> extends MapOptions<P> {
  /** Values of the switches on which rulebooks differ. @default RULEBOOKS['2023'] */
  readonly rulebook?: Rulebook | undefined;
}

/** Returns the index of the map in the options. */
export const mapIndexOf = <P extends string>(options: MapOptions<P>): MapIndex<P> =>
  indexMap(options.map ?? (standardMap as unknown as GameMap<P>));

/** Returns the rulebook in the options. */
export const rulebookOf = (options: { readonly rulebook?: Rulebook | undefined }): Rulebook =>
  options.rulebook ?? RULEBOOKS['2023'];

/** Options of parsing orders. */
export interface ParseOptions<P extends string = Power> extends MapOptions<P> {
  /**
   * Position in which the order is given. It supplies missing types and coasts, turns moves of a retreat phase into retreats, and lets
   * refusals suggest legal orders. Without it types and coasts have to be written unless the map alone decides them.
   */
  readonly position?: Position<P> | undefined;
  /** Power that gives the order. Refusals suggest orders of this power only. @default all powers */
  readonly power?: P | undefined;
}
