import type { Complaint } from './complaint.js';
import { dropBrackets, openBrackets } from './open-brackets.js';
import type { PlaceNames } from './place-names.js';
import { readItems } from './read-items.js';
import { readSentence } from './read-sentence.js';
import type { Sentence } from './sentence.js';
import { splitClauses } from './split-clauses.js';
import type { Span, Token } from './tokenize.js';
import { tokenize } from './tokenize.js';

/** What a clause can mean: with what is in its brackets, and without it as a comment. The first that makes an order counts. */
export type Readings = readonly [Sentence | Complaint, (Sentence | Complaint)?];

/** All that a text can mean, whatever the position. */
export interface ReadText extends Span {
  /** Read as one order, up to the first semicolon or line's end. */
  readonly whole: Readings;
  /** Its parts, if there are several: one of them may be the order, the others comments. */
  readonly clauses: readonly Readings[];
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
  if (text.length > LONGEST_TEXT) return { whole: [{ kind: 'too-long', ...all }], clauses: [], ...all };
  const clauses = splitClauses(tokenize(text));
  const first = clauses[0]?.tokens[0];
  const last = clauses.at(-1)?.tokens.at(-1);
  if (first === undefined || last === undefined) return { whole: [{ kind: 'empty', start: 0, end: 0 }], clauses: [], ...all };
  const count = clauses.findIndex(({ isStopped }) => isStopped) + 1 || clauses.length;
  return {
    whole: readClause(
      clauses.slice(0, count).flatMap(({ tokens }) => tokens),
      names,
    ),
    clauses: clauses.length === 1 ? [] : clauses.map(({ tokens }) => readClause(tokens, names)),
    start: first.start,
    end: last.end,
  };
}

function readClause(tokens: readonly Token[], names: PlaceNames): Readings {
  const opened = readTokens(openBrackets(tokens, names), names);
  const withoutComment = dropBrackets(tokens, names);
  return withoutComment === null ? [opened] : [opened, readTokens(withoutComment, names)];
}

function readTokens(tokens: readonly Token[], names: PlaceNames): Sentence | Complaint {
  const items = readItems(tokens, names);
  return items.length === 0 ? { kind: 'empty', start: 0, end: 0 } : readSentence(items, names);
}
