import type { Location, UnitType } from '../values/unit.js';
import { provinceOf } from '../values/unit.js';
import type { FoundPlace } from './find-place.js';
import { findExactPlace, findMisspeltPlace, findShortenedPlace, isDirection, meansSomething } from './find-place.js';
import type { Item } from './items.js';
import type { OrderWord } from './order-words.js';
import { isDeed, isParticle, isPreposition, meaningOf } from './order-words.js';
import type { PlaceNames } from './place-names.js';
import { coastCalled } from './place-names.js';
import type { Token, WordToken } from './tokenize.js';

/** Reads the meanings of the words and signs of an order one by one. Skips those without a meaning (articles, nationalities, pauses). */
export function readItems(tokens: readonly Token[], names: PlaceNames): readonly Item[] {
  const items: Item[] = [];
  for (let at = 0; at < tokens.length;) {
    const { item, next } = (items.length === 0 ? readOpening(tokens, at) : null) ?? readItem(tokens, at, names);
    if (item !== null) items.push(item);
    at = next;
  }
  return dropBullets(joinRepeated(dropPowers(joinPassives(items.filter((item, at) => !isArticle(item, items[at + 1]))), names)));
}

interface Reading {
  readonly item: Item | null;
  readonly next: number;
}

/** Words and signs with a meaning at the beginning only: `+ A PAR` and `place army Paris` build, `w 2` waives. */
function readOpening(tokens: readonly Token[], at: number): Reading | null {
  const token = tokens[at]!;
  const { start, end } = token;
  const next = at + 1;
  if (token.kind === 'sign' && token.sign === '+') return { item: { kind: 'deed', deed: 'build', start, end }, next };
  if (token.kind !== 'word') return null;
  if (token.spelling === 'PLACE') return { item: { kind: 'deed', deed: 'build', start, end }, next };
  const after = tokens[next];
  const isAlone = after === undefined || (after.kind === 'word' && isNumber(after.spelling));
  return token.spelling === 'W' && isAlone ? { item: { kind: 'deed', deed: 'waive', start, end }, next } : null;
}

function readItem(tokens: readonly Token[], at: number, names: PlaceNames): Reading {
  const token = tokens[at]!;
  const next = at + 1;
  const { start, end } = token;
  if (token.kind === 'dash') return { item: { kind: 'preposition', preposition: 'dash', start, end }, next };
  if (token.kind === 'sign' || token.kind === 'slash') return { item: { kind: 'unknown', spelling: '', start, end }, next };
  if (token.kind !== 'word') return { item: null, next };

  const coastFirst = readCoastOf(tokens, at, names);
  if (coastFirst !== null) return coastFirst;
  const words = wordsFrom(tokens, at);
  const spellings = words.map(({ spelling }) => spelling);
  const readPlace = ({ locations, count }: FoundPlace): Reading =>
    withCoast(tokens, words[count - 1]!, { start, location: locations[0]! }, names);
  const exact = findExactPlace(names, spellings);
  if (exact !== null) {
    const place = withRestOfName(exact, spellings, names);
    // `A MOS heads west to WAR`
    if (place.count === 1 && isDirection(token.spelling) && !isNameDue(tokens, at))
      return { item: { kind: 'unknown', spelling: token.spelling, start, end }, next };
    return readPlace(place);
  }
  const meaning = meaningOf(token.spelling);
  if (meaning !== undefined) return { item: itemOf(meaning, token), next };
  if (names.powers.has(token.spelling)) return { item: null, next };
  if (isNumber(token.spelling)) return { item: { kind: 'number', start, end }, next };
  const shortened = findShortenedPlace(names, spellings);
  if (shortened?.locations.length === 1) return readPlace(shortened);
  const misspelt = findMisspeltPlace(names, spellings);
  if (misspelt?.locations.length === 1) return readPlace(misspelt);
  const near = misspelt === null ? {} : { near: misspelt.locations };
  if (shortened === null) return { item: { kind: 'unknown', spelling: token.spelling, start, end, ...near }, next };
  // `Gulf of Bohemia`: two gulfs begin like that, but the fault is the word behind it.
  const odd = words[shortened.count];
  if (odd !== undefined && !isUnderstood(odd.spelling, names)) {
    const spelling = spellings.slice(0, shortened.count + 1).join('');
    return { item: { kind: 'unknown', spelling, start, end: odd.end, ...near }, next: tokens.indexOf(odd, at) + 1 };
  }
  const last = words[shortened.count - 1]!;
  const item: Item = { kind: 'ambiguous-place', candidates: shortened.locations, start, end: last.end };
  return { item, next: tokens.indexOf(last, at) + 1 };
}

function itemOf(meaning: OrderWord, { spelling, start, end }: WordToken): Item | null {
  if (isDeed(meaning)) {
    return { kind: 'deed', deed: meaning, isParticiple: spelling.endsWith('ING'), start, end };
  }
  if (isPreposition(meaning)) {
    const isVia = spelling === 'V' || spelling === 'VIA';
    return { kind: 'preposition', preposition: meaning, isVia, start, end };
  }
  if (isParticle(meaning)) return { kind: 'particle', particle: meaning, start, end };
  if (meaning === 'nothing') return null;
  const type: UnitType = meaning === 'fleet' ? 'F' : 'A';
  return { kind: 'unit-type', type, isLetter: spelling.length === 1, start, end };
}

/** Whether a name must stand here: at the beginning, behind a dash, a preposition, a type, a support or a convoy. */
function isNameDue(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (before?.kind !== 'word') return before === undefined || before.kind === 'dash';
  const meaning = meaningOf(before.spelling);
  if (meaning === undefined) return false;
  return isPreposition(meaning) || ['army', 'fleet', 'article', 'support', 'convoy'].includes(meaning);
}

/** `eastern med`, `mid atlantc`: a name of one word, followed by the rest of a longer name of the same place. */
function withRestOfName(found: FoundPlace, spellings: readonly string[], names: PlaceNames): FoundPlace {
  const rest = spellings[found.count];
  if (rest === undefined || meansSomething(names, rest) || names.powers.has(rest)) return found;
  // `NWG Sea`
  const own = names.words.find(({ province }) => province === found.locations[0]);
  if (own?.words.slice(1).includes(rest) === true) return { ...found, count: found.count + 1 };
  const isLonger = (longer: FoundPlace | null): longer is FoundPlace =>
    longer?.locations.length === 1 && longer.count > found.count && longer.locations[0] === found.locations[0];
  return [findShortenedPlace(names, spellings), findMisspeltPlace(names, spellings)].find(isLonger) ?? found;
}

const isNumber = (spelling: string): boolean => /^(\d+|ONE|TWO|THREE)$/.test(spelling);

const isUnderstood = (word: string, names: PlaceNames): boolean =>
  meansSomething(names, word) || names.powers.has(word) || findShortenedPlace(names, [word]) !== null;

/** Returns the words from here on that can form one name: next to each other, or with a hyphen in between as in `mid-atlantic`. */
function wordsFrom(tokens: readonly Token[], at: number): readonly WordToken[] {
  const words: WordToken[] = [];
  for (let index = at; index < tokens.length && words.length < 4; index++) {
    const token = tokens[index]!;
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

/** Reads a place and the coast that follows it: `/NC`, `-nc`, `NC`, `north coast`. */
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
    const direction = afterSlash ? null : readDirection(tokens, next, names);
    const directed = direction === null ? null : coastCalled(names, province, direction);
    if (directed !== null) return { item: place(tokens[next]!.end, { coast: directed }), next: next + 1 };
    const wrong = tokens[coastAt];
    if (!afterSlash) return { item: place(last.end, written), next };
    return {
      item: { kind: 'unknown-coast', province, start: (wrong ?? sign).start, end: (wrong ?? sign).end },
      next: coastAt + 1,
    };
  }
  const coast = coastCalled(names, province, found.coast);
  const end = tokens[found.next - 1]!.end;
  if (coast !== null) return { item: place(end, { coast }), next: found.next };
  return { item: { kind: 'unknown-coast', province, start: tokens[coastAt]!.start, end }, next: found.next };
}

/** `STP south`, if that does not begin another name. */
function readDirection(tokens: readonly Token[], at: number, names: PlaceNames): string | null {
  const token = tokens[at];
  if (token?.kind !== 'word' || token.spelling.length < 2 || tokens[at + 1]?.kind === 'word') return null;
  if (names.exact.has(token.spelling)) return null;
  return names.coastsAfterSlash.get(token.spelling) ?? null;
}

/** `north coast of Spain`, `NC SPA`. */
function readCoastOf(tokens: readonly Token[], at: number, names: PlaceNames): Reading | null {
  const found = readCoast(tokens, at, names, false);
  if (found === null) return null;
  let named = found.next;
  while (isIdleWord(tokens[named])) named++;
  if (tokens[named]?.kind !== 'word') return null;
  const { item, next } = readItem(tokens, named, names);
  if (item?.kind !== 'place' || item.coast !== undefined) return null;
  if (named === found.next && names.provinces.get(item.province)?.coasts === undefined) return null;
  const coast = coastCalled(names, item.province, found.coast);
  const { start } = tokens[at]!;
  if (coast !== null) return { item: { ...item, coast, start }, next };
  const { end } = tokens[found.next - 1]!;
  return { item: { kind: 'unknown-coast', province: item.province, start, end }, next };
}

function isIdleWord(token: Token | undefined): boolean {
  const meaning = token?.kind === 'word' ? meaningOf(token.spelling) : undefined;
  return meaning === 'nothing' || meaning === 'of' || meaning === 'at';
}

function readCoast(
  tokens: readonly Token[],
  at: number,
  names: PlaceNames,
  afterSlash: boolean,
): { coast: string; next: number } | null {
  const [first, second] = [tokens[at], tokens[at + 1]];
  if (first?.kind !== 'word') return null;
  // `STP/NC S A NWY` supports, and is not the `NCS` of DAIDE.
  const two =
    second?.kind === 'word' && second.spelling.length > 1 ? names.coasts.get(first.spelling + second.spelling) : undefined;
  if (two !== undefined) return { coast: two, next: at + 2 };
  const one = names.coasts.get(first.spelling) ?? (afterSlash ? names.coastsAfterSlash.get(first.spelling) : undefined);
  return one === undefined ? null : { coast: one, next: at + 1 };
}

/** `A` before a type or a deed is an article: `build a fleet`, `supports a move to BUR`. */
const isArticle = (item: Item, next: Item | undefined): boolean =>
  item.kind === 'unit-type' && item.type === 'A' && item.isLetter && (next?.kind === 'unit-type' || next?.kind === 'deed');

/** `gets support from` is `is supported by`. */
const joinPassives = (items: readonly Item[]): readonly Item[] =>
  items.map((item, at) => {
    const before = items[at - 1];
    const isPassive = before?.kind === 'particle' && before.particle === 'be';
    return isPassive && item.kind === 'deed' && item.deed === 'support' && item.isParticiple !== true
      ? { ...item, deed: 'supported' }
      : item;
  });

/** `ENG FLT NTH`, `(ENG WVE)`: a name of both a place and a power is a power before a unit and before a waived build. */
function dropPowers(items: readonly Item[], names: PlaceNames): readonly Item[] {
  return items.filter((item, at) => {
    if (item.kind !== 'place' || !names.powersCalledLikePlaces.has(item.province) || item.end - item.start !== 3) return true;
    const before = items[at - 1];
    const [next, afterNext] = [items[at + 1], items[at + 2]];
    const isFree = before === undefined || before.kind === 'deed' || before.kind === 'particle';
    const isBeforeUnit = next?.kind === 'unit-type' && afterNext?.kind === 'place';
    return !(isFree && (isBeforeUnit || (next?.kind === 'deed' && next.deed === 'waive')));
  });
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
    (item) => !(item.kind === 'preposition' && item.preposition === 'dash') && item.kind !== 'number',
  );
  return first > 0 ? items.slice(first) : items;
}
