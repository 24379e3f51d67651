import type { Location } from '../values/unit.js';
import type { Sentence } from './items.js';
import type { Span } from './tokenize.js';

/** Kinds of text that is not an order. */
export const REFUSAL_KINDS = [
  'empty',
  'too-long',
  'several-orders',
  'ambiguous-order',
  'two-origins',
  'unknown-word',
  'unexpected-word',
  'unknown-place',
  'ambiguous-place',
  'unknown-coast',
  'coast-missing',
  'unit-type-missing',
  'unit-missing',
  'other-missing',
  'order-missing',
  'place-missing',
  'route-not-at-sea',
] as const;

/**
 * `empty`: no text. `too-long`: longer than any order. `several-orders`: more than one order. `ambiguous-order`: several possible meanings.
 * `two-origins`: the unit stands in one place but comes from another. `unknown-word`: not a word of an order. `unexpected-word`: a word in
 * the wrong place. `unknown-place`: no place with this name. `ambiguous-place`: several places with this name. `unknown-coast`: the
 * province has no such coast. `coast-missing`: several coasts fit. `unit-type-missing`: army or fleet is undecided. `unit-missing`: no
 * ordered unit. `other-missing`: no unit to support or convoy. `order-missing`: no deed. `place-missing`: no destination.
 * `route-not-at-sea`: a convoy route over land.
 */
export type RefusalKind = (typeof REFUSAL_KINDS)[number];

/** A fault of a text, and its place in it. */
export interface Complaint extends Span {
  readonly kind: RefusalKind;
  /** Places concerned: those that could be meant, coasts that fit, or the province whose coast or unit is in question. */
  readonly places?: readonly Location[] | undefined;
  /** Meanings of an ambiguous text. */
  readonly readings?: readonly Sentence[] | undefined;
  /** Places of each of several orders in the text. */
  readonly parts?: readonly Span[] | undefined;
}

/** Whether a result is a complaint, which alone has a `start`. */
export const isComplaint = (read: object): read is Complaint => 'start' in read;
