import { standardMap } from '../map/standard-map.js';
import { internOrder } from '../values/intern-order.js';
import type { Order } from '../values/order.js';
import type { Power } from '../values/power.js';
import type { Complaint } from './complaint.js';
import { completeOrder } from './complete-order.js';
import type { Surroundings } from './complete-unit.js';
import { nearestOrder } from './nearest-order.js';
import { dropBrackets, openBrackets } from './open-brackets.js';
import type { ParseOptions } from './parse-options.js';
import { placeNamesOf } from './place-names.js';
import { readItems } from './read-items.js';
import { isComplaint, readSentence } from './read-sentence.js';
import type { Refusal } from './refusal.js';
import { LONGEST_TEXT, toRefusal } from './refusal.js';
import type { Token } from './tokenize.js';
import { tokenize } from './tokenize.js';

/** An order, or why the text is none. */
export type ParsedOrder = { readonly ok: true; readonly order: Order } | { readonly ok: false; readonly refusal: Refusal };

/**
 * Reads one order, in the notation of the field or in plain English: `A PAR - BUR`, `Army Paris to Burgundy`, `the French fleet in Brest
 * supports London into the English Channel`. Comments, bullets and nationalities are skipped. Whether the order is legal is not asked:
 * `checkOrder` does that. The same order is the same frozen object every time.
 */
export function parseOrder<P extends string = Power>(text: string, options: ParseOptions<P> = {}): ParsedOrder {
  const map = options.map ?? standardMap;
  const names = placeNamesOf(map);
  const around: Surroundings = { map, names, position: options.position };
  const tokens = text.length > LONGEST_TEXT ? [] : tokenize(text);
  const read = text.length > LONGEST_TEXT ? { kind: 'too-long' as const, start: 0, end: text.length } : readText(tokens, around);
  if (!isComplaint(read)) return { ok: true, order: internOrder(read) };
  const refusal = toRefusal(read, text, names);
  const suggestion = nearestOrder(read, readItems(openBrackets(tokens, names), names), names, options);
  return { ok: false, refusal: Object.freeze(suggestion === null ? refusal : { ...refusal, suggestion }) };
}

/** Reads the whole as one order; failing that, the only one of its clauses that is one, as in `A PAR - BUR; that surprises Germany`. */
function readText(tokens: readonly Token[], around: Surroundings): Order | Complaint {
  const clauses = splitClauses(tokens);
  const [first] = clauses;
  if (first === undefined) return { kind: 'empty', start: 0, end: 0 };
  if (clauses.length === 1) return readClause(first.tokens, around);
  const orders = new Set<Order>();
  for (const clause of clauses) {
    const read = readClause(clause.tokens, around);
    if (!isComplaint(read)) orders.add(internOrder(read));
  }
  const span = { start: first.tokens[0]?.start ?? 0, end: clauses.at(-1)?.tokens.at(-1)?.end ?? 0 };
  if (orders.size > 1) return { kind: 'several-orders', ...span };
  const end = clauses.findIndex(({ isStopped }) => isStopped) + 1 || clauses.length;
  const whole = readClause(
    clauses.slice(0, end).flatMap((clause) => clause.tokens),
    around,
  );
  const [only = whole] = orders;
  return isComplaint(whole) ? only : whole;
}

function readClause(tokens: readonly Token[], around: Surroundings): Order | Complaint {
  const opened = readTokens(openBrackets(tokens, around.names), around);
  if (!isComplaint(opened)) return opened;
  const withoutComment = dropBrackets(tokens, around.names);
  const read = withoutComment === null ? opened : readTokens(withoutComment, around);
  return isComplaint(read) && opened.kind !== 'unexpected-word' ? opened : read;
}

function readTokens(tokens: readonly Token[], around: Surroundings): Order | Complaint {
  const items = readItems(tokens, around.names);
  if (items.length === 0) return { kind: 'empty', start: 0, end: 0 };
  const sentence = readSentence(items, around.names);
  return isComplaint(sentence) ? sentence : completeOrder(sentence, around);
}

interface Clause {
  readonly tokens: Token[];
  /** Whether it ends in a semicolon or a line's end: what follows is not part of it. */
  isStopped: boolean;
}

/** The parts between commas, colons, full stops, semicolons and lines. Brackets are not taken apart. */
function splitClauses(tokens: readonly Token[]): readonly Clause[] {
  const clauses: Clause[] = [];
  let current: Token[] = [];
  let depth = 0;
  for (const token of tokens) {
    if (token.kind === 'open') depth++;
    if (token.kind === 'close') depth = Math.max(0, depth - 1);
    if (depth > 0 || (token.kind !== 'pause' && token.kind !== 'stop')) current.push(token);
    else if (current.length > 0) {
      clauses.push({ tokens: current, isStopped: token.kind === 'stop' });
      current = [];
    }
  }
  if (current.length > 0) clauses.push({ tokens: current, isStopped: true });
  return clauses;
}
