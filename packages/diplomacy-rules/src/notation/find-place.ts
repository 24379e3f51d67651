import type { Location, Province } from '../values/unit.js';
import { editDistance } from './edit-distance.js';
import { meaningOf, nearestMeaning } from './order-words.js';
import type { PlaceNames } from './place-names.js';
import { DIRECTIONS } from './place-names.js';

/**
 * The longest name of a place at the beginning of some words, and the number of words it takes. Several places if the name is cut too
 * short.
 */
export interface FoundPlace {
  readonly locations: readonly Location[];
  readonly count: number;
}

const LONGEST_NAME = 4;

/**
 * Finds the place whose id, name or alias the words begin with, the longest first. A one-word name may be written as two words (`nor sea`),
 * unless each word has a meaning of its own: `SWE-DEN` is not Sweden, and `SER B` builds in Serbia.
 */
export function findExactPlace(names: PlaceNames, words: readonly string[]): FoundPlace | null {
  let found: FoundPlace | null = null;
  let joined = '';
  for (let count = 1; count <= Math.min(LONGEST_NAME, words.length); count++) {
    joined += words[count - 1]!;
    if (!names.beginnings.has(joined)) break;
    const location = names.exact.get(joined);
    if (location !== undefined && isName(names, words.slice(0, count))) found = { locations: [location], count };
  }
  return found;
}

const isName = (names: PlaceNames, words: readonly string[]): boolean =>
  words.length === 1 || names.phrases.has(words.join(' ')) || !words.every((word) => meansSomething(names, word));

/** Whether a word by itself is a place or a word of an order. */
export const meansSomething = (names: PlaceNames, word: string): boolean =>
  names.exact.has(word) || meaningOf(word) !== undefined;

/**
 * Finds the places whose shortened name these words are: `GULF OF BOTH`, `NORTH ATL`, `CONST`, or one word of the name, `PETERSBURG`. At
 * least three letters of each word, but for the first of several: `N ATLANTIC`.
 */
export function findShortenedPlace(names: PlaceNames, words: readonly string[]): FoundPlace | null {
  for (let count = Math.min(LONGEST_NAME, words.length); count > 0; count--) {
    const piece = words.slice(0, count);
    if (piece.some((word, place) => word.length < 3 && word !== 'OF' && (place > 0 || count === 1))) continue;
    if (piece.every((word) => word.length < 3) || (count === 1 && NEVER_SHORTENED.has(piece[0]!))) continue;
    const begins = (full: readonly string[]) => piece.every((word, place) => full[place]?.startsWith(word) === true);
    const [whole = ''] = piece;
    const tests: ((full: readonly string[]) => boolean)[] =
      count > 1
        ? [begins]
        : [begins, (full) => full.join('').startsWith(whole), (full) => full.some((word) => word.startsWith(whole))];
    for (const test of tests) {
      const rows = names.words.filter((row) => test(row.words));
      // `N Sea` is the North Sea rather than the Norwegian one.
      const ofDirection = whole.length === 1 ? rows.filter((row) => DIRECTIONS.includes(row.words[0]!)) : [];
      const locations = (ofDirection.length > 0 ? ofDirection : rows).map(({ province }) => province);
      if (locations.length > 0) return { locations, count };
    }
  }
  return null;
}

/** English words that names of places happen to begin with. */
const NEVER_SHORTENED: ReadonlySet<string> = new Set(['BIG', 'BOTH', 'TRIES']);

/** Whether a word by itself may be a direction rather than a sea: `heads west to WAR`. */
export const isDirection = (word: string): boolean =>
  DIRECTIONS.some((direction) => word === direction || word === `${direction}ERN`);

/** Maximum number of wrong letters in a name: one, or two in a name of at least eight. */
const mistakesIn = (spelling: string): number => (spelling.length < 8 ? 1 : 2);

/**
 * Finds the place whose name these words misspell: `TYRHENNIAN SEA`, `ST PETERSBERG`, `BREAST`. Returns one place if no other place or
 * power is within one more mistake, several if more than one is possible, and null if none is near. The first letter must be right. The
 * shortest names resemble many words, so they may only have a letter too many or too few.
 */
export function findMisspeltPlace(names: PlaceNames, words: readonly string[]): FoundPlace | null {
  for (let count = Math.min(LONGEST_NAME, words.length); count > 0; count--) {
    const piece = words.slice(0, count);
    if (piece.some((word, place) => place > 0 && word !== 'OF' && meansSomething(names, word))) continue;
    const locations = placesNear(names, piece.join(''));
    if (locations.length > 0) return { locations, count };
  }
  return null;
}

function placesNear(names: PlaceNames, spelling: string): readonly Province[] {
  if (spelling.length < 5) return [];
  const limit = mistakesIn(spelling);
  const near: { readonly province: Province; readonly distance: number }[] = [];
  let least = limit + 1;
  for (const { name, province } of names.longNames) {
    const distance = editDistance(spelling, name, limit + 1);
    if (distance > limit + 1) continue;
    near.push({ province, distance });
    const isFair = name.startsWith(spelling.slice(0, 1)) && (name.length > 5 || name.length !== spelling.length);
    if (isFair) least = Math.min(least, distance);
  }
  if (least > limit) return [];
  const isPower = [...names.powers].some((power) => editDistance(spelling, power, least) <= least);
  const meaning = nearestMeaning(spelling, least);
  if (isPower || meaning !== undefined) return [];
  return [...new Set(near.filter(({ distance }) => distance <= least + 1).map(({ province }) => province))];
}

/** Finds the place whose name is most like a word; null if none is. */
export function nearestPlace(names: PlaceNames, word: string): Province | null {
  let nearest: Province | null = null;
  let least = Math.floor(word.length / 3) + 1;
  for (const [name, location] of names.exact) {
    const distance = editDistance(word, name, least - 1);
    if (distance < least) {
      least = distance;
      nearest = location.split('/', 1)[0]!;
    }
  }
  return nearest;
}
