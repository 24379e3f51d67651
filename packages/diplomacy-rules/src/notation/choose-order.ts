import type { Order } from '../values/order.js';
import type { Province, Unit } from '../values/unit.js';
import { provinceOf, provinceOfUnit } from '../values/unit.js';
import type { Complaint, RefusalKind } from './complaint.js';
import { isComplaint } from './complaint.js';
import { completeOrder } from './complete-order.js';
import type { Surroundings } from './complete-unit.js';
import { internOrder } from './format-order.js';
import type { Sentence } from './items.js';
import type { ReadClause, ReadText, Readings } from './read-text.js';

/** Meaning of a text or clause in a position. */
interface Chosen {
  readonly sentence: Sentence;
  readonly order: Order;
}

const NEEDS_MORE: ReadonlySet<RefusalKind> = new Set([
  'empty',
  'unit-missing',
  'other-missing',
  'order-missing',
  'place-missing',
]);

/**
 * Chooses the order that a text means: the whole text as one order, or otherwise the only clause that is an order, if the others are
 * comments as in `A PAR - BUR; that surprises Germany`. A clause that names another unit is no comment: `A PAR, A MAR - BUR` is refused.
 */
export function chooseOrder({ whole, clauses, start, end }: ReadText, around: Surroundings): Order | Complaint {
  const orders = clauses.map((clause) => readingOf(clause, around));
  const found = new Set(orders.flatMap((read) => (isComplaint(read) ? [] : [read.order])));
  if (found.size > 1)
    return { kind: 'several-orders', parts: clauses.filter((_, index) => !isComplaint(orders[index] as object)), start, end };
  const read = readingOf(whole, around);
  const at = orders.findIndex((each) => !isComplaint(each));
  const only = orders[at];
  if (only === undefined || isComplaint(only)) {
    if (isComplaint(read)) return read;
    const isList = read.order.kind === 'move' && clauses.filter(({ isBare }) => isBare).length > 1;
    return isList ? { kind: 'order-missing', start, end } : read.order;
  }
  const retraction = clauses.find((clause, index) => isRetracting(clause, index < at))?.retraction ?? null;
  if (retraction !== null) return { kind: 'unexpected-word', start: retraction.start, end: retraction.end };
  const rest = clauses.filter((_, index) => isComplaint(orders[index]!));
  const apart = isComplaint(read) ? rest : rest.filter(({ isInWhole }) => !isInWhole);
  const more = apart.filter((clause) => isAnotherOrder(clause, only.order));
  if (more.length > 0) {
    const parts = clauses.filter((clause, index) => index === at || more.includes(clause));
    return { kind: 'several-orders', parts, start, end };
  }
  if (isComplaint(read)) return only.order;
  // `A PAR supports: A MAR - BUR` needs all of its parts; `A PAR S A MAR, BUR` does not.
  const isComplete = at === 0 && !isSame(read.order, only.order);
  const isOther = isComplete && (unitOf(read.order) !== unitOf(only.order) || rest.some(({ opening }) => opening === 'place'));
  return isOther ? { kind: 'ambiguous-order', readings: [read.sentence, only.sentence], start, end } : read.order;
}

/** `Not: A PAR - BUR`, `A PAR - BUR. Cancelled.`; a longer clause after an order is a comment on something else. */
const isRetracting = ({ retraction, start, end }: ReadClause, isBefore: boolean): boolean =>
  retraction !== null && (isBefore || (retraction.start === start && retraction.end === end));

/** Whether a clause beside an order is another order that was not understood, rather than a comment on the first. */
function isAnotherOrder({ opening, isProse, places }: ReadClause, order: Order): boolean {
  const own = placesOf(order);
  switch (opening) {
    case 'unit':
      return !(places.length === 1 && places[0] === own[0]);
    case 'place':
      return !isProse && !own.includes(places[0]!);
    case 'deed':
      return !isProse && places.some((place) => !own.includes(place));
    case 'else':
      return false;
    default:
      return opening satisfies never;
  }
}

/** Returns the provinces that an order names, that of the ordered unit first. */
function placesOf(order: Order): readonly Province[] {
  return [
    ...('unit' in order ? [provinceOfUnit(order.unit)] : []),
    ...('target' in order ? [provinceOfUnit(order.target)] : []),
    ...('army' in order ? [provinceOfUnit(order.army)] : []),
    ...('to' in order ? [provinceOf(order.to)] : []),
  ];
}

const unitOf = (order: Order): Unit | null => ('unit' in order ? order.unit : null);

/** Returns the meaning of a clause, with or without the content of its brackets. */
function readingOf({ opened, withoutComment, isContinued, start, end }: Readings, around: Surroundings): Chosen | Complaint {
  const whole = complete(opened, around);
  if (withoutComment === undefined) return whole;
  const other = complete(withoutComment, around);
  if (isComplaint(whole)) {
    // The brackets may hold a needed part: `A PAR S (A MARR - BUR)`.
    return isComplaint(other) && NEEDS_MORE.has(other.kind) ? whole : other;
  }
  if (isContinued || isComplaint(other) || isSame(whole.order, other.order)) return whole;
  return { kind: 'ambiguous-order', readings: [whole.sentence, other.sentence], start, end };
}

/** Whether two orders differ only in a convoy that one of them mentions. */
const isSame = (one: Order, other: Order): boolean =>
  one === other || (one.kind === 'move' && other.kind === 'move' && one.unit === other.unit && one.to === other.to);

function complete(read: Sentence | Complaint, around: Surroundings): Chosen | Complaint {
  if (isComplaint(read)) {
    // If all readings are one order in this position, nothing is ambiguous.
    const orders = (read.readings ?? []).map((sentence) => complete(sentence, around));
    const [first] = orders;
    const isOne =
      first !== undefined && orders.every((each) => !isComplaint(each) && !isComplaint(first) && each.order === first.order);
    return isOne ? first : read;
  }
  const order = completeOrder(read, around);
  return isComplaint(order) ? order : { sentence: read, order: internOrder(order) };
}
