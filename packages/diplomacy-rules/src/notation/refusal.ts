import type { Location } from '../values/unit.js';
import { provinceOf } from '../values/unit.js';
import type { Complaint, RefusalKind } from './complaint.js';
import type { Surroundings } from './complete-unit.js';
import { formatReading } from './format-reading.js';
import type { PlaceNames } from './place-names.js';
import { LONGEST_TEXT } from './read-text.js';

/** Why a text is not understood as an order. */
export interface Refusal {
  readonly kind: RefusalKind;
  /** The text, as given. */
  readonly text: string;
  /** Smallest part of the text that is not understood, or after which something is missing. */
  readonly piece: string;
  /** A sentence that names the fault, and what to write instead if known. */
  readonly message: string;
  /** The most similar legal order. Only with a position, and only if one is similar. */
  readonly suggestion?: string | undefined;
}

/** Maximum number of letters of a piece that a message repeats. */
/** Half of an emoji that was cut in two. */
const HALF_CHARACTER = /[\ud800-\udbff]$/;
const LONGEST_QUOTE = 60;

/** Explains the fault of a text. With a position, meanings of an ambiguous text are given as orders of the units that stand there. */
export function toRefusal(complaint: Complaint, text: string, around: Surroundings): Refusal {
  const piece = text.slice(complaint.start, complaint.end);
  const readings = (complaint.readings ?? []).map((sentence) => formatReading(sentence, around));
  const parts = (complaint.parts ?? []).map(({ start, end }) => quote(text.slice(start, end)));
  return { kind: complaint.kind, text, piece, message: explain(complaint, piece, { names: around.names, readings, parts }) };
}

interface Words {
  readonly names: PlaceNames;
  /** Lists all meanings of the text as orders. */
  readonly readings: readonly string[];
  /** Lists several orders as they are written. */
  readonly parts: readonly string[];
}

/** Returns a piece of a text in one line. */
const quote = (piece: string): string => {
  const line = piece.slice(0, 4 * LONGEST_QUOTE).replace(/\s+/gu, ' ');
  return `"${line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE).replace(HALF_CHARACTER, '')}…` : line}"`;
};

function explain({ kind, places = [] }: Complaint, piece: string, { names, readings, parts }: Words): string {
  const quoted = quote(piece);
  const named = places.map((place) => nameOf(place, names));
  const [first = ''] = named;
  switch (kind) {
    case 'empty':
      return 'There is no order in the text; write one such as A PAR - BUR.';
    case 'too-long':
      return `The text is longer than ${LONGEST_TEXT} characters; write one order, such as A PAR - BUR, and nothing else.`;
    case 'several-orders':
      return `There is more than one order in the text: ${list(parts, 'and')}; write each of them separately.`;
    case 'ambiguous-order':
      return `${quoted} could be ${list(readings)}; write the one you mean just so.`;
    case 'two-origins':
      return `The unit is in ${first}, so it does not come from ${quoted}; name one of the two places.`;
    case 'unknown-word':
      return `${quoted} is not a word of an order.`;
    case 'unexpected-word':
      return `${quoted} does not fit where it stands.`;
    case 'unknown-place':
      if (named.length > 1) return `No place is called ${quoted}; it could be ${list(named)}.`;
      return `No place is called ${quoted}${first === '' ? '' : `; the nearest name is ${first}`}.`;
    case 'ambiguous-place':
      return `${quoted} can be ${list(named)}.`;
    case 'unknown-coast':
      return `${quoted} is not a coast of ${first}${listCoasts(places[0] ?? '', names)}.`;
    case 'coast-missing':
      return `${quoted} has several coasts; write ${list(places)}.`;
    case 'unit-type-missing':
      return `Whether the unit in ${first} is an army or a fleet is not said; write A ${places[0] ?? ''} or F ${places[0] ?? ''}.`;
    case 'unit-missing':
      return `${quoted} does not say which unit is meant; name it first, as in A PAR H.`;
    case 'other-missing':
      return `${quoted} does not say which unit is supported or convoyed; name it, as in A PAR S A MAR - BUR or F NTH C A LON - BEL.`;
    case 'order-missing':
      return `${quoted} does not say what the unit does; add it, as in A PAR H or A PAR - BUR.`;
    case 'place-missing':
      return `After ${quoted} the name of a place is missing.`;
    case 'route-not-at-sea':
      return `${quoted} is not at sea, so no convoy passes there; an order names one move only.`;
    default:
      return kind satisfies never;
  }
}

function nameOf(place: Location, names: PlaceNames): string {
  const name = names.provinces.get(provinceOf(place))?.name;
  return name === undefined ? place : `${name} (${place})`;
}

function listCoasts(province: Location, names: PlaceNames): string {
  const coasts = names.provinces.get(province)?.coasts?.map(({ id }) => `${province}/${id}`);
  return coasts === undefined ? ', which has no coasts of its own' : `; write ${list(coasts)}`;
}

function list(items: readonly string[], conjunction = 'or'): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${conjunction} ${items.at(-1) ?? ''}`;
}
