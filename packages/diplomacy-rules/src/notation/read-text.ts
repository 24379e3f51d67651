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

/** What a clause can mean. */
export interface Readings extends Span {
  /** With what is in its brackets. */
  readonly opened: Sentence | Complaint;
  /** With what is in its brackets as a comment; left out where there are none, and where they hold what must be read. */
  readonly withoutComment?: Sentence | Complaint;
  /** Whether the brackets continue what is before them: `A LON - BEL (via convoy)`. */
  readonly isContinued: boolean;
}

/** A part of a text, and whether it may be a comment. */
export interface ReadClause extends Readings {
  /** Whether it is part of the whole, and not behind the first semicolon or line's end. */
  readonly isInWhole: boolean;
  /** `A PAR`, `Paris`: a unit or place and nothing more. */
  readonly isBare: boolean;
  /** With what it begins: a unit with its type, a place, a deed, or anything else. */
  readonly opening: 'unit' | 'place' | 'deed' | 'else';
  /** Whether it holds a word that is none of an order and not like one, as comments do. */
  readonly isProse: boolean;
  readonly places: readonly Province[];
  /** The word by which it takes back the order that it is before; null where there is none. */
  readonly retraction: Span | null;
}

/** All that a text can mean, whatever the position. */
export interface ReadText extends Span {
  /** Read as one order, up to the first semicolon or line's end. */
  readonly whole: Readings;
  /** Its parts, if there are several: one of them may be the order, the others comments. */
  readonly clauses: readonly ReadClause[];
}

/** No order is as long as this, with all names in full and a comment. */
export const LONGEST_TEXT = 500;

/** Texts to keep the meaning of: a few games use the same few thousand. */
const LIMIT = 5_000;

/** More of them are not an order, and not worth the memory. */
const MOST_CLAUSES = 4;

const known = new WeakMap<PlaceNames, Map<string, ReadText>>();

/** What a text can mean; remembered, because the same orders are given again and again. */
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

/** Whether a clause says by what way, and so belongs to the one before it whatever stands between: `A LON - BEL; via convoy`. */
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
