import type { Complaint } from './complaint.js';
import { isComplaint } from './complaint.js';
import { nearestPlace } from './find-place.js';
import type { PlaceNames } from './place-names.js';
import type { Item, PlaceItem, Verb } from './read-items.js';
import type { Sentence, WrittenUnit } from './sentence.js';
import type { Span } from './tokenize.js';

/** Reads items from the left to the right. */
interface Cursor {
  readonly items: readonly Item[];
  readonly names: PlaceNames;
  at: number;
}

/** What the pieces of a text say together; or the first piece that does not fit. */
export function readSentence(items: readonly Item[], names: PlaceNames): Sentence | Complaint {
  const cursor: Cursor = { items, names, at: 0 };
  if (items.some((item) => isVerb(item, 'waive'))) return readWaive(cursor);
  const command = readVerb(cursor, ['build', 'disband', 'retreat', 'hold', 'move']);
  const unit = readUnit(cursor);
  if (isComplaint(unit)) return command === null || cursor.at < items.length ? unit : { ...unit, kind: 'unit-missing' };
  const sentence = command === null ? readDeed(cursor, unit) : readCommand(cursor, command, unit);
  return isComplaint(sentence) ? sentence : (complainOfRest(cursor) ?? sentence);
}

function readWaive(cursor: Cursor): Sentence | Complaint {
  const odd = cursor.items.find((item) => !isVerb(item, 'waive') && !isVerb(item, 'build'));
  return odd === undefined ? { kind: 'waive' } : complainOf(odd, cursor.names);
}

/** What follows the unit: `PAR H`, `PAR - BUR`. */
function readDeed(cursor: Cursor, unit: WrittenUnit): Sentence | Complaint {
  const verb = readVerb(cursor, ['hold', 'support', 'retreat', 'disband', 'build']);
  if (verb === 'support') return readSupport(cursor, unit);
  if (verb !== null) return readCommand(cursor, verb, unit);
  const item = cursor.items[cursor.at];
  // `F NTH convoys A LON to BEL` is what the fleet does; `A LON convoy to BEL` what the army does.
  if (isVerb(item, 'convoy') && cursor.items[cursor.at + 1]?.kind !== 'verb') return readConvoy(cursor, unit);
  if (item === undefined) return { kind: 'order-missing', ...spanOf(cursor.items) };
  if (item.kind === 'unknown' && nearestPlace(cursor.names, item.spelling) === null) return complainOf(item, cursor.names);
  return readCommand(cursor, 'move', unit);
}

function readCommand(cursor: Cursor, verb: Verb, unit: WrittenUnit): Sentence | Complaint {
  switch (verb) {
    case 'hold':
    case 'disband':
    case 'build':
      return { kind: verb, unit };
    case 'retreat': {
      if (readVerb(cursor, ['disband']) !== null) return { kind: 'disband', unit };
      const way = readWay(cursor);
      if (isComplaint(way)) return way;
      return { kind: 'retreat', unit, to: way.to };
    }
    default: {
      const way = readWay(cursor);
      return isComplaint(way) ? way : { kind: 'move', unit, ...way };
    }
  }
}

function readSupport(cursor: Cursor, unit: WrittenUnit): Sentence | Complaint {
  // `in support of the attack from MAR to BUR`
  while (readVerb(cursor, ['move', 'to']) !== null);
  const target = readUnit(cursor);
  if (isComplaint(target)) return target;
  if (cursor.at === cursor.items.length || readVerb(cursor, ['hold']) !== null) return { kind: 'support-hold', unit, target };
  const way = readWay(cursor);
  return isComplaint(way) ? way : { kind: 'support-move', unit, target, to: way.to };
}

function readConvoy(cursor: Cursor, unit: WrittenUnit): Sentence | Complaint {
  cursor.at++;
  const army = readUnit(cursor);
  if (isComplaint(army)) return army;
  const way = readWay(cursor);
  return isComplaint(way) ? way : { kind: 'convoy', unit, army, to: way.to };
}

/** Where a unit goes, and how. */
interface Way {
  readonly to: PlaceItem;
  readonly viaConvoy: boolean;
}

/** `- BUR`, `to Burgundy`, `BUR`, `- NTH - BEL`, `- BEL VIA`, `via NTH to BEL`, `to BEL by convoy`. */
function readWay(cursor: Cursor): Way | Complaint {
  const places: PlaceItem[] = [];
  let placesBeforeVia: number | undefined;
  let isPlaceDue = true;
  for (; cursor.at < cursor.items.length; cursor.at++) {
    const item = cursor.items[cursor.at] as Item;
    const isConvoyed = placesBeforeVia !== undefined;
    if (item.kind === 'place') {
      places.push(item);
      isPlaceDue = false;
    } else if (isVerb(item, 'via') || isVerb(item, 'convoy')) {
      // `convoyed to BEL via NTH` has the destination between the two.
      if (!isConvoyed || placesBeforeVia === 0) placesBeforeVia = places.length;
    } else if (isSeparator(item) || (isConvoyed && isVerb(item, 'and'))) isPlaceDue = true;
    else if (isConvoyed && item.kind === 'unit-type') continue;
    else if (isPlaceDue) return item.kind === 'unit-type' ? complainOf(item, cursor.names) : complainOfPlace(item, cursor);
    else break;
  }
  if (isPlaceDue) {
    const { start, end } = cursor.items[cursor.at - 1] as Item;
    return { kind: 'place-missing', start, end };
  }
  const destination = placesBeforeVia === undefined || placesBeforeVia === 0 ? places.length - 1 : placesBeforeVia - 1;
  const route = places.filter((_, place) => place !== destination);
  const ashore = route.find(({ province }) => cursor.names.provinces.get(province)?.terrain !== 'sea');
  if (ashore !== undefined) return { kind: 'route-not-at-sea', places: [ashore.province], start: ashore.start, end: ashore.end };
  return { to: places[destination] as PlaceItem, viaConvoy: placesBeforeVia !== undefined || route.length > 0 };
}

/** `A PAR`, `Army Paris`, `PAR`, `Paris army`. */
function readUnit(cursor: Cursor): WrittenUnit | Complaint {
  const { items } = cursor;
  const first = items[cursor.at];
  const type = first?.kind === 'unit-type' ? first.type : undefined;
  if (type !== undefined) cursor.at++;
  const place = items[cursor.at];
  if (place?.kind !== 'place') {
    if (place === undefined || type !== undefined || place.kind !== 'unknown') return complainOfPlace(place, cursor);
    return complainOf(place, cursor.names);
  }
  cursor.at++;
  const after = items[cursor.at];
  if (type === undefined && after?.kind === 'unit-type' && !after.isLetter) {
    cursor.at++;
    return { type: after.type, place };
  }
  return type === undefined ? { place } : { type, place };
}

function complainOfRest(cursor: Cursor): Complaint | null {
  const rest = cursor.items[cursor.at];
  return rest === undefined ? null : complainOf(rest, cursor.names);
}

/** A piece where a place should be. */
function complainOfPlace(item: Item | undefined, cursor: Cursor): Complaint {
  if (item === undefined || item.kind === 'verb' || item.kind === 'unit-type') {
    const before = cursor.items[cursor.at - 1] ?? item;
    const { start, end } = before ?? { start: 0, end: 0 };
    return { kind: before === item ? 'unit-missing' : 'place-missing', start, end };
  }
  if (item.kind !== 'unknown') return complainOf(item, cursor.names);
  const nearest = nearestPlace(cursor.names, item.spelling);
  return { kind: 'unknown-place', start: item.start, end: item.end, ...(nearest === null ? {} : { places: [nearest] }) };
}

/** A piece that does not belong where it is. */
function complainOf(item: Item, names: PlaceNames): Complaint {
  const { start, end } = item;
  switch (item.kind) {
    case 'ambiguous-place':
      return { kind: 'ambiguous-place', places: item.candidates, start, end };
    case 'unknown-coast':
      return { kind: 'unknown-coast', places: [item.province], start, end };
    case 'unknown': {
      const nearest = nearestPlace(names, item.spelling);
      return nearest === null ? { kind: 'unknown-word', start, end } : { kind: 'unknown-place', places: [nearest], start, end };
    }
    case 'place':
    case 'unit-type':
    case 'verb':
      return { kind: 'unexpected-word', start, end };
    default:
      return item satisfies never;
  }
}

const isVerb = (item: Item | undefined, verb: Verb): boolean => item?.kind === 'verb' && item.verb === verb;

const isSeparator = (item: Item | undefined): boolean => isVerb(item, 'dash') || isVerb(item, 'to') || isVerb(item, 'move');

/** The next verb, if it is one of these. */
function readVerb<V extends Verb>(cursor: Cursor, verbs: readonly V[]): V | null {
  const item = cursor.items[cursor.at];
  if (item?.kind !== 'verb' || !(verbs as readonly Verb[]).includes(item.verb)) return null;
  cursor.at++;
  return item.verb as V;
}

function spanOf(items: readonly Item[]): Span {
  return { start: (items[0] as Item).start, end: (items.at(-1) as Item).end };
}
