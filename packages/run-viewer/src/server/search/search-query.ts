import { foldedOf, foldText } from './folded-text.js';

/** A search: all its words have to occur in one text. */
export interface SearchQuery {
  /** Words and phrases, folded. */
  readonly words: readonly string[];
  /** Part of the query that occurs in the JSON of every text that fits, folded. Empty where there is none. */
  readonly sieve: string;
}

/** Place of a match within an excerpt. */
export type MatchPlace = readonly [from: number, to: number];

/** Part of a text around its first match. */
export interface Excerpt {
  readonly text: string;
  readonly matches: readonly MatchPlace[];
}

const BEFORE = 60;
const LENGTH = 240;

/** Reads words, and phrases in quotation marks. Undefined where nothing is asked for. */
export function parseSearch(text: string): SearchQuery | undefined {
  const words = [...foldedOf(text).matchAll(/"([^"]+)"|(\S+)/g)]
    .map(([, phrase, word]) => (phrase ?? word ?? '').replaceAll('"', '').trim())
    .filter((word) => word !== '');
  if (words.length === 0) return undefined;
  const plain = words.flatMap((word) => word.match(/[\p{L}\p{N}]+/gu) ?? []);
  return { words, sieve: plain.reduce((longest, word) => (word.length > longest.length ? word : longest), '') };
}

/** Whether a line of JSON may hold a text that fits, which is quick to tell. */
export function mayFit({ sieve }: SearchQuery, json: string): boolean {
  return sieve === '' || foldedOf(json).includes(sieve);
}

/** The part of a text around its first match; undefined where it does not fit. */
export function excerptOf({ words }: SearchQuery, text: string): Excerpt | undefined {
  const { folded, at } = foldText(text);
  const places = words.map((word) => folded.indexOf(word));
  if (places.includes(-1)) return undefined;
  const first = at(Math.min(...places));
  const from = first <= BEFORE ? 0 : wordStart(text, first - BEFORE);
  const to = Math.min(text.length, from + LENGTH);
  const head = from > 0 ? '… ' : '';
  const matches = words.flatMap((word): MatchPlace[] => {
    const found: MatchPlace[] = [];
    for (let place = folded.indexOf(word); place >= 0; place = folded.indexOf(word, place + word.length)) {
      const [begin, end] = [at(place), at(place + word.length)];
      if (begin >= to) break;
      if (begin >= from) found.push([begin - from + head.length, Math.min(end, to) - from + head.length]);
    }
    return found;
  });
  return {
    text: `${head}${text.slice(from, to)}${to < text.length ? ' …' : ''}`,
    matches: matches.toSorted(([one], [other]) => one - other),
  };
}

function wordStart(text: string, from: number): number {
  const space = text.indexOf(' ', from);
  return space >= 0 && space < from + BEFORE / 2 ? space + 1 : from;
}
