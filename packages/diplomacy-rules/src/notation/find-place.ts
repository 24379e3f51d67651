import type { Location, Province } from '../values/unit.js';
import { editDistance } from './edit-distance.js';
import { meaningOf } from './order-words.js';
import type { PlaceNames } from './place-names.js';

/** The longest name of a place that words begin with, and how many of them it takes. Several places where it is cut too short. */
export interface FoundPlace {
  readonly locations: readonly Location[];
  readonly count: number;
}

const LONGEST_NAME = 4;

/**
 * The place whose id, name or alias the words begin with, the longest first. Names run together are known also when they are written in
 * two words (`nor sea`), unless each word means something of its own: `SWE-DEN` is not Sweden, and `SER B` builds in Serbia.
 */
export function findExactPlace(names: PlaceNames, words: readonly string[]): FoundPlace | null {
  let found: FoundPlace | null = null;
  let joined = '';
  for (let count = 1; count <= Math.min(LONGEST_NAME, words.length); count++) {
    joined += words[count - 1] as string;
    if (!names.beginnings.has(joined)) break;
    const location = names.exact.get(joined);
    if (location !== undefined && isName(names, words.slice(0, count))) found = { locations: [location], count };
  }
  return found;
}

const isName = (names: PlaceNames, words: readonly string[]): boolean =>
  words.length === 1 || names.phrases.has(words.join(' ')) || !words.every((word) => meansSomething(names, word));

const meansSomething = (names: PlaceNames, word: string): boolean => names.exact.has(word) || meaningOf(word) !== undefined;

/**
 * The places whose name is cut short to these words: `GULF OF BOTH`, `NORTH ATL`, `CONST`, or one word of the name, `PETERSBURG`.
 * At least three letters of each word.
 */
export function findShortenedPlace(names: PlaceNames, words: readonly string[]): FoundPlace | null {
  for (let count = Math.min(LONGEST_NAME, words.length); count > 0; count--) {
    const piece = words.slice(0, count);
    if (piece.some((word) => word.length < 3 && (word !== 'OF' || count === 1))) continue;
    const begins = (full: readonly string[]) => piece.every((word, place) => full[place]?.startsWith(word) === true);
    const [whole = ''] = piece;
    const tests: ((full: readonly string[]) => boolean)[] =
      count > 1
        ? [begins]
        : [begins, (full) => full.join('').startsWith(whole), (full) => full.some((word) => word.startsWith(whole))];
    for (const test of tests) {
      const locations = names.words.filter((row) => test(row.words)).map(({ province }) => province);
      if (locations.length > 0) return { locations, count };
    }
  }
  return null;
}

/** The place whose name is most like a word that is none; null where nothing is. */
export function nearestPlace(names: PlaceNames, word: string): Province | null {
  let nearest: Province | null = null;
  let least = Math.floor(word.length / 3) + 1;
  for (const [name, location] of names.exact) {
    const distance = editDistance(word, name, least - 1);
    if (distance < least) {
      least = distance;
      nearest = location.split('/', 1)[0] as Province;
    }
  }
  return nearest;
}
