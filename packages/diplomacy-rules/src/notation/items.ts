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

/** A word for a deed. */
export interface DeedItem extends Span {
  readonly kind: 'deed';
  readonly deed: Deed;
  /** Whether it is a participle like `moving`, which belongs to the supported or convoyed unit. */
  readonly isParticiple?: boolean | undefined;
}

/** A word or sign before a place that decides its role in the order. */
export interface PrepositionItem extends Span {
  readonly kind: 'preposition';
  readonly preposition: Preposition;
  /** Whether it is the word `via`, which implies a convoy by itself, unlike `over`. */
  readonly isVia?: boolean | undefined;
}

/** A piece of an order's text that is not understood, and the places it may name. */
export interface UnknownItem extends Span {
  readonly kind: 'unknown';
  readonly spelling: string;
  readonly near?: readonly Province[] | undefined;
}

/** A piece of an order's text with one meaning, or without any. */
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

/** A unit as written: the type may be missing, the coast missing or wrong. */
export interface WrittenUnit {
  readonly type?: UnitType | undefined;
  readonly place: PlaceItem;
}

/** An order as written: understood, but not yet completed from map and position. */
export type Sentence =
  | { readonly kind: 'waive' }
  | { readonly kind: 'hold' | 'disband' | 'build'; readonly unit: WrittenUnit }
  | { readonly kind: 'move'; readonly unit: WrittenUnit; readonly to: PlaceItem; readonly viaConvoy: boolean }
  | { readonly kind: 'retreat'; readonly unit: WrittenUnit; readonly to: PlaceItem }
  | { readonly kind: 'support-hold'; readonly unit: WrittenUnit; readonly target: WrittenUnit }
  | { readonly kind: 'support-move'; readonly unit: WrittenUnit; readonly target: WrittenUnit; readonly to: PlaceItem }
  | { readonly kind: 'convoy'; readonly unit: WrittenUnit; readonly army: WrittenUnit; readonly to: PlaceItem };
