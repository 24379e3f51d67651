import type { Rulebook } from './values/rulebook.js';
import { RULEBOOKS } from './values/rulebooks.js';
import type { GameMap } from './map/game-map.js';
import type { MapIndex } from './map/map-index.js';
import { indexMap } from './map/map-index.js';
import { standardMap } from './map/standard-map.js';

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
