const LONGEST = 6;
const LEAST = 4;

/**
 * Cuts a word down to the beginning that its inflections share, without knowing the language: `carry` and `carried` are `carr`. Two letters
 * go, at least four and at most six stay; of a word of four letters, only an `s` at its end goes, a plural in many languages.
 */
export function wordFamily(word: string): string {
  if (word.length === LEAST && word.endsWith('s')) return word.slice(0, -1);
  return word.slice(0, Math.max(LEAST, Math.min(word.length - 2, LONGEST)));
}
