import type { Complaint } from './complaint.js';
import { nearestPlace } from './find-place.js';
import type { Item, UnknownItem } from './items.js';
import type { PlaceNames } from './place-names.js';
import type { Phrase, Phrases } from './read-phrases.js';
import type { Span } from './tokenize.js';

/** Whether the pieces of a text from one index to another make an order by themselves. */
export type IsOrder = (from: number, before?: number) => boolean;

/** Explains why the pieces of a text do not make an order. */
export function explainSentence(items: readonly Item[], read: Phrases, names: PlaceNames, isOrder: IsOrder): Complaint {
  if (read.odd !== null) return explainOdd(items, read.odd, names, isOrder);
  const { deeds, phrases, looseTypes } = read;
  const last = items.at(-1)!;
  const [firstDeed] = deeds;
  const [first, second] = phrases;
  if (first === undefined) {
    const [loose] = looseTypes;
    return { kind: 'unit-missing', ...spanOf(firstDeed === undefined && loose !== undefined ? [loose] : items) };
  }
  const next = beginOfNext(items, phrases, isOrder);
  if (next !== null) return severalOrders(items, next);
  const loose = looseTypes.find(({ start }) => start <= first.start);
  if (loose !== undefined) return { kind: 'place-missing', start: loose.start, end: loose.end };
  const origin = phrases.find(({ preposition }) => preposition === 'from');
  const moving = phrases.filter(
    ({ preposition, type }) => preposition === 'none' && (type !== undefined || firstDeed?.deed !== 'support'),
  );
  const other = (isOther(firstDeed) ? moving.slice(1) : moving)[0];
  if (origin !== undefined && other !== undefined) {
    return { kind: 'two-origins', places: [other.place.province], start: origin.place.start, end: origin.place.end };
  }
  const isBefore = (deed: Span) => phrases.every(({ start }) => start > deed.start);
  if (firstDeed === undefined) {
    const isBare = phrases.length === 1 && first.preposition === 'none';
    if (isBare)
      return read.isByConvoy ? { kind: 'place-missing', ...spanOf([last]) } : { kind: 'order-missing', ...spanOf(items) };
    if (second === undefined) return { kind: 'unit-missing', ...spanOf(items) };
    return unexpected(items, second.type === undefined ? (phrases[2] ?? second) : second);
  }
  switch (firstDeed.deed) {
    case 'hold':
    case 'disband':
    case 'build':
      return deeds.length > 1 || second === undefined ? unexpectedDeed(read) : unexpected(items, second);
    case 'support':
    case 'convoy':
      if (isBefore(firstDeed)) return { kind: 'unit-missing', ...spanOf([firstDeed]) };
      if (second !== undefined && phrases.slice(1).every(({ preposition }) => OF_DESTINATIONS.has(preposition))) {
        return { kind: 'other-missing', ...spanOf(items) };
      }
      if (phrases.length > 2) return unexpected(items, phrases[phrases.length === 3 ? 2 : 3]!);
      return { kind: 'place-missing', ...spanOf([last]) };
    case 'move':
    case 'attacked':
    case 'convoyed':
    case 'convoyed-move':
    case 'retreat':
    case 'supported':
      if (deeds.length > 1 && phrases.length > 1) return unexpectedDeed(read);
      if (phrases.length > 2) return unexpected(items, phrases[2]!);
      if (phrases.length === 1 && !isUnitLike(first)) return { kind: 'unit-missing', ...spanOf([firstDeed]) };
      if (phrases.length > 1 && second !== undefined) return unexpected(items, second);
      return { kind: 'place-missing', ...spanOf([last]) };
    case 'waive':
      return { kind: 'unexpected-word', ...spanOf([firstDeed]) };
    default:
      return firstDeed.deed satisfies never;
  }
}

/** Prepositions of destinations. */
const OF_DESTINATIONS: ReadonlySet<Phrase['preposition']> = new Set(['to', 'dash', 'against']);

const isOther = (item: Item | undefined): boolean => item?.kind === 'deed' && (item.deed === 'support' || item.deed === 'convoy');

/**
 * `A PAR A MAR - BUR`, `A PAR H A MAR H`: from some unit on the text is an order of its own, and before it there is an order or a unit
 * alone.
 */
function beginOfNext(items: readonly Item[], phrases: readonly Phrase[], isOrder: IsOrder): number | null {
  for (const { type, preposition, start } of phrases.slice(1)) {
    if (type === undefined || preposition !== 'none') continue;
    const from = items.findIndex((item) => item.start === start);
    if (from <= 0 || !isOrder(from)) continue;
    const isUnit = items.slice(0, from).every(({ kind }) => kind === 'place' || kind === 'unit-type');
    if (isUnit || isOrder(0, from)) return from;
  }
  return null;
}

/** Complains of two orders, the second beginning at a piece. Pieces between them belong to neither. */
const severalOrders = (items: readonly Item[], next: number, between = 0): Complaint => ({
  kind: 'several-orders',
  parts: [spanOf(items.slice(0, next - between)), spanOf(items.slice(next))],
  ...spanOf(items),
});

const isUnitLike = ({ type, preposition }: Phrase): boolean =>
  type !== undefined || preposition === 'none' || preposition === 'from';

/** Complains of a phrase without a role in the order, by its first sign or word. */
function unexpected(items: readonly Item[], phrase: Phrase): Complaint {
  const pieces = items.filter(({ start, end }) => start >= phrase.start && end <= phrase.end);
  const item = pieces.find(({ kind }) => kind === 'unit-type') ?? pieces[0] ?? phrase.place;
  return { kind: 'unexpected-word', ...spanOf([item]) };
}

function unexpectedDeed({ deeds }: Phrases): Complaint {
  return { kind: 'unexpected-word', ...spanOf([deeds[1] ?? (deeds[0] as Span)]) };
}

function explainOdd(
  items: readonly Item[],
  { item, isUnfinished }: { readonly item: Item; readonly isUnfinished: boolean },
  names: PlaceNames,
  isOrder: IsOrder,
): Complaint {
  if (isUnfinished) return { kind: 'place-missing', ...spanOf([item]) };
  const at = items.indexOf(item);
  if (item.kind === 'particle' && at > 0) {
    const isOrderBehind = at < items.length - 1 && isOrder(at + 1);
    return isOrderBehind ? severalOrders(items, at + 1, 1) : { kind: 'unexpected-word', ...spanOf([item]) };
  }
  const before = items[at - 1];
  const isPlaceDue = before?.kind === 'preposition' || before?.kind === 'unit-type' || isOther(before);
  return item.kind === 'unknown' && isPlaceDue ? complainOfPlace(item, names) : complainOf(item, names);
}

/** Complains of a piece in the position of a place. */
function complainOfPlace(item: UnknownItem, names: PlaceNames): Complaint {
  const places = placesNear(item, names);
  return { kind: 'unknown-place', start: item.start, end: item.end, places: places.length === 0 ? undefined : places };
}

/** Complains of a piece that does not belong there. */
export function complainOf(item: Item, names: PlaceNames): Complaint {
  const { start, end } = item;
  switch (item.kind) {
    case 'ambiguous-place':
      return { kind: 'ambiguous-place', places: item.candidates, start, end };
    case 'unknown-coast':
      return { kind: 'unknown-coast', places: [item.province], start, end };
    case 'unknown': {
      const places = placesNear(item, names);
      return places.length === 0 ? { kind: 'unknown-word', start, end } : { kind: 'unknown-place', places, start, end };
    }
    case 'number':
      return { kind: 'unknown-word', start, end };
    case 'deed':
    case 'particle':
    case 'place':
    case 'preposition':
    case 'unit-type':
      return { kind: 'unexpected-word', start, end };
    default:
      return item satisfies never;
  }
}

function placesNear({ near, spelling }: UnknownItem, names: PlaceNames): readonly string[] {
  if (near !== undefined) return near;
  const nearest = nearestPlace(names, spelling);
  return nearest === null ? [] : [nearest];
}

/** Returns the span of pieces, from the first to the last. */
export function spanOf(items: readonly Span[]): Span {
  return { start: items[0]!.start, end: items.at(-1)!.end };
}
