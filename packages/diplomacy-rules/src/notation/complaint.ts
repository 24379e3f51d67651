import type { Location } from '../values/unit.js';
import type { Sentence } from './items.js';
import type { Span } from './tokenize.js';

/** Every way in which a text is not an order. */
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
 * `empty` nothing to read; `too-long` more than an order ever is; `several-orders` more than one of them; `ambiguous-order` it can
 * mean more than one order; `two-origins` the unit is said to stand in one place and to come from another; `unknown-word` not a word of an
 * order; `unexpected-word` one in the wrong place; `unknown-place` no place is called so; `ambiguous-place` several are; `unknown-coast`
 * the province has no such coast; `coast-missing` it has several that fit; `unit-type-missing` army or fleet, nobody can tell;
 * `unit-missing` it does not say which unit; `other-missing` nor which one is supported or convoyed; `order-missing` it does not say what the unit does; `place-missing` it does not say where to;
 * `route-not-at-sea` a convoy's way leads over land.
 */
export type RefusalKind = (typeof REFUSAL_KINDS)[number];

/** What is wrong with a text, and where in it. */
export interface Complaint extends Span {
  readonly kind: RefusalKind;
  /** What it is about: the places that could be meant, the coasts that fit, or the province whose coast or unit is in question. */
  readonly places?: readonly Location[] | undefined;
  /** All that an ambiguous text can mean. */
  readonly readings?: readonly Sentence[] | undefined;
  /** Where each of several orders stands. */
  readonly parts?: readonly Span[] | undefined;
}

/** Whether something is wrong with what was read; nothing else that is read says where it stands. */
export const isComplaint = (read: object): read is Complaint => 'start' in read;
