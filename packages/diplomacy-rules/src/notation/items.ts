import type { Location, Province, UnitType } from '../values/unit.js';
import type { Deed, Particle, Preposition } from './order-words.js';
import type { Span } from './tokenize.js';

/** A place in an order's text, with its coast where one was written. */
export interface PlaceItem extends Span {
  readonly kind: 'place';
  readonly province: Province;
  readonly coast?: string | undefined;
}

/** A type of unit in an order's text; `isLetter` if it is `A` or `F`. */
export interface TypeItem extends Span {
  readonly kind: 'unit-type';
  readonly type: UnitType;
  readonly isLetter: boolean;
}

/** A word that says what is done. */
export interface DeedItem extends Span {
  readonly kind: 'deed';
  readonly deed: Deed;
  /** Whether it is written as `moving`, which is said of a unit that something else is done to. */
  readonly isParticiple?: boolean | undefined;
}

/** A word or sign that says what the place behind it is in the order. */
export interface PrepositionItem extends Span {
  readonly kind: 'preposition';
  readonly preposition: Preposition;
  /** Whether it is the word `via`, which by itself speaks of a convoy, as `over` does not. */
  readonly isVia?: boolean | undefined;
}

/** A piece of an order's text that nobody understands, and the places that it may be meant to name. */
export interface UnknownItem extends Span {
  readonly kind: 'unknown';
  readonly spelling: string;
  readonly near?: readonly Province[] | undefined;
}

/** A piece of an order's text that means one thing, or that nobody understands. */
export type Item =
  | PlaceItem
  | TypeItem
  | DeedItem
  | PrepositionItem
  | UnknownItem
  | (Span & { readonly kind: 'particle'; readonly particle: Particle })
  | (Span & { readonly kind: 'number' })
  | (Span & { readonly kind: 'ambiguous-place'; readonly candidates: readonly Location[] })
  | (Span & { readonly kind: 'unknown-coast'; readonly province: Province });

/** A unit as somebody wrote it: the type may be missing, the coast missing or wrong. */
export interface WrittenUnit {
  readonly type?: UnitType | undefined;
  readonly place: PlaceItem;
}

/** An order as somebody wrote it, understood but not yet completed by what the map and the position say. */
export type Sentence =
  | { readonly kind: 'waive' }
  | { readonly kind: 'hold' | 'disband' | 'build'; readonly unit: WrittenUnit }
  | { readonly kind: 'move'; readonly unit: WrittenUnit; readonly to: PlaceItem; readonly viaConvoy: boolean }
  | { readonly kind: 'retreat'; readonly unit: WrittenUnit; readonly to: PlaceItem }
  | { readonly kind: 'support-hold'; readonly unit: WrittenUnit; readonly target: WrittenUnit }
  | { readonly kind: 'support-move'; readonly unit: WrittenUnit; readonly target: WrittenUnit; readonly to: PlaceItem }
  | { readonly kind: 'convoy'; readonly unit: WrittenUnit; readonly army: WrittenUnit; readonly to: PlaceItem };
