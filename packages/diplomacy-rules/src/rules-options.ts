import type { GameMap } from './map/game-map.js';
import type { MapIndex } from './map/map-index.js';
import { indexMap } from './map/map-index.js';
import { standardMap } from './map/standard-map.js';
import type { Position } from './values/position.js';
import type { Power } from './values/power.js';
import type { Rulebook } from './values/rulebook.js';
import { RULEBOOKS } from './values/rulebooks.js';

/** What board a function works on. */
export interface MapOptions<P extends string> {
  /** The board. @default standardMap */
  readonly map?: GameMap<P> | undefined;
}

/** What board, and under which rulebook. */
export interface RulesOptions<P extends string> extends MapOptions<P> {
  /** The points on which rulebooks differ. @default RULEBOOKS['2023'] */
  readonly rulebook?: Rulebook | undefined;
}

/** The numbers of the board that the options name. */
export const mapIndexOf = <P extends string>(options: MapOptions<P>): MapIndex<P> =>
  indexMap(options.map ?? (standardMap as unknown as GameMap<P>));

/** The rulebook that the options name. */
export const rulebookOf = (options: { readonly rulebook?: Rulebook | undefined }): Rulebook =>
  options.rulebook ?? RULEBOOKS['2023'];

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
