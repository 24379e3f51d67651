import type { Location, Province, UnitType } from '../values/unit.js';
import { provinceOf } from '../values/unit.js';
import { findExactPlace, findShortenedPlace } from './find-place.js';
import type { OrderWord } from './order-words.js';
import { meaningOf } from './order-words.js';
import type { PlaceNames } from './place-names.js';
import { coastCalled } from './place-names.js';
import type { Span, Token, WordToken } from './tokenize.js';

/** A place in an order's text, with its coast where one was written. */
export interface PlaceItem extends Span {
  readonly kind: 'place';
  readonly province: Province;
  readonly coast?: string;
}

/** The words of an order that say what is done. */
export type Verb = Exclude<OrderWord, 'army' | 'fleet' | 'article' | 'nothing'> | 'dash';

/** A piece of an order's text that means one thing, or that nobody understands. */
export type Item =
  | PlaceItem
  | (Span & { readonly kind: 'unit-type'; readonly type: UnitType; readonly isLetter: boolean })
  | (Span & { readonly kind: 'verb'; readonly verb: Verb })
  | (Span & { readonly kind: 'ambiguous-place'; readonly candidates: readonly Location[] })
  | (Span & { readonly kind: 'unknown-coast'; readonly province: Province })
  | (Span & { readonly kind: 'unknown'; readonly spelling: string });

const SEPARATORS: ReadonlySet<Verb> = new Set(['dash', 'to']);
const DEEDS: ReadonlySet<Verb> = new Set(['hold', 'support', 'convoy', 'disband', 'retreat', 'build']);

/** What the words and signs of an order mean, one by one; what means nothing (articles, nationalities, pauses) is left out. */
export function readItems(tokens: readonly Token[], names: PlaceNames): readonly Item[] {
  const items: Item[] = [];
  for (let at = 0; at < tokens.length;) {
    const { item, next } = readItem(tokens, at, names);
    if (item !== null) items.push(item);
    at = next;
  }
  return dropBullets(joinRepeated(items.filter((item, at) => !isIdle(item, items[at + 1]))));
}

interface Reading {
  readonly item: Item | null;
  readonly next: number;
}

function readItem(tokens: readonly Token[], at: number, names: PlaceNames): Reading {
  const token = tokens[at] as Token;
  const next = at + 1;
  const { start, end } = token;
  if (token.kind === 'dash') return { item: { kind: 'verb', verb: 'dash', start, end }, next };
  if (token.kind === 'sign' || token.kind === 'slash') return { item: { kind: 'unknown', spelling: '', start, end }, next };
  if (token.kind !== 'word') return { item: null, next };

  const coastFirst = readCoastOf(tokens, at, names);
  if (coastFirst !== null) return coastFirst;
  const words = wordsFrom(tokens, at);
  const spellings = words.map(({ spelling }) => spelling);
  const exact = findExactPlace(names, spellings);
  if (exact !== null) {
    const location = exact.locations[0] as Location;
    return withCoast(tokens, words[exact.count - 1] as WordToken, { start, location }, names);
  }
  const meaning = meaningOf(token.spelling);
  if (meaning === 'nothing') return { item: null, next };
  if (meaning === 'army' || meaning === 'fleet' || meaning === 'article') {
    const type: UnitType = meaning === 'fleet' ? 'F' : 'A';
    return { item: { kind: 'unit-type', type, isLetter: token.spelling.length === 1, start, end }, next };
  }
  if (meaning !== undefined) return { item: { kind: 'verb', verb: meaning, start, end }, next };
  if (names.powers.has(token.spelling)) return { item: null, next };
  const shortened = findShortenedPlace(names, spellings);
  if (shortened === null) return { item: { kind: 'unknown', spelling: token.spelling, start, end }, next };
  const last = words[shortened.count - 1] as WordToken;
  const [location = '', ...others] = shortened.locations;
  if (others.length === 0) return withCoast(tokens, last, { start, location }, names);
  // `Gulf of Botnia`: two gulfs begin like that, but what is wrong is the word behind it.
  const misspelt = words[shortened.count];
  if (misspelt !== undefined && !isUnderstood(misspelt.spelling, names)) {
    const spelling = spellings.slice(0, shortened.count + 1).join('');
    return { item: { kind: 'unknown', spelling, start, end: misspelt.end }, next: tokens.indexOf(misspelt, at) + 1 };
  }
  const item: Item = { kind: 'ambiguous-place', candidates: shortened.locations, start, end: last.end };
  return { item, next: tokens.indexOf(last, at) + 1 };
}

const isUnderstood = (word: string, names: PlaceNames): boolean =>
  names.exact.has(word) || meaningOf(word) !== undefined || names.powers.has(word) || findShortenedPlace(names, [word]) !== null;

/** The words from here on that can make one name: next to each other, or with a hyphen in between as in `mid-atlantic`. */
function wordsFrom(tokens: readonly Token[], at: number): readonly WordToken[] {
  const words: WordToken[] = [];
  for (let index = at; index < tokens.length && words.length < 4; index++) {
    const token = tokens[index] as Token;
    if (token.kind === 'word') words.push(token);
    else if (!isHyphen(tokens, index)) break;
  }
  return words;
}

function isHyphen(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token?.kind === 'dash' && token.end - token.start === 1 && token.adjoins && tokens[at + 1]?.adjoins === true;
}

interface Named {
  readonly start: number;
  readonly location: Location;
}

/** A place, and the coast that follows it: `/NC`, `-nc`, `NC`, `north coast`. */
function withCoast(tokens: readonly Token[], last: WordToken, { start, location }: Named, names: PlaceNames): Reading {
  const province = provinceOf(location);
  const next = tokens.indexOf(last) + 1;
  const written = location === province ? {} : { coast: location.slice(province.length + 1) };
  const place = (end: number, coast: { readonly coast?: string }): Item => ({ kind: 'place', province, ...coast, start, end });
  const sign = tokens[next];
  const afterSlash = sign?.kind === 'slash';
  const coastAt = afterSlash || isHyphen(tokens, next) ? next + 1 : next;
  const found = readCoast(tokens, coastAt, names, afterSlash);
  if (found === null) {
    const wrong = tokens[coastAt];
    if (!afterSlash) return { item: place(last.end, written), next };
    return {
      item: { kind: 'unknown-coast', province, start: (wrong ?? sign).start, end: (wrong ?? sign).end },
      next: coastAt + 1,
    };
  }
  const coast = coastCalled(names, province, found.coast);
  const end = (tokens[found.next - 1] as Token).end;
  if (coast !== null) return { item: place(end, { coast }), next: found.next };
  return { item: { kind: 'unknown-coast', province, start: (tokens[coastAt] as Token).start, end }, next: found.next };
}

/** `north coast of Spain`, `NC of SPA`. */
function readCoastOf(tokens: readonly Token[], at: number, names: PlaceNames): Reading | null {
  const found = readCoast(tokens, at, names, false);
  if (found === null) return null;
  let named = found.next;
  while (isIdleWord(tokens[named])) named++;
  if (named === found.next || tokens[named]?.kind !== 'word') return null;
  const { item, next } = readItem(tokens, named, names);
  if (item?.kind !== 'place' || item.coast !== undefined) return null;
  const coast = coastCalled(names, item.province, found.coast);
  const { start } = tokens[at] as Token;
  if (coast !== null) return { item: { ...item, coast, start }, next };
  const { end } = tokens[found.next - 1] as Token;
  return { item: { kind: 'unknown-coast', province: item.province, start, end }, next };
}

const isIdleWord = (token: Token | undefined): boolean => token?.kind === 'word' && meaningOf(token.spelling) === 'nothing';

function readCoast(
  tokens: readonly Token[],
  at: number,
  names: PlaceNames,
  afterSlash: boolean,
): { coast: string; next: number } | null {
  const [first, second] = [tokens[at], tokens[at + 1]];
  if (first?.kind !== 'word') return null;
  const two = second?.kind === 'word' ? names.coasts.get(first.spelling + second.spelling) : undefined;
  if (two !== undefined) return { coast: two, next: at + 2 };
  const one = names.coasts.get(first.spelling) ?? (afterSlash ? names.coastsAfterSlash.get(first.spelling) : undefined);
  return one === undefined ? null : { coast: one, next: at + 1 };
}

/** `A` before a type or a verb is an article (`build a fleet`); a dash or `to` before a verb says nothing (`A PAR to hold`). */
function isIdle(item: Item, next: Item | undefined): boolean {
  if (item.kind === 'unit-type') {
    return item.type === 'A' && item.isLetter && (next?.kind === 'unit-type' || (next?.kind === 'verb' && next.verb !== 'dash'));
  }
  return item.kind === 'verb' && SEPARATORS.has(item.verb) && next?.kind === 'verb' && DEEDS.has(next.verb);
}

/** `Paris (PAR)` is one place. */
function joinRepeated(items: readonly Item[]): readonly Item[] {
  const joined: Item[] = [];
  for (const item of items) {
    const last = joined.at(-1);
    if (item.kind === 'place' && last?.kind === 'place' && item.province === last.province) {
      joined[joined.length - 1] = { ...last, ...item, start: last.start };
    } else joined.push(item);
  }
  return joined;
}

/** `- A PAR H`, `1. A PAR H`. */
function dropBullets(items: readonly Item[]): readonly Item[] {
  const first = items.findIndex(
    (item) => !(item.kind === 'verb' && item.verb === 'dash') && !(item.kind === 'unknown' && /^\d+$/.test(item.spelling)),
  );
  return first > 0 ? items.slice(first) : items;
}
