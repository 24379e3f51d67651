import type { Province } from '../values/unit.js';
import type { Complaint } from './complaint.js';
import type { Item, Sentence } from './items.js';
import { dropBrackets, findRetraction, isContinuedInBrackets, openBrackets } from './open-brackets.js';
import { meaningOf, nearestMeaning } from './order-words.js';
import type { PlaceNames } from './place-names.js';
import { readItems } from './read-items.js';
import { readSentence } from './read-sentence.js';
import type { Clause } from './split-clauses.js';
import { splitClauses } from './split-clauses.js';
import type { Span, Token } from './tokenize.js';
import { tokenize } from './tokenize.js';

/** Meanings of a clause. */
export interface Readings extends Span {
  /** With the content of its brackets. */
  readonly opened: Sentence | Complaint;
  /** With the content of its brackets as a comment. Missing if there are no brackets, or if their content must be read. */
  readonly withoutComment?: Sentence | Complaint;
  /** Whether the brackets continue the text before them: `A LON - BEL (via convoy)`. */
  readonly isContinued: boolean;
}

/** A part of a text, and whether it may be a comment. */
export interface ReadClause extends Readings {
  /** Whether it is part of the whole text, before the first semicolon or line end. */
  readonly isInWhole: boolean;
  /** `A PAR`, `Paris`: a unit or place and nothing more. */
  readonly isBare: boolean;
  /** Kind of its beginning: a unit with its type, a place, a deed, or anything else. */
  readonly opening: 'unit' | 'place' | 'deed' | 'else';
  /** Whether it contains a word unlike any word of an order, as comments do. */
  readonly isProse: boolean;
  readonly places: readonly Province[];
  /** The word by which it retracts the order behind it; null if there is none. */
  readonly retraction: Span | null;
}

/** All meanings of a text, independent of the position. */
export interface ReadText extends Span {
  /** The whole as one order, up to the first semicolon or line end. */
  readonly whole: Readings;
  /** Its clauses, if there are several: one may be the order and the others comments. */
  readonly clauses: readonly ReadClause[];
}

/** Maximum length of a text, more than an order has with all names in full and a comment. */
export const LONGEST_TEXT = 500;

/** Maximum number of texts whose meaning is kept; a few games use the same few thousand. */
const LIMIT = 5_000;

/** Maximum number of tokens of a kept text; a longer one is no order. */
const MOST_CLAUSES = 4;

const known = new WeakMap<PlaceNames, Map<string, ReadText>>();

/** Returns the meanings of a text, from memory if possible, because the same orders are given again and again. */
export function readText(text: string, names: PlaceNames): ReadText {
  let texts = known.get(names);
  if (texts === undefined) {
    texts = new Map<string, ReadText>();
    known.set(names, texts);
  }
  let read = texts.get(text);
  if (read === undefined) {
    read = makeText(text, names);
    if (texts.size >= LIMIT) texts.clear();
    if (read.clauses.length <= MOST_CLAUSES) texts.set(text, read);
  }
  return read;
}

function makeText(text: string, names: PlaceNames): ReadText {
  const all = { start: 0, end: text.length };
  if (text.length > LONGEST_TEXT) return { whole: nothing({ kind: 'too-long', ...all }), clauses: [], ...all };
  const clauses = splitClauses(tokenize(text));
  const first = clauses[0]?.tokens[0];
  const last = clauses.at(-1)?.tokens.at(-1);
  if (first === undefined || last === undefined)
    return { whole: nothing({ kind: 'empty', start: 0, end: 0 }), clauses: [], ...all };
  const count = clauses.findIndex(({ isStopped }, at) => isStopped && !isWay(clauses[at + 1])) + 1 || clauses.length;
  return {
    whole: readWhole(
      clauses.slice(0, count).flatMap(({ tokens }) => tokens),
      names,
    ),
    clauses: clauses.length === 1 ? [] : clauses.map(({ tokens }, at) => readClause(tokens, { names, isInWhole: at < count })),
    start: first.start,
    end: last.end,
  };
}

/** Whether a clause names a route, and so belongs to the clause before it, whatever the separator: `A LON - BEL; via convoy`. */
function isWay(clause: Clause | undefined): boolean {
  const [first, second] = (clause?.tokens ?? []).map((token) => (token.kind === 'word' ? meaningOf(token.spelling) : undefined));
  return first === 'via' || (first === 'by' && second === 'convoy');
}

const nothing = (complaint: Complaint): Readings => ({
  opened: complaint,
  isContinued: false,
  start: complaint.start,
  end: complaint.end,
});

function readWhole(tokens: readonly Token[], names: PlaceNames): Readings {
  const opened = readPieces(readItems(openBrackets(tokens, names), names), names);
  const span = { start: tokens[0]!.start, end: tokens.at(-1)!.end };
  const kept = dropBrackets(tokens, names);
  if (kept === null) return { opened, isContinued: false, ...span };
  const withoutComment = readPieces(readItems(kept, names), names);
  return { opened, withoutComment, isContinued: isContinuedInBrackets(tokens), ...span };
}

function readClause(
  tokens: readonly Token[],
  { names, isInWhole }: { readonly names: PlaceNames; readonly isInWhole: boolean },
): ReadClause {
  const items = readItems(openBrackets(tokens, names), names);
  return {
    ...readWhole(tokens, names),
    isInWhole,
    isBare: items.length > 0 && items.every(({ kind }) => kind === 'place' || kind === 'unit-type'),
    opening: openingOf(items),
    isProse: items.some((item) => item.kind === 'unknown' && nearestMeaning(item.spelling) === undefined),
    places: items.flatMap((item) => (item.kind === 'place' ? [item.province] : [])),
    retraction: findRetraction(tokens),
  };
}

function openingOf([first, second]: readonly Item[]): ReadClause['opening'] {
  if (first?.kind === 'unit-type' && second?.kind === 'place') return 'unit';
  if (first?.kind === 'place') return second?.kind === 'unit-type' ? 'unit' : 'place';
  const isActive = first?.kind === 'deed' && !['attacked', 'supported', 'convoyed'].includes(first.deed);
  return isActive ? 'deed' : 'else';
}

const readPieces = (items: readonly Item[], names: PlaceNames): Sentence | Complaint =>
  items.length === 0 ? { kind: 'empty', start: 0, end: 0 } : readSentence(items, names);
